/** What the checker of figures is given of a reading: its text, and the tables that its form told apart. */
import type { Input, InputTable } from '../../figures/index.ts'
import type { Block } from '../../papers/index.ts'

/** A reading, as far as figures stand in it. */
export type Printed = { readonly text: string; readonly blocks: readonly Block[] }

/** The whole of a reading. Offsets of what is found are those of the reading's text. */
export const inputOf = ({ text, blocks }: Printed): Input => ({ text, tables: blocks.flatMap(tableIn) })

function tableIn(block: Block): InputTable[] {
  if (block.type !== 'table') return []
  const { start, end, title, columns, rows } = block
  return [{ start, end, title, columns, rows }]
}

/** A part of a reading, from its first block to its last, as a reading of its own: offsets index its own text. */
export function partOf({ text }: Pick<Printed, 'text'>, blocks: readonly Block[]): Printed {
  const first = blocks[0]
  if (first === undefined) return { text: '', blocks: [] }
  const base = first.start
  const end = blocks.reduce((last, block) => Math.max(last, block.end), base)
  return {
    text: text.slice(base, end),
    blocks: blocks.map((block) => ({ ...block, start: block.start - base, end: block.end - base })),
  }
}
