/** What was promised, asked for, or neither. */
import type { Document } from './documents.ts'

export const PROMISES: readonly Document[] = [
  {
    name: 'firm, soft, already done, a power, a rule and a wish',
    words: `Minutes of the Exmere Police and Crime Panel held on 7 July 2021

Present: Cllr B Quick (Chair)

4. Commissioner's report

4.1 The Commissioner pledged to publish the survey of victims by 30 September 2021.

4.2 She had written to the Home Secretary in May and had received no answer.

4.3 Under the Act the Panel may require the Commissioner to attend.

4.4 The Commissioner gave an assurance that she would raise the matter of e-scooters with the Chief Constable.

4.5 Councillor Quick hoped that more would be done about noise.

4.6 The Commissioner said she was open to considering a pilot in market towns.

4.7 It was a requirement that every force publish the figures.

4.8 The Commissioner offered to provide a written response on call times after the meeting.
`,
    expected: {
      date: '2021-07-07',
      actions: [
        'firm | Commissioner | 2021-09-30 | ~publish the survey of victims',
        'firm | Commissioner | - | ~raise the matter of e-scooters',
        'soft | Commissioner | - | ~open to considering a pilot',
        'firm | Commissioner | - | ~provide a written response on call times',
      ],
    },
  },
  {
    name: 'initials as owners, in lines and in brackets at the end',
    words: `Minutes of Trentshire Police and Crime Panel held on 10 October 2023

Present: Cllr T Salt (Chair), Cllr S Cope

In attendance: Tom Sayle (TS), Chief Executive; Sonia Croft (SC), Head of Policy

6. Matters arising

The action log was gone through.

Action: SC to circulate the stop and search dashboard by 1 December 2023.

7. Burglary

A member asked how many homes had been visited.

ACTION – TS/SC: provide numbers of homes visited in each district.

8. Any other business

Members would be sent a note on parking (Action: TS).
`,
    expected: {
      date: '2023-10-10',
      inAttendance: ['Tom Sayle', 'Sonia Croft'],
      actions: [
        'asked | SC | 2023-12-01 | ~circulate the stop and search dashboard',
        'asked | TS/SC | - | ~provide numbers of homes visited',
        'asked | TS | - | ~sent a note on parking',
      ],
    },
  },
]
