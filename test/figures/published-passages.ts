/** Passages and tables of the sorts that offices publish; most of them add up. The first forty were written before the grammar had seen them. */
import type { Passage } from './passages.ts'

export const PUBLISHED: readonly Passage[] = [
  {
    text: 'The Commissioner proposes to raise the Band D council tax by £14.00 a year, from £265.50 to £279.50, a rise of 5.3%. This equates to £1.17 a month for a Band D household.',
    expected: [['percent-change', '5.3%', '=']],
  },
  {
    text: 'Total funding for 2025/26 is £248.6m, made up of £141.2m in grant and £107.4m in council tax. The net budget requirement is £251.1m, leaving a gap of £2.5m to be met from reserves.',
    expected: [['sum-in-text', '£248.6m', '=']],
  },
  {
    text: 'The council tax base has grown by 1.2% to 312,480 Band D equivalent properties. Collection fund surpluses of £1.3 million are expected, compared with a deficit of £0.4 million last year.',
    expected: [],
  },
  {
    text: '| Council | Tax base | Precept £000 |\n| --- | ---: | ---: |\n| Alderford | 48,210 | 13,475 |\n| Brockhurst | 61,905 | 17,302 |\n| Cawley | 39,440 | 11,023 |\n| Total | 149,555 | 41,800 |',
    expected: [
      ['table-column-sum', '149,555', '='],
      ['table-column-sum', '41,800', '='],
    ],
  },
  {
    text: '| Band | 2024/25 £ | 2025/26 £ | Increase £ |\n| --- | --- | --- | --- |\n| A | 177.00 | 186.33 | 9.33 |\n| B | 206.50 | 217.39 | 10.89 |\n| C | 236.00 | 248.44 | 12.44 |\n| D | 265.50 | 279.50 | 14.00 |',
    expected: [
      ['difference', '9.33', '='],
      ['difference', '10.89', '='],
      ['difference', '12.44', '='],
      ['difference', '14.00', '='],
    ],
  },
  {
    text: 'A total of 3,204 residents replied. Of these, 1,890 (59%) supported the proposal, 1,025 (32%) were against and 289 (9%) had no view.',
    expected: [
      ['share', '59%', '='],
      ['share', '32%', '='],
      ['share', '9%', '='],
    ],
  },
  {
    text: 'Some 72% of those who answered felt safe walking alone in daylight, whereas only 41% did after dark, a gap of 31 percentage points. The remaining 28% either felt unsafe or did not know.',
    expected: [],
  },
  {
    text: 'During the quarter independent custody visitors made 46 visits to the five suites and spoke to 183 of the 241 detainees held at the time (76%). Of the 58 not seen, 31 were asleep, 19 declined and 8 were in interview.',
    expected: [['share', '76%', '=']],
  },
  {
    text: 'Suite      Visits   Detainees held   Seen\nNorthgate  12       88               61\nHarbour    9        54               40\nMill Lane  15       112              93\nTotal      36       254              194',
    expected: [
      ['table-column-sum', '36', '='],
      ['table-column-sum', '254', '='],
      ['table-column-sum', '194', '='],
    ],
  },
  {
    text: 'Recorded crime stood at 84,112 in the twelve months to September 2024, down from 88,930 in the previous twelve months. This is a fall of 4,818 offences or 5.4%.',
    expected: [
      ['change', '4,818', '='],
      ['percent-change', '5.4%', '='],
    ],
  },
  {
    text: 'Answer times for 999 calls improved from 14 seconds to 9 seconds on average. 92% of calls were answered within ten seconds against a target of 90%, and abandoned calls halved from 1.6% to 0.8%.',
    expected: [],
  },
  {
    text: 'Residential burglary fell 11% (212 fewer offences), vehicle crime rose by 3% (97 more) and robbery was unchanged at 340.',
    expected: [
      ['percent-change', '11%', '?'],
      ['percent-change', '3%', '?'],
    ],
  },
  {
    text: 'The positive outcome rate for rape was 7.8%, up 1.3 points on the 6.5% recorded a year earlier; across the region it was 6.9%.',
    expected: [],
  },
  {
    text: 'Crews attended 1,204 fires, of which 418 were accidental dwelling fires. Deliberate fires made up 486 (40%). Ten people lost their lives, two fewer than in 2022/23.',
    expected: [],
  },
  {
    text: 'Forty-two bids were received asking for £611,300 between them. Nineteen were successful and shared £240,000; the remaining 23 were turned down. The average award was £12,632.',
    expected: [],
  },
  {
    text: "The following awards were made:\n\n- Harbour Youth Trust: £18,500\n- Safer Lanes CIC: £7,250\n- Women's Refuge North: £24,250\n\nIn all, £50,000 was awarded.",
    expected: [],
  },
  {
    text: 'Spending to the end of Q2 was £61.4m against a profiled budget of £60.1m, an overspend of £1.3m (2.2%). The full-year forecast is an overspend of £2.0m.',
    expected: [
      ['difference', '£1.3m', '='],
      ['percent-change', '2.2%', '='],
    ],
  },
  {
    text: '| Heading | Budget £m | Forecast £m | Variance £m |\n|---|---|---|---|\n| Police pay | 98.4 | 99.6 | 1.2 |\n| Staff pay | 44.0 | 42.9 | (1.1) |\n| Premises | 12.7 | 13.0 | 0.3 |\n| Income | (21.3) | (22.0) | (0.7) |\n| Net | 133.8 | 133.5 | (0.3) |',
    expected: [
      ['difference', '1.2', '='],
      ['difference', '1.1', '='],
      ['difference', '0.3', '='],
      ['difference', '0.7', '='],
      ['difference', '0.3', '='],
    ],
  },
  {
    text: 'Officer headcount was 2,318 on 31 March 2024 and 2,391 a year later, 73 more. Leavers numbered 164, including 61 resignations and 88 retirements.',
    expected: [],
  },
  {
    text: 'The Office dealt with 143 review requests: 31 were upheld, 98 not upheld and 14 fell outside its remit. Reviews took 27 working days on average, compared with 35 in the year before, some 23% quicker.',
    expected: [['sum-in-text', '143', '=']],
  },
  {
    text: 'There were 5,120 stops and searches, of which 1,434 (28%) led to an outcome. Young people aged 10 to 17 accounted for 820 searches, about one in six.',
    expected: [['share', '28%', '=']],
  },
  {
    text: 'Hate crime was 9.4% lower than last year, with 1,146 offences against 1,265. Race remained the commonest strand, at 68 per cent of the total (779).',
    expected: [
      ['percent-change', '9.4%', '='],
      ['other', '1,146', '='],
    ],
  },
  {
    text: 'The sale of the former station at Weir Street raised £1.85 million, £350,000 above the £1.5 million valuation. The new hub will open in 2027 at a cost of £9.2 million over three years.',
    expected: [],
  },
  {
    text: 'Between April and June 2,408 victims were referred; 1,926 took up support (80%). In the same months of 2023 there were 2,215 referrals, so demand grew by 8.7%.',
    expected: [],
  },
  {
    text: 'In 2020 there were 412 collisions; in 2021 there were 380, an 8% reduction.',
    expected: [['percent-change', '8%', '=']],
  },
  {
    text: 'The Band D charge will go from £251.28 to £264.28, an increase of £15.00.',
    expected: [['change', '£15.00', '!']],
  },
  {
    text: 'Thefts from shops went up from 6,140 to 7,320, a 29.2% increase.',
    expected: [['percent-change', '29.2%', '!']],
  },
  {
    text: '| District | Incidents |\n|---|---|\n| Ashby | 1,204 |\n| Coldwell | 986 |\n| Denholm | 733 |\n| Total | 2,933 |',
    expected: [['table-column-sum', '2,933', '!']],
  },
  {
    text: 'Theme          Q1    Q2    Q3    Total\nBurglary       210   198   221   629\nRobbery        44    51    39    134\nVehicle crime  305   320   288   931\nTotal          559   569   548   1,676',
    expected: [
      ['table-column-sum', '559', '='],
      ['table-column-sum', '569', '='],
      ['table-column-sum', '548', '='],
      ['table-column-sum', '1,676', '!'],
    ],
  },
  {
    text: 'Of the 1,250 people who responded, 800 (74%) were in favour of the rise.',
    expected: [['share', '74%', '!']],
  },
  {
    text: 'The underspend of £1.9m comprises £0.8m on pay, £0.6m on premises and £0.3m on transport.',
    expected: [['sum-in-text', '£1.9m', '!']],
  },
  {
    text: 'Asked about the increase, 54% agreed, 33% disagreed and the remaining 23% did not know.',
    expected: [['share-list', '', '!']],
  },
  {
    text: 'Knife crime fell from 512 offences to 448, which is 74 fewer.',
    expected: [['change', '74', '!']],
  },
  {
    text: 'Net spending was £47.2m against a budget of £45.9m, an overspend of £3.1m.',
    expected: [['difference', '£3.1m', '!']],
  },
  {
    text: 'The rise is £12.00 a year, or £1.50 a month, for a Band D property.',
    expected: [['other', '£1.50', '!']],
  },
  {
    text: '| Heading | Budget £000 | Actual £000 | Variance £000 |\n|---|---|---|---|\n| Pay | 1,200 | 1,250 | 50 |\n| Fleet | 310 | 290 | (20) |\n| Estate | 455 | 475 | 40 |',
    expected: [
      ['difference', '50', '='],
      ['difference', '20', '='],
      ['difference', '40', '!'],
    ],
  },
  {
    text: 'In 2020 there were 412 collisions; in 2021 there were 380, an 18% reduction.',
    expected: [['percent-change', '18%', '!']],
  },
  {
    text: 'The grant runs from April 2022 to March 2025, four years in all.',
    expected: [['other', 'four', '!']],
  },
  {
    text: "In 2020 there were 412 collisions on the county's roads. In 2021 there were 380, an 8% reduction.",
    expected: [['percent-change', '8%', '=']],
  },
  {
    text: "In 2020 there were 412 collisions on the county's roads. In 2021 there were 380, an 18% reduction.",
    expected: [['percent-change', '18%', '!']],
  },
  {
    text: 'In 2020 there were 412 collisions. In 2021 there were 380 arrests, an 18% reduction.',
    expected: [],
  },
  {
    text: 'In 2020 there were 412 collisions; in 2021 there were 380 arrests, an 18% reduction.',
    expected: [],
  },
  {
    text: 'Members of the scheme carried out 31 of the 24 planned visits and 52 of the 48 interviews.',
    expected: [['other', '52', '!']],
  },
  {
    text: 'The team delivered 31 of the 24 visits planned for the year.',
    expected: [],
  },
  {
    text: 'Meetings were held in three districts (Ashby, Beck and Coldwell) and two towns (see annex B).',
    expected: [['other', 'three', '=']],
  },
  {
    text: '| Offence | 2022 | 2023 | Change |\n|---|---|---|---|\n| Arson | 120 | 96 | -20 |\n| Theft | 410 | 430 | 5 |\n| Fraud | 80 | 88 | 10 |',
    expected: [],
  },
  {
    text: '| Heading | Budget £000 | Actual £000 | Forecast £000 | Variance £000 |\n|---|---|---|---|---|\n| Pay | 1,200 | 612 | 1,250 | 50 |\n| Fleet | 310 | 160 | 290 | (20) |\n| Estate | 455 | 455 | 475 | 20 |\n| Grants | 90 | 80 | 90 | 10 |\n| Fees | 35 | 20 | 27 | (8) |',
    expected: [
      ['difference', '20', '='],
      ['difference', '10', '='],
    ],
  },
  {
    text: 'The plan runs from April 2022 to March 2025, three years. A review ran from May 2021 to May 2022 (12 months).',
    expected: [
      ['other', 'three', '='],
      ['other', '12', '='],
    ],
  },
  {
    text: 'The lease ran from April 2022 to June 2025, three years and three months, and the trial from May 2021 to June 2023, two years later than planned.',
    expected: [],
  },
  {
    text: 'Funding was agreed for April 2021 to March 2026 (a period of 5 years), subject to review.',
    expected: [['other', '5', '=']],
  },
  {
    text: 'In 2019 there were 120 visits. In 2020 there were 80, a 10% reduction on the target of 89.',
    expected: [],
  },
  {
    text: 'At March 2023 there were 1,204 officers. By March 2024 there were 1,250, an increase of 46 (3.8%).',
    expected: [
      ['change', '46', '='],
      ['percent-change', '3.8%', '='],
    ],
  },
  {
    text: 'In 2020 there were 412 collisions in Ashby. In 2021 there were 380, a 3% fall in the county as a whole.',
    expected: [],
  },
  {
    text: '| Area | Budget £m | Outturn £m | Variance £m |\n|---|---|---|---|\n| Pay | 10.1 | 10.2 | 0.2 |\n| Fleet | 3.2 | 3.0 | (0.3) |\n| Estate | 4.0 | 4.4 | 0.4 |',
    expected: [],
  },
  {
    text: 'Of those 640 who replied, 416 (65%) agreed; of these 104 (25%) had children and 52 (13%) were over 65.',
    expected: [
      ['share', '65%', '='],
      ['share', '25%', '='],
      ['share', '13%', '='],
    ],
  },
]
