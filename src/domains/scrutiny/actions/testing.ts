/** Builders of actions for tests. */
import { date } from '../../../lib/index.ts'
import type { Action, Progress } from './action.ts'

/** A request of a panel, open and without a date, with what a test cares about in place. */
export function anAction(parts: Partial<Action> = {}): Action {
  const what = parts.what ?? 'A report on how new officers are supported'
  return {
    slug: '2019-09-24-report-on-support',
    ref: '328.R1',
    kind: 'panel-request',
    firm: true,
    what,
    quote: 'Request a report on how new officers are supported',
    subject: 'Recruitment of officers',
    owner: { office: 'Commissioner', person: null },
    due: null,
    body: { name: 'Police and Crime Panel', path: '/bodies/police-and-crime-panel' },
    meeting: {
      date: date('2019-09-24'),
      path: '/meetings/police-and-crime-panel/2019-09-24',
      title: 'Police and Crime Panel, 24 September 2019',
    },
    source: {
      words: 'minute 328, resolution',
      path: '/meetings/police-and-crime-panel/2019-09-24/minutes#minute-328-resolution',
    },
    progress: [],
    carrying: [],
    serves: [],
    ...parts,
  }
}

/** A dated statement that an action is done, shown by a paper. */
export const progressOf = (parts: Partial<Progress> = {}): Progress => ({
  date: date('2020-02-06'),
  state: 'done',
  text: 'The report was given.',
  source: 'Agenda of 6 February 2020, item B3',
  broughtBy: 'minutes.md',
  ...parts,
})
