/** The door of checked figures: what a paper states is compared with what else it states, kept with the paper, and shown. */
export { checkedFigures } from './checking.ts'
export type { CheckedFigures, Finding, WithFigures } from './finding.ts'
export { figuresStored } from './finding.ts'
export { type Group, type Grouped, groupedFindings } from './grouped.ts'
export { inputOf, type Printed, partOf } from './input.ts'
export { type Cell, type Place, type PlacedBlock, placedBlocks, placesIn } from './placing.ts'
