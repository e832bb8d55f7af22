/** Whether the newest figure is there in time, in words. */
import { type Html, html } from '../../../../web/index.ts'
import type { Telling } from '../telling.ts'
import type { Charted } from './drawn.ts'

export const freshnessMark = (_measure: Charted, _telling: Telling): Html => html``
export const freshnessLine = (_measure: Charted, _telling: Telling): Html => html``
