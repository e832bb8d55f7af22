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
  {
    name: 'days by which: in a month, by the next meeting, at a day without its year',
    words: `Minutes of the Purbrook Police and Crime Panel held on 2 December 2020

Present: Cllr A Vine (Chair)

14. Drones

14.1 The Commissioner undertook to bring the evaluation to the Panel in April 2021.

14.2 She would circulate the list of sites by 15 January.

14.3 The Chief Executive would send the costs before the next meeting.

14.4 The Commissioner agreed to report by the end of March 2021 on training.

15. Date of next meeting

The next meeting would be on 10 February 2021.
`,
    expected: {
      date: '2020-12-02',
      actions: [
        'firm | Commissioner | 2021-04-30 | ~bring the evaluation',
        'firm | Commissioner | 2021-01-15 | ~circulate the list of sites',
        'firm | Chief Executive | 2021-02-10 | ~The Chief Executive would send the costs',
        'firm | Commissioner | 2021-03-31 | ~report by the end of March',
      ],
    },
  },
  {
    name: 'what members ask, what is told of plans, and what is only said softly',
    words: `Minutes of the Tarrant Vale Police and Crime Panel held on 19 June 2018

Present: Cllr E Knapp (Chair), Mrs I Bere

7. Questions on performance

7.1 Mrs Bere asked whether the Commissioner would publish the survey.

7.2 The Commissioner replied that a new call centre would open in 2020 and that officers would be trained.

7.3 Cllr Knapp asked that the figures for theft be split by town. The Commissioner said she would provide them.

7.4 The Commissioner would continue to press ministers for a fairer formula.

7.5 The Deputy Commissioner promised to email the link to all members.

7.6 It was explained that the Chief Constable may delegate this power.

7.7 The Chair thanked the Commissioner, who had sent the answers in May.
`,
    expected: {
      date: '2018-06-19',
      actions: [
        'firm | Commissioner | - | ~she would provide them',
        'soft | Commissioner | - | ~continue to press ministers',
        'firm | Deputy Commissioner | - | ~email the link to all members',
      ],
    },
  },
  {
    name: 'a table of actions with owners by initials',
    words: `# Minutes of the Stour and Wylye Police and Crime Panel held on 8 October 2024

**Present:** Cllr T Amey (Chair), Cllr R Pothecary

## 3. Fraud

The Panel had a long discussion.

| No. | Action | By whom | By when |
|---|---|---|---|
| 3.1 | Share the fraud campaign plan with members | HL | 31 October 2024 |
| 3.2 | Ask banks for figures | HL/DK | Next meeting |
`,
    file: 'stour.md',
    expected: {
      actions: [
        'asked | HL | 2024-10-31 | ~Share the fraud campaign plan',
        'asked | HL/DK | - | ~Ask banks for figures',
      ],
    },
  },
]
