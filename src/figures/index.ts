/** The door of figures: finds the arithmetic that a paper states, and says whether it adds up. Pure. */
export { checkFigures } from './check.ts'
export type { Input, InputTable } from './input.ts'
export type { Check, Coverage, Kind, Note, Relation, Severity, Stated, Verdict } from './relation.ts'
export { areApart, type Quantity, statedQuantities } from './stated-quantities.ts'
