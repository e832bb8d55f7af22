/** How a domain takes part in an import: the command reads a file once and offers it to each domain in turn. */
import type { Permit } from '../identity/index.ts'
import type { EntryId, LocalDate, Refusal } from '../lib/index.ts'
import type { LinkKind } from './kind.ts'
import type { Tx } from './transaction.ts'

/** The file that is being imported. */
export type Source = {
  /** Its name without folders. */
  name: string
  sha256: string
  mediaType: string
  /** Where the public copy of the file is served: /files/<sha256>/<name>. */
  path: string
  corrections: Corrections
}

/** What a person has put right, from the file `NAME.corrections.json` beside the paper. Every part may be left out there. */
export type Corrections = {
  /** Facts of the whole paper that the reader could not find or got wrong: "body", "date", "title". */
  paper: Readonly<Partial<Record<'body' | 'date' | 'title', string>>>
  /** A name as printed → the person's name, for matches that stayed open. */
  people: Readonly<Record<string, string>>
  /** Which priorities a part of the paper serves, in place of what was proposed. `ref`: item "B1", minute "328", action "328.R1", question "Q1", or "paper". An empty list removes the proposals. */
  serves: readonly { ref: string; priorities: readonly string[]; why: string }[]
  /** What has become of an action, oldest first. */
  progress: readonly { ref: string; date: LocalDate; state: string; text: string; source: string | null }[]
  /** Items that the agenda seems to list as private, and whose papers are public after all. */
  public?: readonly string[]
  /** Parts of a plan whose headings were lost. */
  plan: {
    status?: string
    priorities?: readonly {
      number: string
      title: string
      owner: 'force' | 'policing-body'
      summary: string
    }[]
    summaries?: Readonly<Record<string, string>>
  }
}

/**
 * Whether an entry goes public with the file that touched it. Without a word it does, because the file brought it;
 * 'where-public' is of another file and follows only if readers have it already; one that 'waits' holds what another
 * file brought and nobody has published.
 */
export type Going = 'where-public' | 'waits'

/** What came of one entry, or one link, of an import. */
export type Brought = {
  entries: {
    id: EntryId
    kind: string
    title: string
    path: string
    outcome: 'created' | 'changed' | 'unchanged'
    goes?: Going | undefined
  }[]
  links: {
    from: string
    to: string
    ends: { from: EntryId; to: EntryId }
    kind: LinkKind
    why: string
    outcome: 'created' | 'changed' | 'unchanged'
  }[]
  /** What a person has to decide: an uncertain match, a gap in the numbering. Each says where and how to settle it. */
  open: { what: string; place: string; mend: string }[]
}

export type ImportAct = {
  tx: Tx
  permit: Permit<'record.import'>
  today: LocalDate
  /** The file is brought as a draft: what it says of people and bodies that readers know stays hidden until it is published. */
  asDraft?: boolean
}

export type Importer<Reading> = {
  /** The domain's name, for messages. */
  name: string
  /** Whether this domain has anything to take from the paper. Several may. */
  wants: (reading: Reading) => boolean
  bring: (act: ImportAct, reading: Reading, source: Source) => Promise<Brought | Refusal>
  /** Registers are JSON files `{ "register": NAME, … }`: the names this domain reads, and how. */
  registers?: Readonly<
    Record<string, (act: ImportAct, register: unknown, source: Source) => Promise<Brought | Refusal>>
  >
}
