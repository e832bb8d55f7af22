/** What the checker finds: relations between figures that a paper states, each with a verdict and its calculation. */

/** 'change' is absolute, 'percent-change' relative; 'difference' is any other subtraction. */
export type Kind =
  | 'change'
  | 'percent-change'
  | 'share'
  | 'sum-in-text'
  | 'table-row-sum'
  | 'table-column-sum'
  | 'share-list'
  | 'difference'
  | 'ratio'
  | 'other'

/**
 * 'consistent': the point computed from the operands, rounded to the stated precision, is the stated figure.
 * 'consistent-within-rounding': it is not, but the intervals overlap. 'inconsistent': they do not. 'undecidable': an
 * operand is missing, or the wording does not say that the relation holds.
 */
export type Verdict = 'consistent' | 'consistent-within-rounding' | 'inconsistent' | 'undecidable'

/** 'truncation': the figure was cut off rather than rounded. 'unlikely-rounding': possible, but over three deviations off. */
export type Severity = 'error' | 'truncation' | 'unlikely-rounding' | 'none'

/** A figure as stated. `value`, `ulp`, `lo` and `hi` are exact decimals written out ("4109801", "0.05"); the interval is half-open. */
export type Stated = {
  readonly role: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly value: string
  /** 'GBP', '%', 'points' or null for a count. */
  readonly unit: string | null
  /** One unit in the last stated place, in the scaled value. */
  readonly ulp: string
  readonly lo: string
  readonly hi: string
  /** "around", "nearly": the word that widened the interval. */
  readonly approx?: string
}

export type Relation = {
  readonly kind: Kind
  readonly subkind: string | null
  /** From the first to the last figure involved, in UTF-16 units of the text. */
  readonly start: number
  readonly end: number
  readonly verdict: Verdict
  /** The figure that is checked; null for a list of shares. */
  readonly stated: Stated | null
  readonly operands: readonly Stated[]
  readonly formula: string
  readonly recomputed: { readonly point: string; readonly lo: string; readonly hi: string } | null
  /** Stated less recomputed, where the verdict is 'inconsistent'. */
  readonly discrepancy: string | null
  readonly severity: Severity
  /** Relations that fail for one reason share it; people are shown one finding with all its places. Null where nothing fails. */
  readonly cause: string | null
  /** One plain sentence with the calculation. */
  readonly message: string
}

/** A remark that is no error: two values and a word of change or of cause, with no series to bear it. */
export type Note = {
  readonly kind: 'two-point'
  readonly start: number
  readonly end: number
  readonly message: string
}

/** So that silence is not taken for approval. */
export type Coverage = {
  /** Figures seen, those excluded (dates, numbering …) not counted. */
  readonly figures: number
  readonly inARelation: number
  readonly relations: Readonly<Record<Verdict, number>>
}

export type Check = {
  /** In document order. */
  readonly relations: readonly Relation[]
  readonly notes: readonly Note[]
  readonly coverage: Coverage
}
