/** The door of plan: its kinds and pages, its importer, and which priorities a text serves. */
export type { Owner, Standing } from './plan.ts'
export { planPath, shortTitle, standing, standingWords, termWords } from './plan.ts'
export { prioritiesOn } from './priorities-on.ts'
export { priorityPath } from './priority.ts'
export { kinds } from './published.ts'
export type { PriorityForMatching, Serves } from './serves.ts'
export { proposeServes, whyServes } from './serves.ts'
