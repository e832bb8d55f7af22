/** The pages of questions: the register, and one question. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { questionAt, questionRegister } from '../reads.ts'
import { questionPage } from './question-page.ts'
import { questionRegisterPage } from './register-page.ts'

export const questionPages: readonly Page<PublicRecord>[] = [
  page('/questions', {
    lists: 'question',
    query: ['state', 'by', 'body', 'part'],
    read: questionRegister,
    view: questionRegisterPage,
  }),
  page('/questions/:question', { read: questionAt, view: questionPage }),
]
