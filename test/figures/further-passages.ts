/** More passages, written after the grammar stood and before it had seen them. */
import type { Passage } from './passages.ts'

export const FURTHER: readonly Passage[] = [
  {
    text: 'Reports of stalking in Marlshire have almost doubled, from 318 to 611 (92.1%).',
    expected: [['percent-change', '92.1%', '=']],
  },
  {
    text: 'There was a 7 per cent drop in theft, from 5,200 offences in the year to March 2020 to 4,736 in the year to March 2021.',
    expected: [['percent-change', '7 per cent', '!']],
  },
  {
    text: 'The number of volunteers stands at 214, an increase of 26 (13.8%) on last year.',
    expected: [['percent-change', '13.8%', '=']],
  },
  {
    text: 'Overtime cost £2.45m in 2020/21 against £2.10m the year before, an increase of £0.35m (16.7%).',
    expected: [
      ['change', '£0.35m', '='],
      ['percent-change', '16.7%', '='],
    ],
  },
  {
    text: 'In the quarter, 1,860 of the 2,400 calls were answered within ten seconds (77.5%).',
    expected: [['share', '77.5%', '=']],
  },
  {
    text: 'Some 68% (952) of the 1,400 respondents felt safe after dark.',
    expected: [['share', '68%', '=']],
  },
  {
    text: 'Thirty-two of the 50 recommendations, or 74%, have been closed.',
    expected: [['share', '74%', '!']],
  },
  {
    text: 'The capital programme of £6.4m consists of £3.1m for buildings, £1.9m for vehicles and £1.6m for computers.',
    expected: [['sum-in-text', '£6.4m', '!']],
  },
  {
    text: 'Officers recovered 14 rifles, 22 shotguns and 9 pistols, a total of 45 firearms.',
    expected: [['sum-in-text', '45', '=']],
  },
  {
    text: 'The team issued 120 fines, 45 cautions and 30 bans, totalling 205 disposals.',
    expected: [['sum-in-text', '205', '!']],
  },
  {
    text: 'Income: £12,400 from the council, £8,600 from donors and £3,000 from events, making a total of £24,000.',
    expected: [['sum-in-text', '£24,000', '=']],
  },
  {
    text: 'Total\t1,482\nNorth\t510\nSouth\t622\nCoast\t350\n',
    expected: [['table-column-sum', '1,482', '=']],
  },
  {
    text: '| | 2020 | 2021 |\n|---|---|---|\n| Pay | 410 | 422 |\n| Pensions | 88 | 91 |\n| Sub-total | 498 | 513 |\n| Premises | 60 | 64 |\n| Supplies | 42 | 40 |\n| Sub-total | 102 | 104 |\n| Grand total | 600 | 627 |\n',
    expected: [
      ['table-column-sum', '498', '='],
      ['table-column-sum', '102', '='],
      ['table-column-sum', '600', '='],
      ['table-column-sum', '513', '='],
      ['table-column-sum', '104', '='],
      ['table-column-sum', '627', '!'],
    ],
  },
  {
    text: '| Heading | £000 |\n|---|---|\n| Gross spending | 5,210 |\n| Less income | (640) |\n| Use of reserves | (120) |\n| Total | 4,450 |\n',
    expected: [['table-column-sum', '4,450', '=']],
  },
  {
    text: 'District\nOffences\nAshby\n210\nBeck\n175\nCombe\n98\nTotal\n493\n',
    expected: [['table-column-sum', '493', '!']],
  },
  {
    text: '| Station | Visits | Average wait (minutes) | Satisfied |\n|---|---|---|---|\n| Elm | 40 | 12 | 90% |\n| Oak | 35 | 16 | 80% |\n| Total | 75 | 14 | 85% |\n',
    expected: [['table-column-sum', '75', '=']],
  },
  {
    text: 'Half of those asked were women. Of the 900 victims contacted, 45% took part in the survey and 12% made a complaint.',
    expected: [],
  },
  {
    text: 'The force budget for 2023/24 is £151.2m. The draft budget for 2024/25 is £158.9m. Reserves stand at £11.0m.',
    expected: [],
  },
  {
    text: 'Officers attended 96% of emergencies within 15 minutes in May, 94% in June and 95% in July.',
    expected: [],
  },
  {
    text: 'Between 20 and 30 volunteers meet on the first Tuesday; 12 drive and 4 keep the books.',
    expected: [],
  },
  {
    text: 'Robberies are down 18% from 250 to 205, while burglaries are up 4% from 1,012 to 1,061.',
    expected: [
      ['percent-change', '18%', '='],
      ['percent-change', '4%', '!'],
    ],
  },
  {
    text: 'Households will pay £273 a year (£5.25 a week) for policing.',
    expected: [['other', '£5.25', '=']],
  },
  {
    text: 'The average bill will be £18.50 a month, equivalent to £212 a year.',
    expected: [['other', '£212', '!']],
  },
  {
    text: 'Fraud cost residents £4.8m in 2021 and £5.4m in 2022. This represents a rise of 12.5%.',
    expected: [['percent-change', '12.5%', '=']],
  },
  {
    text: 'Of the votes cast, 61% were for the merger, 29% were against and 10% were undecided.',
    expected: [['share-list', '', '=']],
  },
  {
    text: 'At 14.2% the vacancy rate in Lowmarch was higher than the national average of 11.0%.',
    expected: [['other', '14.2%', '=']],
  },
  {
    text: 'The bureau took 3,120 calls from schools (40%), 2,340 from parents (30%) and 2,340 from others (30%).',
    expected: [
      ['share', '40%', '='],
      ['share', '30%', '='],
    ],
  },
  {
    text: 'The proportion of stops that found something improved from 24.5% to 27.1% (up 2.6 percentage points).',
    expected: [['difference', '2.6 percentage points', '=']],
  },
  {
    text: 'A further 35 officers were posted to rural teams, bringing the strength of the unit from 112 to 157.',
    expected: [],
  },
  {
    text: 'The 2019 survey had 1,024 replies and the 2021 survey had 980; in each about 3% came from businesses.',
    expected: [],
  },
  // Mended after they were seen to go wrong.
  {
    text: 'Reports went up from 80 to 120 (50%), arrests from 20 to 25 (25%) and charges from 10 to 9 (10%).',
    expected: [
      ['percent-change', '50%', '='],
      ['percent-change', '25%', '='],
      ['percent-change', '10%', '='],
    ],
  },
  {
    text: 'There were 20 incidents in May, 30 in June and 45 in July, a total of 95; 12% were repeat cases.',
    expected: [['sum-in-text', '95', '=']],
  },
  { text: 'Two thirds (67%) of 1,500 respondents agreed.', expected: [] },
  { text: 'Some 64% support the rise, 22% oppose it, and of the rest 8% have no view.', expected: [] },
  {
    text: 'The average response time fell from 14 minutes to 12 minutes, down 14%.',
    expected: [['percent-change', '14%', '=']],
  },
  {
    text: 'Forces recorded 5.8 million crimes, up 2% from 5.7 million.',
    expected: [['percent-change', '2%', '=']],
  },
  {
    text: 'Income fell to £0.9m (2021: £1.1m), a decrease of 18%.',
    expected: [['percent-change', '18%', '=']],
  },
  {
    text: 'Arrests rose by 10% in Ashby (220 to 242) and fell by 5% in Beck (100 to 95).',
    expected: [
      ['percent-change', '10%', '='],
      ['percent-change', '5%', '='],
    ],
  },
]
