/**
 * The door of checked figures: what a paper states is compared with what else it states, kept with the paper, and shown.
 * Its import has a door of its own, `import.ts`.
 */
export { checkedFigures } from './checking.ts'
export type { CheckedFigures, Finding, WithFigures } from './finding.ts'
export { figuresStored, keptFigures } from './finding.ts'
export { type Group, type Grouped, groupedFindings } from './grouped.ts'
export { inputOf, type Printed, partOf } from './input.ts'
export { type Cell, type Place, type PlacedBlock, placedBlocks, placesIn } from './placing.ts'
export { type FigureMarks, figureMarks } from './public/figure-marks.ts'
export { figuresPanel } from './public/figures-panel.ts'
export { publicPages } from './public/routes.ts'
export { kinds } from './published.ts'
export { type FiguresAround, figuresAround } from './reads.ts'
