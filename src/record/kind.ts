/**
 * The kinds of thing the public record holds. A domain declares its kinds; the record knows none of them. The working
 * copy of an entry is one JSON value that the kind's own `parse` accepts; what the public gets is only what `publish`
 * lists, field by field.
 */
import type { LocalDate } from '../lib/index.ts'

/** A paragraph that search can lead to. */
export type Paragraph = {
  /** The fragment of its permalink on the entry's page: 'p37', 'minute-325-2', 'table-1'. Empty leads to the page's top. */
  anchor: string
  /** The number as printed, for "paragraph 37". */
  number: string | null
  text: string
}

/** What the public gets of an entry. */
export type Published<Content> = {
  title: string
  /** Readable and stable: /actions/2019-09-24-report-on-support. May end in a fragment when the entry is part of a page. */
  path: string
  /** The day it happened, was said or takes effect; null when it has none. Threads and lists are ordered by it. */
  date: LocalDate | null
  /** The path of the body (panel, board) it belongs to, for filters. */
  body: string | null
  /** What the thread and search results show under the title: one plain sentence, or empty. */
  summary: string
  /** A word the lists filter and count by, such as an action's state; null where the kind has none. */
  state: string | null
  content: Content
  /**
   * What pages of other entries show of it, where that is much less than its content: a part of the content, under the
   * same names. Where a kind gives none, and for what was published before it gave one, they get the content.
   */
  outline?: unknown
  /** In reading order; the title is searched as well and need not be repeated. */
  paragraphs: Paragraph[]
  /** The kept files that readers may have once this is published, each with the name it is served under. */
  files?: readonly { readonly sha256: string; readonly name: string }[]
}

export type Kind<Working, Content> = {
  /** 'action', 'agenda-item'. */
  readonly name: string
  /** "Action", "Actions". */
  readonly words: { readonly one: string; readonly many: string }
  /** Whether readers may find it by search, and filter by it. */
  readonly searchable: boolean
  /** Reads a working copy as stored, and throws when it is not one. */
  readonly parse: (stored: unknown) => Working
  readonly publish: (working: Working) => Published<Content>
}

/**
 * How two entries hang together, read from the first to the second: an action 'serves' a priority, an answer 'answers' a
 * question, a resolution 'arises-from' a minute, 'part-of' a meeting, a paper 'evidences' progress, a version
 * 'supersedes' another, an ask is 'carried-in' a work programme or 'not-found-in' it, a meeting's agenda 'lacks' a
 * standing item of a programme, a person 'attended' a meeting or 'asked' a question, an action is 'owned-by' a person, a quoted
 * figure 'quotes' a measure, a measure 'measures' a priority.
 */
export const LINK_KINDS = [
  'serves',
  'answers',
  'arises-from',
  'part-of',
  'evidences',
  'supersedes',
  'carried-in',
  'not-found-in',
  'lacks',
  'attended',
  'asked',
  'member-of',
  'owned-by',
  'quotes',
  'measures',
] as const

export type LinkKind = (typeof LINK_KINDS)[number]

/** The part of an entry that a link runs from, such as one section of a long paper. */
export type LinkPlace = {
  /** Its address with the fragment. */
  readonly path: string
  /** "Section 6.2" or "paragraphs 12 to 15". */
  readonly label: string
  /** What that part says, in a sentence of the paper; empty where none stands alone. */
  readonly text: string
}

/** A kind of which only the public side matters: what pages ask the published record for. */
export type Shown<Content> = {
  readonly name: string
  readonly publish: (working: never) => Published<Content>
}

/** Any kind, for lists of kinds. Its `publish` takes what its own `parse` returned, and nothing else. */
export type AnyKind = {
  readonly name: string
  readonly words: { readonly one: string; readonly many: string }
  readonly searchable: boolean
  readonly parse: (stored: unknown) => unknown
  // Written as a method because TypeScript compares the parameters of methods both ways, which closes over Working.
  publish(working: unknown): Published<unknown>
}
