/** Every kind of thing that the domains keep, for the commands that act on any of them. */
import { kinds as figures } from '../../domains/checked-figures/index.ts'
import { kinds as performance } from '../../domains/performance/index.ts'
import { kinds as plan } from '../../domains/plan/index.ts'
import { kinds as scrutiny } from '../../domains/scrutiny/index.ts'
import type { AnyKind } from '../../record/index.ts'

export const everyKind: readonly AnyKind[] = [...plan, ...scrutiny, ...figures, ...performance]
