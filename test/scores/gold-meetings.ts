/** Compares the readings of an agenda pack with their labels. */
import type { Action, Attendee, Reading, Resolution } from '../../src/papers/index.ts'
import { compare, folded, type Score } from './gold.ts'
import type { AgendaLabels, MinutesLabels, PackLabels } from './labels.ts'

const SAMPLE = '003'

const scored = (
  fact: string,
  expected: readonly unknown[],
  read: readonly unknown[],
  required = true,
): Score => compare({ sample: SAMPLE, fact, expected, read, required })

const numbered = (
  items: readonly { number: string | null; title: string; pages?: readonly [number, number] | null }[],
) => items.map((item) => ({ number: item.number, title: item.title, pages: item.pages ?? null }))

/** Scores the agenda of a pack. */
export function scoreAgenda(labels: AgendaLabels, reading: Reading): Score[] {
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
