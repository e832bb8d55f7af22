/** Builders of work programmes for tests. */
import { date } from '../../../lib/index.ts'
import type { Programme } from './programme.ts'

/** A programme of November 2019 with what a test cares about in place. */
export function aProgramme(parts: Partial<Programme> = {}): Programme {
  return {
    month: '2019-11',
    body: {
      name: 'Police and Crime Panel',
      slug: 'police-and-crime-panel',
      path: '/bodies/police-and-crime-panel',
    },
    laidBefore: {
      date: date('2019-11-21'),
      path: '/meetings/police-and-crime-panel/2019-11-21',
      title: 'Police and Crime Panel, 21 November 2019',
    },
    meetings: [
      {
        date: date('2020-02-06'),
        printed: '2020-02-06',
        items: [{ title: 'Mental health – verbal update', origin: 'Proposed by PCC', owner: 'PCC' }],
      },
    ],
    standing: ['Questions to the Commissioner'],
    toNote: ['Decisions of the Commissioner', 'Minutes of the Performance and Delivery Board (if available)'],
    source: { name: 'pack.md', path: '/files/0/pack.md' },
    ...parts,
  }
}
