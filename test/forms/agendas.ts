/** Agendas: tables, wrapped titles, papers to follow, furniture. */
import type { Document } from './documents.ts'

export const AGENDAS: readonly Document[] = [
  {
    name: 'a table of "No." and "Item" as a web page was saved to Markdown',
    file: 'agenda.md',
    words: `# Agenda

**Arden and Severn Police and Crime Panel**

**Date:** Wednesday 5 July 2023

**Time:** 2.30 pm

**Venue:** Council Chamber, The Quay, Alcebridge

| No. | Item | Lead |
|---|---|---|
| 1. | Election of Chair | Clerk |
| 2. | Apologies | Chair |
| 3. | Minutes | Chair |
| 4a. | Commissioner's Annual Report | Commissioner |
| 4b. | Scrutiny of delivery | Commissioner |
| 5. | Any urgent business | Chair |
`,
    expected: {
      kind: 'agenda',
      date: '2023-07-05',
      time: '14:30',
      body: 'Arden and Severn Police and Crime Panel',
      items: [
        '1 | Election of Chair',
        '2 | Apologies',
        '3 | Minutes',
        "4a | Commissioner's Annual Report",
        '4b | Scrutiny of delivery',
        '5 | Any urgent business',
      ],
    },
  },
  {
    name: 'page ranges inside wrapped titles, one to follow, the path of the file at the foot',
    words: `WESSMOOR POLICE AND CRIME PANEL

Notice of a meeting to be held on Thursday 28 March 2019 at 1.30 pm in the Guildhall, Chard Magna

AGENDA

1   Apologies for absence

2   Minutes of the meeting held on 31 January 2019          1 - 8

3   Police and Crime Commissioner's update on the            9 - 22
    Wessmoor control room

4   MEMBERSHIP AND SUBSTITUTION 23 - 26
    ARRANGEMENTS FOR 2019/20

5   Complaints against the Commissioner (TO FOLLOW)

6   Future work                                             27 - 28

G:\\DemServ\\PCP\\2019\\0328 agenda v3.doc
`,
    expected: {
      kind: 'agenda',
      date: '2019-03-28',
      time: '13:30',
      body: 'Wessmoor Police and Crime Panel',
      items: [
        '1 | Apologies for absence',
        '2 | Minutes of the meeting held on 31 January 2019',
        "3 | Police and Crime Commissioner's update on the Wessmoor control room",
        '4 | MEMBERSHIP AND SUBSTITUTION ARRANGEMENTS FOR 2019/20',
        '5 | Complaints against the Commissioner',
        '6 | Future work',
      ],
      pages: ['2 | 1-8', '3 | 9-22', '4 | 23-26', '6 | 27-28'],
      toFollow: ['5'],
      refersTo: ['2 | 2019-01-31'],
    },
  },
  {
    name: 'sections with letters, and an item that is exempt',
    words: `Lundmouth Police, Fire and Crime Panel

Monday, 6th December, 2021
at 9.45 am
The Customs House, Lundmouth

A G E N D A

A - PROCEDURE

A1 Apologies

A2 Declarations of interest

B - REPORTS OF THE COMMISSIONER

B1 Domestic abuse: what was commissioned (Pages 3 - 14)

B2 Fire cover review (Pages 15 - 40)

C - PRIVATE BUSINESS

C1 Settlement of a claim (exempt: paragraph 5 of Part 1 of Schedule 12A) (Pages 41 - 44)
`,
    expected: {
      kind: 'agenda',
      date: '2021-12-06',
      time: '09:45',
      items: [
        'A1 | Apologies',
        'A2 | Declarations of interest',
        'B1 | Domestic abuse: what was commissioned',
        'B2 | Fire cover review',
        'C1 | Settlement of a claim',
      ],
      pages: ['B1 | 3-14', 'B2 | 15-40', 'C1 | 41-44'],
      exempt: ['C1'],
    },
  },
  {
    name: 'a table flattened to one cell a line',
    words: `Chilternshire Police and Crime Panel

Date: 19 September 2018
Time: 11.00am
Venue: Oak Room, Civic Offices, Wendbury

AGENDA

No.
Item
Page
1
Apologies for absence
-
2
Declarations of interest
-
3
Minutes of 20 June 2018
3
4
Theme: serious violence
9
5
Work programme
21
`,
    expected: {
      kind: 'agenda',
      date: '2018-09-19',
      time: '11:00',
      items: [
        '1 | Apologies for absence',
        '2 | Declarations of interest',
        '3 | Minutes of 20 June 2018',
        '4 | Theme: serious violence',
        '5 | Work programme',
      ],
    },
  },
  {
    name: 'an agenda with no year in its notice, though it speaks of other days',
    words: `Eskwater Police and Crime Panel

Agenda

1. Minutes of the meeting on 11 May 2022
2. Report on hate crime
3. Forward plan to March 2023
`,
    expected: {
      kind: 'agenda',
      date: '-',
      body: 'Eskwater Police and Crime Panel',
      items: [
        '1 | Minutes of the meeting on 11 May 2022',
        '2 | Report on hate crime',
        '3 | Forward plan to March 2023',
      ],
    },
  },
  {
    name: 'a letterhead, a membership with a vacancy, and items whose titles wrap',
    words: `Ridings Combined Authority
Policing Scrutiny Panel

Tuesday 11 November 2025, 14:00
Meeting Room 3, Exchange House, Wakeley

Membership

Councillor Zed Firth (Chair) - Colne Council
Councillor Bea Oates - Dearne Council
Vacancy - Independent member

AGENDA

1. Apologies for absence and notification of
   substitutes

2. Exempt information: possible exclusion of
   the press and public

3. Mayor's policing budget (Pages 5 - 18)

4. Minutes (Pages 19 - 26)
   To approve the minutes of the meeting held on 9 September 2025

5. Neighbourhood officers: where they are and what
   they cost (to follow)
`,
    expected: {
      kind: 'agenda',
      date: '2025-11-11',
      time: '14:00',
      membership: ['Zed Firth', 'Bea Oates', 'vacancy'],
      items: [
        '1 | Apologies for absence and notification of substitutes',
        '2 | Exempt information: possible exclusion of the press and public',
        "3 | Mayor's policing budget",
        '4 | Minutes',
        '5 | Neighbourhood officers: where they are and what they cost',
      ],
      pages: ['3 | 5-18', '4 | 19-26'],
      toFollow: ['5'],
    },
  },
  {
    name: 'an agenda in a table with lettered items and times',
    words: `Agenda - Kielder and Tyneside Police and Crime Panel
Wednesday 31 January 2024 at 10.00am
Virtual meeting on Teams

| Item | Time | Subject | Page |
|---|---|---|---|
| 7a | 10.00 | Proposed precept 2024/25 | 3 |
| 7b | 10.40 | Panel's report on the precept | 19 |
| 8 | 11.00 | Confirmation hearing: Chief Finance Officer | 23 |
`,
    file: 'kielder.md',
    expected: {
      kind: 'agenda',
      date: '2024-01-31',
      time: '10:00',
      items: [
        '7a | Proposed precept 2024/25',
        "7b | Panel's report on the precept",
        '8 | Confirmation hearing: Chief Finance Officer',
      ],
      pages: ['7a | 3-3', '7b | 19-19', '8 | 23-23'],
    },
  },
]
