/**
 * What every part of scrutiny is given when a document is brought into the record: where it stands, who is in it, and
 * how its paragraphs are addressed. One file may hold several documents (a pack holds the minutes of the meeting
 * before), so a context is of one document, never of the file.
 */
import type { EntryId, LocalDate } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import type { Brought, ImportAct, Source } from '../../record/index.ts'

/** An entry that is already in the record, as others point at it. */
export type Place = { readonly id: EntryId; readonly path: string; readonly title: string }

/** One part of a long paper: its anchor on the paper's page, how it is cited, and what it says in a sentence. */
export type PartOfPaper = { readonly anchor: string; readonly label: string; readonly text: string }

/** A priority that a text serves. `why` is ready to be the link's: "both speak of “county lines”". */
export type Serves = {
  readonly priority: EntryId
  readonly path: string
  readonly title: string
  readonly why: string
  /** The part of a long paper that speaks of it most; null or absent where that is the whole. */
  readonly part?: PartOfPaper | null
}

export type PaperContext = {
  readonly act: ImportAct
  readonly source: Source
  readonly authority: string
  /** The document itself: for minutes inside a pack, the embedded reading. */
  readonly reading: Reading
  readonly body: Place & { readonly name: string; readonly slug: string }
  /** The meeting the document is of, and the day of that meeting. */
  readonly meeting: Place & { readonly date: LocalDate }
  /**
   * The address, without fragment, of the page on which the paragraphs of this document are printed: …/minutes for
   * minutes, the meeting's own page for an agenda, …/papers/<paper> for a report. Add '#' and an anchor of anchors.ts.
   */
  readonly page: string
  /** The agenda of this meeting as the record knows it; empty when only minutes were brought. */
  readonly agenda: readonly (Place & { readonly number: string | null })[]
  /** Minutes by number ("328"): links 'arises-from' end here. Empty for an agenda or a report. */
  readonly minutes: ReadonlyMap<string, Place>
  /** Resolutions by the number of their minute ("328"), in the order they stand in it. */
  readonly resolutions: ReadonlyMap<string, readonly Place[]>
  /** The papers of this document by item ("B1"); a report that is a file of its own stands under ''. */
  readonly papers: ReadonlyMap<string, Place>
  /** The person whom a printed form certainly means in this document ("Mrs Bolton", "The Vice-Chairman", "Commissioner"); undefined when none or several fit. */
  readonly personFor: (asPrinted: string) => (Place & { readonly name: string }) | undefined
  /**
   * Which priorities in force on the day of the meeting a text serves, after the corrections file has had its say.
   * `ref` as in Corrections: item "B1", minute "328", action "328.R1", question "Q1", "paper".
   */
  readonly serves: (ref: string, text: string) => readonly Serves[]
}

/** What actions/import.ts (bringActions), questions/import.ts (bringQuestions) and work-programme/import.ts (bringWorkProgramme) are. */
export type BringPart = (context: PaperContext) => Promise<Brought>
