/**
 * One document for every form in which an office keeps papers. What is written here once comes out as Markdown, as Word
 * with real headings and lists, and as tagged PDF, so that no form says what another does not.
 */

/** A run of text. A gap is a place where somebody has to write: it is printed so that nobody can overlook it. */
export type Run =
  | { kind: 'text'; text: string; strong: boolean }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'gap'; text: string }

export type Column = {
  head: string
  /** Numbers stand to the right. */
  numeric: boolean
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** `number` as printed before it; null for a paragraph without one. */
  | { kind: 'paragraph'; number: number | null; runs: readonly Run[] }
  | { kind: 'list'; items: readonly (readonly Run[])[] }
  | {
      kind: 'table'
      caption: string
      columns: readonly Column[]
      rows: readonly (readonly string[])[]
      /** What a reader must know to read it: one line each, beneath. */
      notes: readonly string[]
    }

export type PrintedDocument = {
  title: string
  language: 'en' | 'cy'
  /** "To:", "From:", "Date:" and what stands after them. */
  head: readonly { label: string; words: string }[]
  blocks: readonly Block[]
}

export const text = (words: string): Run => ({ kind: 'text', text: words, strong: false })
export const strong = (words: string): Run => ({ kind: 'text', text: words, strong: true })
export const link = (words: string, href: string): Run => ({ kind: 'link', text: words, href })
/** A place for judgement: "why the force thinks so". */
export const gap = (words: string): Run => ({ kind: 'gap', text: words })

/** How a gap reads in every form. */
export const gapWords = (words: string): string => `[To write: ${words}]`

/** The words of runs without their form. */
export const plainWords = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'gap' ? gapWords(run.text) : run.text)).join('')
