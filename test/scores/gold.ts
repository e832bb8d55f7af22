/** Compares readings of the sample papers with their labels, kind of fact by kind of fact. */
import type { Action, Attendee, PlanReading, Reading, Resolution } from '../../src/papers/index.ts'

/** One line of the table: how many facts were expected, found as labelled, and read at all. */
export type Score = {
  sample: string
  fact: string
  expected: number
  found: number
  read: number
  /** Whether a miss fails the build. */
  required: boolean
  missed: string[]
  extra: string[]
}

/** Words as compared: quotes, dashes and spaces of one kind, no full stop at the end, small letters. */
export const folded = (words: string): string =>
  words
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:;]$/, '')
    .toLowerCase()

type Facts = {
  sample: string
  fact: string
  required?: boolean
  expected: readonly unknown[]
  read: readonly unknown[]
}

const keyOf = (fact: unknown): string => folded(typeof fact === 'string' ? fact : JSON.stringify(fact))

/** Scores facts that must be the same, each counted once. */
export function compare({ sample, fact, required = true, expected, read }: Facts): Score {
  const left = read.map(keyOf)
  const missed: string[] = []
  for (const wanted of expected) {
    const at = left.indexOf(keyOf(wanted))
    if (at < 0) missed.push(keyOf(wanted))
    else left.splice(at, 1)
  }
  return {
    sample,
    fact,
    expected: expected.length,
    found: expected.length - missed.length,
    read: read.length,
    required,
    missed,
    extra: left,
  }
}

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
  from_: string
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

const SAMPLE = '003'

const scored = (
  fact: string,
  expected: readonly unknown[],
  read: readonly unknown[],
  required = true,
): Score => compare({ sample: SAMPLE, fact, expected, read, required })

/** Scores the agenda of a pack. */
export function scoreAgenda(labels: AgendaLabels, reading: Reading): Score[] {
  const numbered = (
    items: readonly { number: string | null; title: string; pages?: readonly [number, number] | null }[],
  ) => items.map((item) => ({ number: item.number, title: item.title, pages: item.pages ?? null }))
  return [
    scored(
      'notice',
      [labels.body, labels.date, labels.time, labels.place, labels.issued],
      [reading.body, reading.date, reading.time, reading.place, reading.issued].filter(
        (fact) => fact !== null,
      ),
    ),
    scored(
      'contacts',
      labels.contacts,
      reading.contact.map(({ name, phone }) => ({ name, phone })),
    ),
    scored('agenda items with pages', numbered(labels.items), numbered(reading.items)),
    scored(
      'sections',
      labels.sections.map((section) => section.letter),
      [...new Set(reading.items.map((item) => item.section).filter((section) => section !== null))],
    ),
    scored(
      'membership lines',
      labels.membership.map(({ name, organisation, role, vacancy }) => ({
        name,
        organisation,
        role,
        vacancy,
      })),
      reading.membership.map(({ name, organisation, role, vacancy }) => ({
        name,
        organisation,
        role,
        vacancy,
      })),
    ),
  ]
}

const bare = (printed: string): string =>
  printed.replace(/^(?:(?:Mr|Mrs|Ms|Cllr)\s+)+/, '').replace(/,.*$/, '')

/** The label's "Substitute for Cllr P Fleming" is the field `substituteFor` here. */
function presentAs(label: MinutesLabels['present'][number]): unknown {
  const substitute = /^Substitute for (.+)$/.exec(label.role ?? '')?.[1]
  return {
    asPrinted: label.asPrinted,
    name: label.member ?? bare(label.asPrinted),
    role: substitute === undefined ? label.role : `for ${bare(substitute).split(' ').at(-1)}`,
  }
}

const attendeeAs = (person: Attendee): unknown => ({
  asPrinted: person.asPrinted,
  name: person.name,
  role: person.substituteFor === null ? person.role : `for ${person.substituteFor.split(' ').at(-1)}`,
})

const resolutionAs = (number: string | null, resolution: Pick<Resolution, 'text' | 'parts'>): unknown => [
  number,
  folded(resolution.text),
  ...resolution.parts.map(folded),
]

