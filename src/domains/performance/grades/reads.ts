/** Questions of the published record about inspection grades. */
import type { PublicRecord } from '../../../record/index.ts'
import { everyOf } from '../reference/reads.ts'
import { type Inspection, newestFirst } from './inspection.ts'
import { inspectionKind } from './published.ts'

/** Every cycle, the newest first. */
export const inspections = async (ask: PublicRecord): Promise<Inspection[]> =>
  newestFirst(await everyOf(ask, inspectionKind))
