/** Says in words what was found in a paper: its outline, its people, what was asked and promised, what could not be read. */
import { type LocalDate, localDate, longDate, longMonth } from '../../lib/index.ts'
import type { Item, Reading, Warning } from '../../papers/index.ts'

const KINDS: Readonly<Record<Reading['kind'], string>> = {
  agenda: 'agenda',
  minutes: 'minutes',
  'agenda+minutes': 'agenda with minutes',
  report: 'report',
  plan: 'police and crime plan',
  decision: 'record of a decision',
  questions: 'list of questions',
  table: 'table',
  other: 'paper of no kind that was recognised',
}

const LANGUAGES: Readonly<Record<Reading['lang'], string>> = {
  en: '',
  cy: ', in Welsh',
  'en+cy': ', in English and Welsh',
}

const count = (many: number, one: string, more = `${one}s`): string =>
  `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`

const spoken = (day: string): string => {
  const date: LocalDate | undefined = localDate(day)
  return date === undefined ? longMonth(day) : longDate(date)
}

const short = (words: string): string => (words.length > 140 ? `${words.slice(0, 137).trimEnd()}…` : words)

/** The lines that tell a person what a reading holds, warnings last with their page or line. */
export function outlineOf(reading: Reading): string[] {
  return [`${reading.file}: ${KINDS[reading.kind]}${LANGUAGES[reading.lang]}`, ...insides(reading, '  ', 0)]
}

function insides(reading: Reading, indent: string, firstLine: number): string[] {
  const lines = [
    ...headLines(reading),
    ...itemLines(reading),
    ...peopleLines(reading),
    ...questionLines(reading),
    ...actionLines(reading),
    ...paperLines(reading),
    ...programmeLines(reading),
    ...planLines(reading),
    ...decisionLines(reading),
    ...recommendationLines(reading),
    ...tableLines(reading),
    ...warningLines(reading, firstLine),
  ].map((line) => `${indent}${line}`)
  const embedded = reading.embedded.flatMap((inner) => {
    const at = reading.text.indexOf(inner.text)
    const before = firstLine + (at < 0 ? 0 : lineAt(reading.text, at) - 1)
    return [`${indent}Inside it: ${KINDS[inner.kind]}`, ...insides(inner, `${indent}  `, before)]
  })
  return [...lines, ...embedded]
}

function headLines(reading: Reading): string[] {
  const when = [reading.date === null ? null : spoken(reading.date), reading.time]
    .filter((part) => part !== null)
    .join(' at ')
  const lines = [
    reading.title === null ? null : `Title: ${reading.title}`,
    reading.body === null ? null : `Body: ${reading.body}`,
    when === '' ? 'Date: none of its own was found' : `Date: ${when}`,
    reading.place === null ? null : `Place: ${reading.place}`,
    reading.issued === null ? null : `Issued: ${spoken(reading.issued)}`,
    ...reading.contact.map(
      (one) => `Contact: ${[one.name, one.phone, one.email].filter((part) => part !== null).join(', ')}`,
    ),
  ]
  return lines.filter((line) => line !== null)
}

const pagesOf = (item: Item): string => {
  if (item.pages === null) return ''
  const [first, last] = item.pages
  return first === last ? `, page ${first}` : `, pages ${first} to ${last}`
}

function itemLines(reading: Reading): string[] {
  if (reading.items.length === 0) return []
  return [
    `${count(reading.items.length, 'item')}:`,
    ...reading.items.flatMap((item) => {
      const notes = [
        item.agendaRef === null ? '' : ` (${item.agendaRef})`,
        pagesOf(item),
        item.toFollow ? ', to follow' : '',
        item.exempt === null ? '' : ', exempt',
        item.paragraphs === 0 ? '' : `, ${count(item.paragraphs, 'paragraph')}`,
      ].join('')
      return [
        `  ${item.number ?? '–'}  ${item.title}${notes}`,
        ...item.resolutions.flatMap((resolution) => [
          `      Resolved ${short(resolution.text)}`,
          ...resolution.parts.map((part) => `        ${short(part)}`),
        ]),
        ...item.declarations.map((declaration) => `      Interest declared: ${declaration.name}`),
      ]
    }),
  ]
}

function peopleLines(reading: Reading): string[] {
  const { attendance, membership } = reading
  const lines: string[] = []
  if (membership.length > 0) {
    const vacant = membership.filter((member) => member.vacancy).length
    lines.push(`Membership: ${count(membership.length, 'place')}${vacant === 0 ? '' : `, ${vacant} vacant`}`)
    lines.push(
      ...membership.map(
        (member) =>
          `  ${[member.vacancy ? 'Vacancy' : member.name, member.role, member.organisation].filter((part) => part !== null).join(', ')}`,
      ),
    )
  }
  if (attendance === null) return lines
  const groups = [
    ['Present', attendance.present],
    ['Substitutes', attendance.substitutes],
    ['Apologies', attendance.apologies],
    ['Late', attendance.late],
    ['Also present', attendance.alsoPresent],
    ['In attendance', attendance.inAttendance],
  ] as const
  for (const [label, people] of groups) {
    if (people.length > 0)
      lines.push(
        `${label} (${people.length}): ${people.map((person) => (person.role === null ? person.name : `${person.name} (${person.role})`)).join(', ')}`,
      )
  }
  return lines
}

