/** What was copied from the pages of a committee's web site. */
import type { Document } from './documents.ts'

export const PAGES: readonly Document[] = [
  {
    name: 'agenda and minutes, with words before "Minutes:" and an item of that name',
    words: `Agenda and minutes

Greater Mersdale Police, Fire and Crime Panel
Thursday, 9th February, 2023 1.00 pm

Venue: Committee Room 2, Tib Hall, Mersdale

Contact: Priya Shaw 0161 000 0000

No. Item

11.
Apologies

Minutes:
Apologies were received from Councillor Neil Wardle and Councillor Asha Obi.

12.
Minutes pdf icon PDF 151 KB

To consider the approval of the minutes of the meeting held on 24 November 2022.

Minutes:
Decision:
That the minutes be approved.

13.
Setting the precept pdf icon PDF 402 KB

Report of the Treasurer attached.

Additional documents:

Minutes:
The Treasurer took members through the options.

Decision:
1. That the precept be supported.
2. That the Treasurer be thanked.

Share this item
`,
    expected: {
      date: '2023-02-09',
      time: '13:00',
      body: 'Greater Mersdale Police, Fire and Crime Panel',
      items: ['11 | Apologies', '12 | Minutes', '13 | Setting the precept'],
      resolved: ['12 | 0 | ~minutes be approved', '13 | 2 | ~Treasurer be thanked'],
      refersTo: ['12 | 2022-11-24'],
    },
  },
]
