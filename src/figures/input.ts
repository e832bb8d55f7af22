/** What the checker of figures is given: the text of a paper, and the tables that its form told apart. */

/** A table as it was read. Its words stand in the text between `start` and `end`. */
export type InputTable = {
  readonly start: number
  readonly end: number
  readonly title: string | null
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * A paper. All offsets are UTF-16 units of `text`. Tables that stand flattened in the text (tabs, runs of spaces, one
 * cell a line) are found in it besides; without `tables` all of them are.
 */
export type Input = {
  readonly text: string
  readonly tables?: readonly InputTable[]
}
