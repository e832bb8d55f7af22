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
  {
    name: 'a list of decisions, each under its item',
    words: `Decisions

Sedgemoor and Avon Police and Crime Panel
Thursday, 7 December 2023 11.00 am

Decisions published: 12 December 2023

Item 4. Commissioner's Update Report

Decision:
That the update be noted.

Item 5. Assurance report: contact centre

Decision:
(i) That the report be noted.
(ii) That the Commissioner be requested to bring a further report in six months.

Item 6. Minutes

Decision:
That the minutes of 19 October 2023 be approved.
`,
    expected: {
      date: '2023-12-07',
      items: ["4 | Commissioner's Update Report", '5 | Assurance report: contact centre', '6 | Minutes'],
      resolved: ['4 | 0 | ~update be noted', '5 | 2 | ~further report', '6 | 0 | ~be approved'],
      actions: ['asked | Commissioner | - | ~bring a further report in six months'],
    },
  },
  {
    name: 'the page of one item, with its furniture',
    words: `Agenda item
Road safety strategy

Meeting of Haddon and Wyre Police and Crime Panel, Tuesday, 18th June, 2024 10.00 am (Item 7.)

To receive the Commissioner's report on roads.

Minutes:
The Commissioner presented the report. She undertook to send members the list of average-speed sites before the summer recess.

RESOLVED: That the report be noted.

Supporting documents:
Road safety report, item 7. pdf icon PDF 388 KB

Share this item
`,
    expected: {
      date: '2024-06-18',
      items: ['7 | Road safety strategy'],
      resolved: ['7 | 0 | ~report be noted'],
      actions: ['firm | Commissioner | - | ~send members the list of average-speed sites'],
    },
  },
]
