/** Resolutions, wherever in a minute offices put them and however they mark them. */
import type { Document } from './documents.ts'

export const RESOLUTIONS: readonly Document[] = [
  {
    name: 'a resolution before the paragraphs, with bullets, on the line after the mark, and two in one item',
    words: `Minutes of the Calder Vale Police and Crime Panel
Held: 12 November 2019

Members present: Councillor Dot Akroyd (in the Chair), Councillor Frank Lumb

17. KNIFE CRIME

RESOLVED: that the youth survey be repeated each spring.

17.1 The Chief Executive introduced the report.

17.2 Members thanked the schools that had taken part.

18. ESTATE

18.1 A list of sites was shown.

Resolved that:
• the disposal of Hebble Yard be noted
• a list of leases be supplied to the Panel

19. COMPLAINTS

19.1 Two complaints were before members.

RESOLVED – That complaint A be closed.

19.2 Complaint B was then considered in private.

RESOLVED – That complaint B be referred to the monitoring officer.
`,
    expected: {
      kind: 'minutes',
      date: '2019-11-12',
      items: ['17 | KNIFE CRIME', '18 | ESTATE', '19 | COMPLAINTS'],
      paragraphs: ['17 | 2', '18 | 1', '19 | 2'],
      resolved: [
        '17 | 0 | ~repeated each spring',
        '18 | 2 | ~list of leases',
        '19 | 0 | ~complaint A be closed',
        '19 | 0 | ~referred to the monitoring officer',
      ],
      present: ['Dot Akroyd', 'Frank Lumb'],
    },
  },
  {
    name: 'recommendations put to the meeting are no resolutions',
    words: `TAMARSIDE POLICE AND CRIME PANEL
Minutes of the meeting of 8 February 2021

PRESENT: Mrs G Penrose (Chair); Mr T Rosevear; Dr N Holman

5. PRECEPT 2021/22

The Panel had before it a report which recommended that members:
(a) consider the proposed precept;
(b) decide whether to support it; and
(c) send their views to the Commissioner.

The vote was taken by roll call.

IT WAS RESOLVED
(a) to support a precept of £236.56 at Band D;
(b) to ask the Commissioner for a breakdown of the cost of call handling.

6. DATE OF NEXT MEETING

15 March 2021, 10.30 am.
`,
    expected: {
      date: '2021-02-08',
      items: ['5 | PRECEPT 2021/22', '6 | DATE OF NEXT MEETING'],
      present: ['G Penrose', 'T Rosevear', 'N Holman'],
      resolved: ['5 | 2 | ~support a precept'],
      actions: ['asked | Commissioner | - | ~breakdown of the cost of call handling'],
    },
  },
  {
    name: 'a resolution that was carried unanimously in the midst of a paragraph, and another after it',
    words: `DRAFT MINUTES

Vale of Tern Police and Crime Panel, Tuesday 25 June 2019, Shire Rooms, Ternbridge

Present: Cllr O Bright (Chair); Cllr F Cadman; Ms P Yeo

In attendance: S Wren (Clerk)

6/19 ELECTION OF CHAIR
Cllr Cadman proposed Cllr Bright and Ms Yeo seconded. There being no other nomination it was UNANIMOUSLY RESOLVED that Cllr O Bright be Chair for 2019/20.

7/19 MINUTES
The minutes of the meeting held on 29 January 2019 were taken as read. RESOLVED: That they be signed.

8/19 ANNUAL REPORT
The Commissioner (Mr G Dace) took members through the year. Members praised the work with young carers. RESOLVED that the report be commended. It was further RESOLVED that Mr Dace be asked to supply the number of referrals by district.
`,
    expected: {
      kind: 'minutes',
      date: '2019-06-25',
      items: ['6/19 | ELECTION OF CHAIR', '7/19 | MINUTES', '8/19 | ANNUAL REPORT'],
      present: ['O Bright', 'F Cadman', 'P Yeo'],
      inAttendance: ['S Wren'],
      resolved: [
        '6/19 | 0 | ~be Chair for 2019/20',
        '7/19 | 0 | ~they be signed',
        '8/19 | 0 | ~be commended',
        '8/19 | 0 | ~number of referrals by district',
      ],
      refersTo: ['7/19 | 2019-01-29'],
    },
  },
]