function questionLines(reading: Reading): string[] {
  return reading.questions.map((question) => {
    const answers = question.answerParagraphs
    const answered =
      answers.length === 0
        ? 'no answer found'
        : `answered in ${answers.length === 1 ? 'paragraph' : 'paragraphs'} ${answers.join(', ')}`
    const points = question.bullets.length === 0 ? '' : `, ${count(question.bullets.length, 'point')}`
    return `Question ${question.number ?? ''} by ${question.questioner ?? 'someone not named'}${points}; ${answered}`
  })
}

function actionLines(reading: Reading): string[] {
  if (reading.actions.length === 0) return []
  return [
    `${count(reading.actions.length, 'promise, request or action', 'promises, requests and actions')}:`,
    ...reading.actions.map((action) => {
      const due = action.due === null ? '' : `, by ${spoken(action.due)}`
      const kind =
        action.kind === 'commitment'
          ? action.firm
            ? 'promises'
            : 'says, softly'
          : action.kind === 'panel-request'
            ? 'is asked'
            : 'is to act'
      return `  ${action.ref}  ${action.owner ?? 'Someone not named'} ${kind}${due}: “${short(action.quote.replace(/\s+/g, ' '))}”`
    }),
  ]
}

function paperLines(reading: Reading): string[] {
  return reading.papers.map((paper) => {
    const item = paper.item === null ? 'Paper' : `Paper for item ${paper.item}`
    return `${item}: ${paper.subject ?? 'no subject given'}; from ${paper.from ?? 'no one named'}; ${count(paper.paragraphs, 'numbered paragraph')}, ${count(paper.headings.length, 'heading')}`
  })
}

function decisionLines({ decisions }: Reading): string[] {
  return decisions.map((one) => {
    const facts = [
      one.title === null ? null : short(one.title),
      one.value,
      one.date === null ? null : spoken(one.date),
      one.decidedBy === null ? null : `by ${short(one.decidedBy)}`,
    ].filter((part) => part !== null)
    return `Decision ${one.number ?? 'without a number'}: ${facts.join('; ')}`
  })
}

const FINDINGS: Readonly<Record<Reading['recommendations'][number]['kind'], string>> = {
  recommendation: 'Recommendation',
  'area-for-improvement': 'Area for improvement',
  'cause-of-concern': 'Cause of concern',
}

const recommendationLines = ({ recommendations }: Reading): string[] =>
  recommendations.map(
    ({ kind, number, text }) => `${FINDINGS[kind]}${number === null ? '' : ` ${number}`}: ${short(text)}`,
  )

function programmeLines({ forwardProgramme }: Reading): string[] {
  if (forwardProgramme === null) return []
  return [
    `Work programme${forwardProgramme.asAt === null ? '' : ` as at ${spoken(forwardProgramme.asAt)}`}:`,
    ...forwardProgramme.meetings.flatMap((meeting) => [
      `  ${spoken(meeting.date)}`,
      ...meeting.items.map(
        (item) => `    ${[item.title, item.origin, item.owner].filter((part) => part !== null).join('; ')}`,
      ),
    ]),
    ...forwardProgramme.standing.map((title) => `  At each meeting: ${title}`),
    ...forwardProgramme.toNote.map((title) => `  To note: ${title}`),
  ]
}

function planLines({ plan }: Reading): string[] {
  if (plan === null) return []
  const owner = { force: 'the force', 'policing-body': 'the policing body' }
  return [
    `Plan ${plan.from === null ? '' : `from ${spoken(plan.from)}`}${plan.to === null ? '' : ` to ${spoken(plan.to)}`}`.trim(),
    ...plan.principles.map((principle) => `  Principle: ${principle.title}`),
    ...plan.priorities.map(
      (priority) =>
        `  Priority ${priority.number ?? ''}: ${priority.title}${priority.owner === null ? '' : ` (${owner[priority.owner]})`}`,
    ),
    ...plan.commitments.map((commitment) => `  Commitment: ${commitment.title}`),
    ...plan.opportunities.map((opportunity) => `  Opportunity: ${opportunity.title}`),
    ...plan.funding.map(
      (line) => `  Funding: ${line.source}, ${line.amount}${line.share === null ? '' : `, ${line.share}`}`,
    ),
    ...plan.allocations.map((line) => `  Allocation: ${line.name}, ${line.amount}`),
  ]
}

function tableLines(reading: Reading): string[] {
  return reading.tables.map((table) => {
    const where = table.page === null ? '' : ` on page ${table.page}`
    const columns = Math.max(table.columns.length, ...table.rows.map((row) => row.length))
    const name = table.title ?? short(table.columns.filter((column) => column.trim() !== '').join(', '))
    return `Table${where}${name === '' ? '' : `: ${name}`} (${count(table.rows.length, 'row')}, ${count(columns, 'column')})`
  })
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function warningLines(reading: Reading, firstLine: number): string[] {
  return reading.warnings.map((warning: Warning) => {
    const where =
      warning.page === undefined || warning.page === null
        ? `line ${firstLine + lineAt(reading.text, warning.start)}`
        : `page ${warning.page}`
    return `Warning, ${where}: ${warning.message}`
  })
}
