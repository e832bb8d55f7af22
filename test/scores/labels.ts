/** The shapes of the hand-made labels, as far as they are compared. */
import type { Action } from '../../src/papers/index.ts'

export type AgendaLabels = {
  body: string
  date: string
  time: string
  place: string
  issued: string
  contacts: { name: string; phone: string }[]
  items: { number: string; title: string; pages?: [number, number] | null }[]
  sections: { letter: string; title: string }[]
  membership: { name: string | null; organisation: string | null; role: string | null; vacancy: boolean }[]
}

export type MinutesLabels = {
  body: string
  date: string
  place: string
  present: { asPrinted: string; member: string | null; role: string | null }[]
  alsoPresent: { name: string; role: string }[]
  inAttendance: { name: string; role: string }[]
  items: {
    number: string
    title: string
    agendaRef: string
    paragraphs: number
    resolutions: { text: string; parts: string[] }[]
    declarations?: { member: string }[]
    refersToMeetingOn?: string
  }[]
  questions: {
    number: string
    questioner: string
    subBullets: number
    bullets?: string[]
    answerParagraphs: number[]
  }[]
  actions: Pick<Action, 'ref' | 'owner' | 'firm' | 'due' | 'kind' | 'quote'>[]
}

export type PaperLabels = {
  item: string
  subject: string
  readonly from_: string
  to: string
  date: string
  paragraphs: number
  headings: string[]
  tables?: { columns: string[]; rows: (string | number)[][] }[]
}

export type PackLabels = {
  agenda: AgendaLabels
  minutes: MinutesLabels
  papers: PaperLabels[]
  forwardProgramme: {
    asAt: string
    meetings: { date: string; items: [string, string, string][] }[]
    standing: string[]
    toNote: string[]
  }
}

export type PlanLabels = {
  title: string
  planPeriod: { from: string; to: string }
  guidingPrinciples: (string | { title: string })[]
  priorities: { n: number; title: string; owner: string }[]
  opportunities?: { n: number; title: string }[]
  nationalContext?: string[]
  commitments?: {
    holdingToAccount: { what: string }[]
    victimServices: string[]
    violenceReduction: string[]
    engagement: number
  }
  fundingSources?: { name: string; gbp: number; printedPercent: number | null }[]
  allocations?: { name: string; gbp: number }[]
}

export type ReportLabels = {
  subject: string
  from_: string
  to: string
  date: string
  paragraphs: number
  headings: { title: string }[]
  ideaUpdates: { idea: string }[]
}
export type BoardLabels = {
  title: string
  author: string
  to: string
  date: string
  agendaItem: string
  sections: [string, string][]
}
