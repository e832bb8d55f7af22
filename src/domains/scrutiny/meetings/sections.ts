/** The sections of a paper: what stands under each heading, so that a thread can lead to the part that matters. */
import type { CitedSection } from '../serving.ts'
import type { ShownBlock } from './shown-block.ts'

export type Section = {
  /** The anchor of its heading on the paper's page. */
  anchor: string
  heading: string
  /** First and last numbered paragraph in it, as printed; null where none has a number. */
  paragraphs: { first: string; last: string } | null
  /** Its paragraphs and lists, in order; not its tables, whose words are labels. */
  texts: string[]
}

/** The sections in order, each up to the next heading of any level. What stands before the first heading is in none. */
export function sectionsOf(blocks: readonly ShownBlock[]): Section[] {
  const sections: Section[] = []
  for (const block of blocks) {
    if (block.type === 'heading') {
      sections.push({ anchor: block.anchor, heading: block.text, paragraphs: null, texts: [] })
      continue
    }
    const section = sections.at(-1)
    if (section === undefined) continue
    if (block.type === 'list') section.texts.push(...block.items.map(({ text }) => text))
    if (block.type !== 'paragraph') continue
    section.texts.push(block.text)
    if (block.number !== null)
      section.paragraphs = { first: section.paragraphs?.first ?? block.number, last: block.number }
  }
  return sections
}

/** How a section is cited: “Recorded crime”, paragraphs 9 to 14. */
export function citeSection({ heading, paragraphs }: Section): string {
  if (paragraphs === null) return `“${heading}”`
  const { first, last } = paragraphs
  return `“${heading}”, ${first === last ? `paragraph ${first}` : `paragraphs ${first} to ${last}`}`
}

/** The sections as a link to a priority cites them. */
export const citedSections = (blocks: readonly ShownBlock[]): CitedSection[] =>
  sectionsOf(blocks).map((section) => ({ ...section, label: citeSection(section) }))
