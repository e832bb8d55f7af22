/** The pages of actions: the register, and one action. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { actionAt, actionRegister } from '../reads.ts'
import { actionPage } from './action-page.ts'
import { actionRegisterPage } from './register-page.ts'

export const actionPages: readonly Page<PublicRecord>[] = [
  page('/actions', {
    lists: 'action',
    query: ['show', 'state', 'owner', 'body', 'meeting', 'part'],
    read: actionRegister,
    view: actionRegisterPage,
  }),
  page('/actions/:action', { read: actionAt, view: actionPage }),
]
