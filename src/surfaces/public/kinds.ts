/** The kinds of thing that all domains publish. */
import { kinds as figuresKinds } from '../../domains/checked-figures/index.ts'
import { kinds as performanceKinds } from '../../domains/performance/index.ts'
import { kinds as planKinds } from '../../domains/plan/index.ts'
import { kinds as scrutinyKinds } from '../../domains/scrutiny/index.ts'
import type { AnyKind } from '../../record/index.ts'

export const kinds: readonly AnyKind[] = [
  ...planKinds,
  ...scrutinyKinds,
  ...figuresKinds,
  ...performanceKinds,
]

/** "Action", by the kind's name. */
export const kindWords: ReadonlyMap<string, string> = new Map(
  kinds.map(({ name, words }) => [name, words.one]),
)
