/** The pages of people: everyone on the record, and one person. */
import type { PublicRecord } from '../../../../record/index.ts'
import { type Page, page } from '../../../../web/index.ts'
import { peopleList, personAt } from '../reads.ts'
import { peoplePage } from './people-page.ts'
import { personPage } from './person-page.ts'

export const peoplePages: readonly Page<PublicRecord>[] = [
  page('/people', { lists: 'person', query: ['body'], read: peopleList, view: peoplePage }),
  page('/people/:person', { read: personAt, view: personPage }),
]
