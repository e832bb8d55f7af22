/** A reading before anything is recognised in it. */
import { languageOfAll } from './language.ts'
import type { Reading } from './reading.ts'
import type { Tree } from './tree.ts'

/** A reading in which nothing was recognised yet. */
export function emptyReading(tree: Tree, file: string): Reading {
  return {
    file,
    kind: 'other',
    lang: languageOfAll(tree.blocks),
    title: null,
    body: null,
    date: null,
    time: null,
    place: null,
    issued: null,
    contact: [],
    items: [],
    attendance: null,
    membership: [],
    questions: [],
    actions: [],
    papers: [],
    forwardProgramme: null,
    plan: null,
    decisions: [],
    recommendations: [],
    listed: null,
    embedded: [],
    tables: tree.blocks.flatMap((block) =>
      block.type === 'table'
        ? [{ page: block.page, title: block.title, columns: block.columns, rows: block.rows }]
        : [],
    ),
    blocks: tree.blocks,
    text: tree.text,
    warnings: tree.warnings,
  }
}