/** Scores minutes, promises apart. */
export function scoreMinutes(labels: MinutesLabels, reading: Reading): Score[] {
  const { attendance } = reading
  return [
    scored(
      'minutes: body, date, place',
      [labels.body, labels.date, labels.place],
      [reading.body, reading.date, reading.place].filter((fact) => fact !== null),
    ),
    scored('present', labels.present.map(presentAs), (attendance?.present ?? []).map(attendeeAs)),
    scored(
      'also present',
      labels.alsoPresent.map(({ name, role }) => ({ name, role })),
      (attendance?.alsoPresent ?? []).map(({ asPrinted, role }) => ({ name: asPrinted, role })),
    ),
    scored(
      'in attendance',
      labels.inAttendance.map(({ name, role }) => ({ name, role })),
      (attendance?.inAttendance ?? []).map(({ asPrinted, role }) => ({ name: asPrinted, role })),
    ),
    scored(
      'minute numbers and titles',
      labels.items.map(({ number, title, agendaRef }) => ({ number, title, agendaRef })),
      reading.items.map(({ number, title, agendaRef }) => ({ number, title, agendaRef })),
    ),
    scored(
      'paragraphs a minute',
      labels.items.map(({ number, paragraphs }) => ({ number, paragraphs })),
      reading.items.map(({ number, paragraphs }) => ({ number, paragraphs })),
    ),
    scored(
      'resolutions with parts',
      labels.items.flatMap((item) => item.resolutions.map((one) => resolutionAs(item.number, one))),
      reading.items.flatMap((item) => item.resolutions.map((one) => resolutionAs(item.number, one))),
    ),
    scored(
      'declarations',
      labels.items.flatMap((item) => (item.declarations ?? []).map((one) => one.member)),
      reading.items.flatMap((item) => item.declarations.map((one) => one.name)),
    ),
    scored(
      'questions',
      labels.questions.map(({ number, questioner, subBullets, answerParagraphs }) => ({
        number,
        questioner,
        subBullets,
        answerParagraphs,
      })),
      reading.questions.map((one) => ({
        number: one.number,
        questioner: one.questioner,
        subBullets: one.bullets.length,
        answerParagraphs: one.answerParagraphs,
      })),
    ),
    scored(
      'points of questions',
      labels.questions.flatMap((one) => one.bullets ?? []),
      reading.questions.flatMap((one) => one.bullets),
    ),
  ]
}

const overlaps = (one: string, other: string): boolean => {
  const [a, b] = [folded(one), folded(other)]
  if (a.includes(b) || b.includes(a)) return true
  const words = new Set(a.split(' '))
  const shared = b.split(' ').filter((word) => words.has(word)).length
  return shared >= b.split(' ').length * 0.6
}

type Labelled = MinutesLabels['actions'][number]

const isSame = (label: Labelled, action: Action): boolean =>
  label.ref === action.ref && label.kind === action.kind && overlaps(label.quote, action.quote)

/** Scores promises, requests and actions; a found one must also agree in owner, firmness and day. */
export function scoreActions(labels: readonly Labelled[], reading: Reading): Score[] {
  const of = (fact: string, wanted: readonly Labelled[], required: boolean): Score => {
    const missed = wanted.filter(
      (label) =>
        !reading.actions.some(
          (action) =>
            isSame(label, action) &&
            action.owner === label.owner &&
            action.due === label.due &&
            action.firm === label.firm,
        ),
    )
    return {
      sample: SAMPLE,
      fact,
      expected: wanted.length,
      found: wanted.length - missed.length,
      read: wanted.length - missed.length,
      required,
      missed: missed.map((label) => `${label.ref}: ${label.quote}`),
      extra: [],
    }
  }
  const extra = reading.actions.filter((action) => !labels.some((label) => isSame(label, action)))
  return [
    of(
      'firm commitments',
      labels.filter((label) => label.kind === 'commitment' && label.firm),
      true,
    ),
    of(
      'soft commitments',
      labels.filter((label) => label.kind === 'commitment' && !label.firm),
      false,
    ),
    of(
      'panel requests',
      labels.filter((label) => label.kind === 'panel-request'),
      true,
    ),
    of(
      'panel actions',
      labels.filter((label) => label.kind === 'panel-action'),
      true,
    ),
    {
      sample: SAMPLE,
      fact: 'actions, all',
      expected: labels.length,
      found: reading.actions.length - extra.length,
      read: reading.actions.length,
      required: false,
      missed: [],
      extra: extra.map((action) => `${action.ref}: ${action.quote}`),
    },
  ]
}

/** Scores the papers of a pack or a report, and its work programme. */
export function scorePapers(
  labels: Pick<PackLabels, 'papers' | 'forwardProgramme'>,
  reading: Reading,
): Score[] {
  const programme = reading.forwardProgramme
  const tables = labels.papers.flatMap((paper) => paper.tables ?? [])
  return [
    scored(
      'papers',
      labels.papers.map(({ item, subject, from_, to, date }) => ({ item, subject, from: from_, to, date })),
      reading.papers.map(({ item, subject, from, to, date }) => ({ item, subject, from, to, date })),
    ),
    scored(
      'paragraphs a paper',
      labels.papers.map(({ item, paragraphs }) => [item, paragraphs]),
      reading.papers.map(({ item, paragraphs }) => [item, paragraphs]),
    ),
    scored(
      'headings of papers',
      labels.papers.flatMap((paper) => paper.headings.map((title) => [paper.item, title])),
      reading.papers.flatMap((paper) => paper.headings.map((title) => [paper.item, title])),
    ),
    scored(
      'rows of tables in papers',
      tables.flatMap((table) => table.rows.map((row) => row.map(String))),
      reading.tables
        .filter((table) => table.columns.length === tables[0]?.columns.length)
        .flatMap((table) => table.rows),
    ),
    scored(
      'header cells of tables',
      tables.flatMap((table) => table.columns),
      reading.tables
        .filter((table) => table.columns.length === tables[0]?.columns.length)
        .flatMap((table) => table.columns),
    ),
    scored(
      'work programme rows',
      labels.forwardProgramme.meetings.flatMap((meeting) =>
        meeting.items.map(([title, origin, owner]) => [meeting.date, title, origin, owner]),
      ),
      (programme?.meetings ?? []).flatMap((meeting) =>
        meeting.items.map((item) => [meeting.date, item.title, item.origin, item.owner]),
      ),
    ),
    scored(
      'standing, to note, as at',
      [...labels.forwardProgramme.standing, ...labels.forwardProgramme.toNote, labels.forwardProgramme.asAt],
      [...(programme?.standing ?? []), ...(programme?.toNote ?? []), programme?.asAt].filter(
        (fact) => typeof fact === 'string',
      ),
    ),
  ]
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
  }
  fundingSources?: { name: string; gbp: number; printedPercent: number | null }[]
  allocations?: { name: string; gbp: number }[]
}

