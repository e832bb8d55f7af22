/** Short passages about areas that do not exist, in wordings of many kinds, and what a checker of figures must say of each. */

/** The kind, the figure that is checked, and the verdict: '=' agrees, '!' does not, '?' cannot be told. */
export type Expected = readonly [kind: string, stated: string, verdict: '=' | '!' | '?']
export type Passage = { readonly text: string; readonly expected: readonly Expected[] }

/** Written before the grammar was widened. */
export const PASSAGES: readonly Passage[] = [
  {
    text: 'Recorded arson in Wexmoor went from 412 incidents to 371, which is a reduction of 41 or 10.0 per cent.',
    expected: [
      ['change', '41', '='],
      ['percent-change', '10.0 per cent', '='],
    ],
  },
  {
    text: 'Hate crime climbed by 14% to 1,254, up from 1,100 the year before.',
    expected: [['percent-change', '14%', '=']],
  },
  {
    text: 'Call-outs rose from 2,310 in 2018/19 to 2,541 in 2019/20, a rise of 15%.',
    expected: [['percent-change', '15%', '!']],
  },
  {
    text: 'The Dunmere force dealt with 8,450 domestic incidents, compared with 9,120 in the previous year: 670 fewer.',
    expected: [['change', '670', '=']],
  },
  {
    text: 'Of the 640 people who replied, 416 (65%) wanted more patrols.',
    expected: [['share', '65%', '=']],
  },
  {
    text: 'We surveyed 1,280 residents of Harrowby. Of these, 512 (45%) had seen an officer on foot in the last month.',
    expected: [['share', '45%', '!']],
  },
  {
    text: 'The grant of £1.2m is made up of £700,000 for refuges, £350,000 for counselling and £150,000 for training.',
    expected: [['sum-in-text', '£1.2m', '=']],
  },
  {
    text: 'There were 96 complaints, comprising 41 about conduct, 33 about delay and 19 about courtesy.',
    expected: [['sum-in-text', '96', '!']],
  },
  {
    text: 'Some 54% were in favour, 31% were against and the remaining 15% had no view.',
    expected: [['share-list', '', '=']],
  },
  {
    text: 'A total of 48% supported the plan, 37% opposed it and the remaining 25% did not answer.',
    expected: [['share-list', '', '!']],
  },
  {
    text: '| Team | Officers | Staff | Total |\n|---|---|---|---|\n| Coast | 45 | 12 | 57 |\n| Vale | 61 | 18 | 79 |\n| Total | 106 | 30 | 136 |\n',
    expected: [
      ['table-row-sum', '57', '='],
      ['table-row-sum', '79', '='],
      ['table-row-sum', '136', '='],
      ['table-column-sum', '106', '='],
      ['table-column-sum', '30', '='],
      ['table-column-sum', '136', '='],
    ],
  },
  {
    text: 'Budget heading      2021/22   2022/23\nPay                  1,204     1,310\nVehicles               310       295\nPremises               118       120\nTotal                1,632     1,735\n',
    expected: [
      ['table-column-sum', '1,632', '='],
      ['table-column-sum', '1,735', '!'],
    ],
  },
  {
    text: 'Shoplifting and bicycle theft fell by 4.0% (120 fewer) and 9.5% (57 fewer) respectively.',
    expected: [
      ['percent-change', '4.0%', '?'],
      ['percent-change', '9.5%', '?'],
    ],
  },
  {
    text: 'The precept for a Band D home will be £204 a year, which is £17 a month.',
    expected: [['other', '£17', '=']],
  },
  {
    text: 'With 3,300 offences, vehicle crime went up by 12.5% (300 more than the year before).',
    expected: [['percent-change', '12.5%', '!']],
  },
  {
    text: 'Satisfaction rose from 71.2% to 74.9%, an increase of 3.7 percentage points.',
    expected: [['difference', '3.7 percentage points', '=']],
  },
  {
    text: 'Confidence dropped from 66.0% to 61.5%, down 5.4 percentage points.',
    expected: [['difference', '5.4 percentage points', '!']],
  },
  {
    text: 'In 2019 the charge rate in Calder Vale was above the regional average at 8.4% compared to 9.1%.',
    expected: [['other', '8.4%', '!']],
  },
  {
    text: 'The unit made 58 arrests; all 58 suspects were charged.',
    expected: [['other', '58', '=']],
  },
  {
    text: 'On 14 March 2021 the panel met at 10.30 am in Room 12, and paragraph 7 of the minutes of 3 December 2020 was agreed.',
    expected: [],
  },
  {
    text: 'Section 22 of the Act of 1996 applies to anyone aged 16 to 24; call 01632 960 555 between 09:00 and 17:30.',
    expected: [],
  },
  {
    text: 'Burglary increased from 540 to 498 over the year.',
    expected: [['other', '498', '!']],
  },
  {
    text: 'The fund pays for three projects:\n\n- £40,000 (40%) for youth clubs\n- £35,000 (35%) for street lights\n- £25,000 (25%) for door bells\n',
    expected: [
      ['share', '40%', '='],
      ['share', '35%', '='],
      ['share', '25%', '='],
      ['share-list', '', '='],
    ],
  },
  {
    text: 'The 275 referrals are broken down as follows:\n\n- 140 from schools\n- 95 from health services\n- 40 from families\n',
    expected: [['sum-in-text', '275', '=']],
  },
  {
    text: 'Knife crime stood at 1,020 offences, up 2.0% (20 more) on the year before.',
    expected: [['percent-change', '2.0%', '=']],
  },
  {
    text: 'The increase of 84 was due to 61 more thefts and 32 more frauds.',
    expected: [['sum-in-text', '84', '!']],
  },
  {
    text: 'Officers seized 12 vehicles, including 5 vans, and gave 340 warnings in 18 villages.',
    expected: [],
  },
  {
    text: 'Spending of £18.4m compares with a budget of £19.0m, an underspend of £0.6m.',
    expected: [['difference', '£0.6m', '=']],
  },
  {
    text: 'One in four calls, 2,500 of 10,000, or 25 per cent, was about noise.',
    expected: [['share', '25 per cent', '=']],
  },
  {
    text: 'Police numbers fell to 1,840 from 1,900, a drop of 3.2%, while the population grew by 1.1%.',
    expected: [['percent-change', '3.2%', '=']],
  },
]
