/** An expected "no", returned as a value with a code and words a person can act on. Anything unexpected is thrown. */
export type Refusal = {
  readonly refused: true
  /** Stable and lower-case, listed in docs/refusals.md: 'file-not-found', 'not-a-paper'. */
  readonly code: string
  /** One sentence that names the thing, the place and the mend. */
  readonly message: string
}

/** Makes a refusal. */
export const refuse = (code: string, message: string): Refusal => ({ refused: true, code, message })

/** Tells a refusal from an outcome. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