/** "£223.4m" as pounds. */
const poundsOf = (amount: string): number => {
  const value = Number(amount.replace(/[£,]|\s|m$|bn$/g, ''))
  return Math.round(value * (/m$/.test(amount) ? 1_000_000 : /bn$/.test(amount) ? 1_000_000_000 : 1))
}

const ownerOf = (label: string): string => (/^Chief Constable/.test(label) ? 'force' : 'policing-body')

/** Scores a plan. */
export function scorePlan(sample: string, labels: PlanLabels, plan: PlanReading | null): Score[] {
  const row = (
    fact: string,
    expected: readonly unknown[],
    read: readonly unknown[],
    required = true,
  ): Score => compare({ sample, fact, expected, read, required })
  const titles = (list: readonly (string | { title: string })[]): string[] =>
    list.map((one) => (typeof one === 'string' ? one : one.title))
  const scores = [
    row(
      'title and term',
      [labels.title, labels.planPeriod.from, labels.planPeriod.to],
      plan === null ? [] : [plan.title, (plan.from ?? '').slice(0, 7), (plan.to ?? '').slice(0, 7)],
    ),
    row('principles', titles(labels.guidingPrinciples), titles(plan?.principles ?? [])),
    row(
      'priorities with owner',
      labels.priorities.map(({ n, title, owner }) => [String(n), title, ownerOf(owner)]),
      (plan?.priorities ?? []).map(({ number, title, owner }) => [number, title, owner]),
    ),
  ]
  if (labels.opportunities !== undefined)
    scores.push(row('opportunities', titles(labels.opportunities), titles(plan?.opportunities ?? [])))
  if (labels.nationalContext !== undefined)
    scores.push(row('national context', labels.nationalContext, titles(plan?.nationalContext ?? [])))
  if (labels.allocations !== undefined)
    scores.push(
      row(
        'allocations',
        labels.allocations.map(({ name, gbp }) => [name, gbp]),
        (plan?.allocations ?? []).map(({ name, amount }) => [name, poundsOf(amount)]),
      ),
    )
  if (labels.fundingSources !== undefined)
    scores.push(
      row(
        'funding lines',
        labels.fundingSources.map(({ name, gbp, printedPercent }) => [
          name,
          gbp,
          printedPercent === null ? null : `${printedPercent}%`,
        ]),
        (plan?.funding ?? []).map(({ source, amount, share }) => [source, poundsOf(amount), share]),
      ),
    )
  if (labels.commitments !== undefined) scores.push(commitmentsOf(sample, labels.commitments, plan))
  return scores
}

/** Commitments are labelled in short words: one is found when most of its telling words stand in one that was read. */
function commitmentsOf(
  sample: string,
  labels: NonNullable<PlanLabels['commitments']>,
  plan: PlanReading | null,
): Score {
  const wanted = [...labels.holdingToAccount.map((one) => one.what), ...labels.violenceReduction]
  const telling = (words: string): string[] =>
    folded(words)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 3)
  const read = (plan?.commitments ?? []).map((one) => new Set(telling(one.title)))
  const missed = wanted.filter(
    (what) =>
      !read.some(
        (words) => telling(what).filter((word) => words.has(word)).length >= telling(what).length * 0.6,
      ),
  )
  return {
    sample,
    fact: 'commitments',
    expected: wanted.length,
    found: wanted.length - missed.length,
    read: read.length,
    required: false,
    missed,
    extra: [],
  }
}

/** The table of scores in words, a line each. */
export function tableOf(scores: readonly Score[]): string[] {
  const lines = scores.map(({ sample, fact, expected, found, read }) => [
    sample,
    fact,
    `${found} of ${expected}`,
    read === 0 ? '–' : (found / read).toFixed(2),
  ])
  const all = [['sample', 'kind of fact', 'found', 'precision'], ...lines]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((line) => (line[column] ?? '').length)))
  return all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
