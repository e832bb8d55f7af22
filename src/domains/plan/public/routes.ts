/** The addresses of plans: each with its question of the record and its view. */
import type { PublicRecord } from '../../../record/index.ts'
import { type Page, page } from '../../../web/index.ts'
import {
  belowPlans,
  commitmentAt,
  commitmentsOf,
  figuresOf,
  planAtAGlance,
  plansOn,
  threadOf,
  versionsOf,
} from '../reads.ts'
import { historyOf, whatBecame } from '../reads-review.ts'
import { cursorFrom, showNamed } from '../thread.ts'
import { commitmentPage } from './commitment-page.ts'
import { commitmentsPage } from './commitments-page.ts'
import { planPage } from './plan-page.ts'
import { plansPage } from './plans-page.ts'
import { threadPage } from './thread-page.ts'
import { versionsPage } from './versions-page.ts'
import { whatBecamePage } from './what-became-page.ts'

export const publicPages: readonly Page<PublicRecord>[] = [
  page('/plan', {
    lists: 'plan',
    read: (ask: PublicRecord, { today }) => plansOn(ask, today),
    view: plansPage,
  }),
  page('/plan/:plan', {
    read: async (ask: PublicRecord, { params, today }) => {
      const glance = await planAtAGlance(ask, params['plan'] ?? '', today)
      if (glance === undefined) return undefined
      const [history, figures] = await Promise.all([historyOf(ask, glance.plan), figuresOf(ask, glance)])
      return { ...glance, history, figures }
    },
    view: planPage,
  }),
  page('/plan/:plan/versions', {
    addresses: belowPlans('versions'),
    query: ['from', 'to'],
    read: (ask: PublicRecord, { params, query }) =>
      versionsOf(ask, params['plan'] ?? '', { from: query['from'], to: query['to'] }),
    view: versionsPage,
  }),
  page('/plan/:plan/what-became', {
    addresses: belowPlans('what-became'),
    read: (ask: PublicRecord, { params }) => whatBecame(ask, params['plan'] ?? ''),
    view: whatBecamePage,
  }),
  page('/plan/:plan/priorities/:priority', {
    query: ['show', 'after'],
    read: async (ask: PublicRecord, { params, query, today }) => {
      const show = showNamed(query['show'])
      const after = query['after'] === undefined ? null : cursorFrom(query['after'])
      if (show === undefined || after === undefined) return undefined
      return threadOf(ask, {
        plan: params['plan'] ?? '',
        priority: params['priority'] ?? '',
        show,
        after,
        today,
      })
    },
    view: threadPage,
  }),
  page('/plan/:plan/commitments', {
    addresses: belowPlans('commitments'),
    lists: 'commitment',
    read: (ask: PublicRecord, { params }) => commitmentsOf(ask, params['plan'] ?? ''),
    view: commitmentsPage,
  }),
  page('/plan/:plan/commitments/:commitment', {
    read: (ask: PublicRecord, { params }) =>
      commitmentAt(ask, params['plan'] ?? '', params['commitment'] ?? ''),
    view: commitmentPage,
  }),
]
