/** Minutes: how their items are numbered, what was varied, lost or cannot be. */
import type { Document } from './documents.ts'

export const MINUTES: readonly Document[] = [
  {
    name: 'numbers that carry the year, resolutions in the same sentence',
    words: `FENMARCH POLICE AND CRIME PANEL

MINUTES of a meeting held at The Corn Hall, Saltby on Thursday, 17 September 2020 at 10.15 am

Present: Councillors J Pryor (Chairman), A Tunnard and S Oakey

38/20  APOLOGIES

No apologies had been received.

39/20  MINUTES OF THE LAST MEETING

It was proposed, seconded and RESOLVED that the minutes of 2 July 2020 be signed as a true record.

40/20  RURAL CRIME

The Commissioner spoke to her paper on hare coursing. Having discussed it, members RESOLVED UNANIMOUSLY to welcome the new drone unit.
`,
    expected: {
      kind: 'minutes',
      date: '2020-09-17',
      time: '10:15',
      items: ['38/20 | APOLOGIES', '39/20 | MINUTES OF THE LAST MEETING', '40/20 | RURAL CRIME'],
      present: ['J Pryor', 'A Tunnard', 'S Oakey'],
      resolved: ['39/20 | 0 | ~signed as a true record', '40/20 | 0 | ~welcome the new drone unit'],
      actions: [],
    },
  },
  {
    name: 'letters after item numbers, "Decision:" under each',
    words: `Solway Edge Police, Fire and Crime Panel
Minutes of the meeting held on Monday 3 June 2024

Present
Cllr Morag Teesdale (Chair)
Cllr Bill Nanson
Mr Iqbal Raza (Independent Member)

9. Budget monitoring

The Chief Finance Officer went through the outturn.

Decision: That the outturn be noted.

9a. Reserves

Members heard that general balances stood at 4.1%.

Decision: That the Treasurer's note on balances be accepted.

9b. Vehicle fleet

The panel discussed the age of vans.

Decision:
(1) That the fleet plan be noted.
(2) That a visit to the workshop be arranged for members.
`,
    expected: {
      items: ['9 | Budget monitoring', '9a | Reserves', '9b | Vehicle fleet'],
      present: ['Morag Teesdale', 'Bill Nanson', 'Iqbal Raza'],
      resolved: ['9 | 0 | ~outturn be noted', '9a | 0 | ~be accepted', '9b | 2 | ~visit to the workshop'],
    },
  },
  {
    name: 'an order of business that was varied, with references to the agenda and to an earlier meeting',
    words: `Peakshire Police and Crime Panel

Minutes of a meeting held on Friday 21 October 2022 in the Assembly Rooms, Wirkdale

Present: Cllr L Bagshaw (Chair), Cllr P Heathcote

The Chair varied the order of business.

212. Welcome
(Item A1)

The Chair welcomed members.

213. Violence reduction
(Item C2)

(1) The Deputy Commissioner spoke of the year's work.

(2) Members recalled the discussion of 8 July 2022.

RESOLVED that the report be received.

214. Victims' services
(Item C1)

(1) The report was taken as read.
`,
    expected: {
      date: '2022-10-21',
      items: ['212 | Welcome', '213 | Violence reduction', "214 | Victims' services"],
      agendaRefs: ['212 | Item A1', '213 | Item C2', '214 | Item C1'],
      paragraphs: ['213 | 2', '214 | 1'],
      resolved: ['213 | 0 | ~report be received'],
    },
  },
  {
    name: 'minutes that lost their headings, and the day of their meeting',
    words: `Minutes

Ouseland Police and Crime Panel

Present: Cllr Wm Thackray (Chair), Cllr Jo Sykes

Apologies: Cllr Meera Nair

1.

The Chair opened the meeting at 2pm.

2.

The minutes of 4 March 2022 were agreed.

3. Speed cameras

Mr Thorpe gave a talk.
`,
    expected: {
      date: '-',
      body: 'Ouseland Police and Crime Panel',
      present: ['Wm Thackray', 'Jo Sykes'],
      apologies: ['Meera Nair'],
    },
  },
  {
    name: 'a date that cannot be, and a resolution that looks back',
    words: `Minutes of the Morwenshire Police and Crime Panel held on 14 May 2021

Present: Cllr D Retallick (Chair)

11. WORK PROGRAMME

RESOLVED that the next meeting be held on 3 March 2021.

12. ROAD DEATHS

Members noted that the inquest would open on 31 September 2021.

RESOLVED that the item be brought back.
`,
    expected: {
      date: '2021-05-14',
      items: ['11 | WORK PROGRAMME', '12 | ROAD DEATHS'],
      resolved: ['11 | 0 | ~next meeting be held', '12 | 0 | ~brought back'],
      warnings: ['date-impossible', 'date-out-of-order'],
    },
  },
  {
    name: 'numbers in brackets, a footer with the path of the file, and words lost by a converter',
    words: `Minutes of a meeting of the Blackmere Police and Crime Panel held at Civic House,  on 4 December 2018

Present: Cllr H Oddy (Chairman), Cllr M Sugden

(23) Estates

The Chief Finance Officer reported that the sale of  police station had raised £410,000.

T:\\Committee\\PCP\\Minutes\\2018-12-04.docx

(24) Cadets

(a) The Panel heard from two cadets.

(b) Members asked that thanks be passed on.

RESOLVED:
(i) that the update be noted;
(ii) that a letter of thanks be sent by the Chairman.
`,
    expected: {
      date: '2018-12-04',
      items: ['23 | Estates', '24 | Cadets'],
      resolved: ['24 | 2 | ~letter of thanks'],
    },
  },
]
