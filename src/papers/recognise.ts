/** Recognises what kind of paper a tree is, and what stands in it. */
import type { Reading } from './reading.ts'
import type { Tree } from './tree.ts'

/** A reading in which nothing was recognised yet. */
export function emptyReading(tree: Tree, file: string): Reading {
  return {
    file,
    kind: 'other',
    lang: 'en',
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

/** Takes a tree and the file's name; returns all that was recognised. Unknown stays null. */
export function recognise(tree: Tree, file: string): Reading {
  return emptyReading(tree, file)
}
