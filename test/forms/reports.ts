/** Decisions, logs, reports of custody visitors and inspectors, statistics. */
import type { Document } from './documents.ts'

export const REPORTS: readonly Document[] = [
  {
    name: 'a record of a decision in a table of labels',
    file: 'record.md',
    words: `# Record of Decision

| | |
|---|---|
| Reference | D/2022/07 |
| Title | Grant to Safe Streets Haverling |
| Decision maker | Deputy Mayor for Policing |
| Date of decision | 3 May 2022 |
| Value | £64,000 |

## Background

The charity runs night buses for young people.

## Decision

To award a grant for two years.
`,
    expected: {
      kind: 'decision',
      date: '2022-05-03',
      decisions: [
        'D/2022/07 | 2022-05-03 | Deputy Mayor for Policing | Grant to Safe Streets Haverling | £64,000 | ~award a grant for two years',
      ],
    },
  },
  {
    name: 'a log of decisions',
    file: 'log.md',
    words: `# Commissioner's decision log 2023/24

| Ref | Date | Decision | Value (£) |
|---|---|---|---|
| 01-23 | 6 April 2023 | Renewal of the forensic contract | 210,000 |
| 02-23 | 19 April 2023 | Appointment of two custody visitors | |
| 03-23 | 2 June 2023 | Sale of the old dog kennels at Wick | 95,500 |
`,
    expected: {
      kind: 'decision',
      date: '-',
      decisions: [
        '01-23 | 2023-04-06 | - | Renewal of the forensic contract | 210,000 | ~',
        '02-23 | 2023-04-19 | - | Appointment of two custody visitors | - | ~',
        '03-23 | 2023-06-02 | - | Sale of the old dog kennels at Wick | 95,500 | ~',
      ],
      tables: ['Ref / Date / Decision / Value (£) | 3'],
    },
  },
  {
    name: 'the annual report of a custody visiting scheme',
    file: 'icv.md',
    words: `# Independent Custody Visiting Scheme

Annual Report 2022-23

## Introduction

Thirty-one volunteers visited three suites in the year. They came in pairs and without notice.

## Visits

| Suite | Planned | Made |
|---|---|---|
| Northgate | 52 | 49 |
| Quayside | 52 | 50 |
| Marsh Lane | 26 | 26 |

## What visitors found

1. Blankets ran out on four nights.

2. Washing was offered late.

## Recommendations

- Keep a store of blankets at each suite.
- Offer a wash before court.
`,
    expected: {
      kind: 'report',
      title: '~Custody Visiting Scheme',
      headings: ['Introduction', 'Visits', 'What visitors found', 'Recommendations'],
      tables: ['Suite / Planned / Made | 3'],
      recommendations: ['- | recommendation | ~store of blankets', '- | recommendation | ~wash before court'],
    },
  },
  {
    name: 'the response of a commissioner to an inspection',
    file: 'response.md',
    words: `# Response to HMICFRS: Wessmoor Police, integrity inspection

Published 4 July 2023

The inspectorate published its report on 12 May 2023. These are my comments under section 55 of the Police Act 1996.

## The report's findings

| No. | Area for improvement | Force response |
|---|---|---|
| 1 | The force should vet transferees again. | Done by March. |
| 2 | The force should check phones on appointment. | Begun. |

## Recommendation 3

By 31 October 2023 the force should publish how many officers await vetting.

## My comments

I will bring the numbers to the Police and Crime Panel by 30 November 2023.
`,
    expected: {
      kind: 'report',
      date: '2023-07-04',
      recommendations: [
        '1 | area-for-improvement | ~vet transferees again',
        '2 | area-for-improvement | ~check phones',
        '3 | recommendation | ~how many officers await vetting',
      ],
      actions: ['firm | Commissioner | 2023-11-30 | ~bring the numbers'],
    },
  },
  {
    name: 'a table of figures and little else',
    file: 'figures.md',
    words: `# Stop and search by district, year to March 2024

| District | 2022/23 | 2023/24 | Change |
|---|---|---|---|
| Amble | 412 | 398 | -3.4% |
| Brinkley | 1,020 | 1,187 | +16.4% |
| Coldwell | 77 | 81 | +5.2% |

Source: force records.
`,
    expected: {
      kind: 'table',
      tables: ['District / 2022/23 / 2023/24 / Change | 3'],
    },
  },
  {
    name: 'figures that were set column by column are not put together by guess',
    words: `Calls answered in ten seconds

Area
North
South
East

2019
81%
77%
90%

2020
84%
79%
88%
`,
    expected: { tables: [] },
  },
  {
    name: 'a report to a panel that promises in its own words',
    words: `To: Skerrow Bay Police and Crime Panel
From: Dilys Marchbank, Police and Crime Commissioner
Subject: Abandoned calls
Date: 12 March 2020

1. This report answers the question that members put in December.

2. One call in nine was abandoned in 2019. The new system went live in January.

3. I will bring a further report to the Panel by 30 September 2020.

4. The force will open a second control room in 2022.

5. My office continues to work with the ambulance service.
`,
    expected: {
      kind: 'report',
      date: '2020-03-12',
      paperHeads: ['~Dilys Marchbank | ~Skerrow Bay | Abandoned calls | 2020-03-12'],
      actions: ['firm | Commissioner | 2020-09-30 | ~bring a further report'],
    },
  },
]
