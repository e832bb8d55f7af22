/**
 * What a reader of papers returns: the document as one tree of blocks, and what was recognised in it. This is also the
 * JSON that `shiremoot read --json` prints, so its fields are a contract: add to them, never change them. Unknown is
 * `null`, never a guess; what could not be read is in `warnings`.
 */

export type Kind =
  | 'agenda'
  | 'minutes'
  | 'agenda+minutes'
  | 'report'
  | 'plan'
  | 'decision'
  | 'questions'
  | 'table'
  | 'other'
export type Lang = 'en' | 'cy' | 'en+cy'

/** A half-open range of indices into `Reading.blocks`. */
export type BlockRange = readonly [from: number, to: number]

/** Where a block stands: the page as numbered in the file (1 is the first; null where the form has none) and its offsets, in UTF-16 units, in `Reading.text`. */
export type Place = { page: number | null; start: number; end: number }

/**
 * `lang` is the language of the block's own words, null where they do not tell (names, figures, both languages on one
 * line). Always there in a reading; a reader of a form sets it where the form itself says so (HTML's lang).
 */
export type Block = Place & { lang?: 'en' | 'cy' | null } & (
    | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; text: string; number: string | null }
    /** `number` is as printed ("14", "3.2", "(a)"), null for an unnumbered one. `quote` marks a question or quotation set apart. */
    | { type: 'paragraph'; text: string; number: string | null; quote: boolean }
    | { type: 'list'; ordered: boolean; items: ListItem[] }
    | { type: 'table'; title: string | null; columns: string[]; rows: string[][]; rowHeaders: boolean }
  )

/** `marker` is as printed ("(a)", "1)", "-"). */
export type ListItem = { marker: string; text: string; items: ListItem[] }

export type Contact = { name: string | null; phone: string | null; email: string | null }

export type Resolution = {
  text: string
  parts: string[]
  /** Exact words as they stand in `text` of the reading. */
  start: number
  end: number
}

export type Item = {
  /** As printed: "B1" on an agenda, "325" in minutes, "39/20", "9b"; null where the paper prints none. */
  number: string | null
  title: string
  section: string | null
  /** First and last printed page. */
  pages: [number, number] | null
  /** How many numbered paragraphs stand under it; 0 on an agenda. */
  paragraphs: number
  agendaRef: string | null
  toFollow: boolean
  /** The reason as printed when the item is exempt, or 'exempt' when none is given. */
  exempt: string | null
  refersToMeetingOn: string | null
  resolutions: Resolution[]
  declarations: { name: string; text: string }[]
  blocks: BlockRange
}

export type Attendee = {
  name: string
  asPrinted: string
  role: string | null
  organisation: string | null
  substituteFor: string | null
}

export type Attendance = {
  present: Attendee[]
  apologies: Attendee[]
  substitutes: Attendee[]
  alsoPresent: Attendee[]
  inAttendance: Attendee[]
  late: Attendee[]
}

export type Member = {
  name: string | null
  organisation: string | null
  role: string | null
  vacancy: boolean
}

export type Question = {
  number: string | null
  questioner: string | null
  text: string
  bullets: string[]
  /** The minute or agenda item it stands under. */
  item: string | null
  answerParagraphs: number[]
  blocks: BlockRange
}

export type Action = {
  /** "327.2": minute and paragraph. "328.R1": first part of its resolution. "329.R": the resolution itself. */
  ref: string
  owner: string | null
  what: string
  /** False for a soft promise ("happy to talk"). */
  firm: boolean
  due: string | null
  kind: 'commitment' | 'panel-request' | 'panel-action'
  /** The exact words, as they stand in `text`. */
  quote: string
  start: number
  end: number
}

/** A report inside a pack, or the report that the file is. */
export type Paper = {
  item: string | null
  from: string | null
  to: string | null
  subject: string | null
  date: string | null
  paragraphs: number
  headings: string[]
  blocks: BlockRange
}

export type ForwardProgramme = {
  /** A month (2019-11) or a day. */
  asAt: string | null
  meetings: { date: string; items: { title: string; origin: string | null; owner: string | null }[] }[]
  standing: string[]
  toNote: string[]
  blocks: BlockRange
}

export type PlanOwner = 'force' | 'policing-body'

export type PlanReading = {
  title: string
  from: string | null
  to: string | null
  principles: { title: string; blocks: BlockRange | null }[]
  priorities: { number: string | null; title: string; owner: PlanOwner | null; blocks: BlockRange | null }[]
  commitments: { title: string; group: string | null }[]
  opportunities: { title: string; blocks: BlockRange | null }[]
  nationalContext: { title: string }[]
  funding: { source: string; amount: string; share: string | null }[]
  allocations: { name: string; amount: string }[]
  /** The total as printed, which may not be what the allocations add to. */
  allocationsTotal: string | null
}

/** A decision of a commissioner or mayor: the notice that the file is, or one row of a log of decisions. */
export type Decision = {
  /** The reference as printed: "PCC/D/2024-017". */
  number: string | null
  title: string | null
  date: string | null
  /** Who signed or took it, as printed. */
  decidedBy: string | null
  summary: string | null
  recommendation: string | null
  decision: string | null
  /** A sum as printed, with its sign. */
  value: string | null
  /** Its place in `text`. */
  start: number
  end: number
}

/** What an inspection report, or the response to one, says must be done or be better. */
export type Recommendation = {
  number: string | null
  kind: 'recommendation' | 'area-for-improvement' | 'cause-of-concern'
  text: string
  start: number
  end: number
}

export type Warning = { code: string; message: string; start: number; end: number; page?: number | null }

export type Table = { page: number | null; title: string | null; columns: string[]; rows: string[][] }

/** What a committee system's list says of a meeting beside its agenda and who came. */
export type Listed = {
  /** The system's own number of the meeting. */
  id: string | null
  /** As printed: "Confirmed". */
  status: string | null
  /** The status of a meeting that is not held on its day ("Cancelled"); null while it is. */
  cancelled: string | null
  /** Where it can be watched. */
  webcast: string | null
  /** Names of the papers under each item; the list holds none of them. */
  documents: { item: string | null; title: string }[]
  /** Committees that the file lists as sitting. */
  committees: string[]
}

export type Reading = {
  file: string
  kind: Kind
  lang: Lang
  /** What the paper calls itself; null when it has no title of its own. */
  title: string | null
  body: string | null
  date: string | null
  time: string | null
  place: string | null
  issued: string | null
  contact: Contact[]
  items: Item[]
  attendance: Attendance | null
  membership: Member[]
  questions: Question[]
  actions: Action[]
  papers: Paper[]
  forwardProgramme: ForwardProgramme | null
  plan: PlanReading | null
  decisions: Decision[]
  recommendations: Recommendation[]
  /** Set where the file is a committee system's list of meetings; each of several meetings is in `embedded`. */
  listed: Listed | null
  /** Documents inside this one: the minutes inside a pack. Their ranges index their own `blocks`. */
  embedded: Reading[]
  tables: Table[]
  blocks: Block[]
  text: string
  warnings: Warning[]
}
