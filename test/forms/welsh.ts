/** Papers in Welsh, and in two languages. */
import type { Document } from './documents.ts'

export const WELSH: readonly Document[] = [
  {
    name: 'minutes in Welsh',
    words: `Panel Heddlu a Throseddu Glannau Tawe

Cofnodion y cyfarfod a gynhaliwyd ddydd Iau, 21 Tachwedd 2019 am 10.30 yb yn Neuadd y Dref

Yn bresennol: Y Cynghorydd Gwenllian Prys (Cadeirydd), Y Cynghorydd Emrys Parri, Mr Alun Bebb

Ymddiheuriadau: Y Cynghorydd Nia Mostyn

Hefyd yn bresennol: Carys Llwyd, Comisiynydd yr Heddlu a Throseddu

1. Datganiadau o fuddiant

Ni chafwyd datganiadau.

2. Cofnodion

Penderfynwyd cadarnhau bod y cofnodion yn gywir.

3. Adroddiad y Comisiynydd

Cytunodd y Comisiynydd i anfon y ffigurau at aelodau erbyn 31 Ionawr 2020.

PENDERFYNWYD:
(a) nodi'r adroddiad;
(b) gofyn i'r Comisiynydd am adroddiad ar droseddau gwledig.
`,
    expected: {
      kind: 'minutes',
      lang: 'cy',
      date: '2019-11-21',
      time: '10:30',
      body: 'Panel Heddlu a Throseddu Glannau Tawe',
      present: ['Gwenllian Prys', 'Emrys Parri', 'Alun Bebb'],
      apologies: ['Nia Mostyn'],
      alsoPresent: ['Carys Llwyd'],
      items: ['1 | Datganiadau o fuddiant', '2 | Cofnodion', '3 | Adroddiad y Comisiynydd'],
      resolved: ['2 | 0 | ~y cofnodion yn gywir', "3 | 2 | ~nodi'r adroddiad"],
      actions: [
        'firm | Commissioner | 2020-01-31 | ~anfon y ffigurau at aelodau',
        'asked | Commissioner | - | ~adroddiad ar droseddau gwledig',
      ],
    },
  },
  {
    name: 'an agenda in Welsh, its month mutated',
    words: `PANEL HEDDLU A THROSEDDU DYFFRYN ALED

Dydd Gwener, 4ydd o Fawrth 2022 am 2.00 yp

Lleoliad: Siambr y Cyngor, Pentre Aled

AGENDA

1. Ymddiheuriadau am absenoldeb

2. Datganiadau o fuddiant

3. Cofnodion y cyfarfod a gynhaliwyd ar 10 o Ragfyr 2021 (Tudalennau 3 - 9)

4. Praesept yr Heddlu 2022/23 (i ddilyn)
`,
    expected: {
      kind: 'agenda',
      lang: 'cy',
      date: '2022-03-04',
      time: '14:00',
      items: [
        '1 | Ymddiheuriadau am absenoldeb',
        '2 | Datganiadau o fuddiant',
        '3 | Cofnodion y cyfarfod a gynhaliwyd ar 10 o Ragfyr 2021',
        '4 | Praesept yr Heddlu 2022/23',
      ],
      pages: ['3 | 3-9'],
      toFollow: ['4'],
      refersTo: ['3 | 2021-12-10'],
    },
  },
  {
    name: 'a bilingual letterhead and paragraphs side by side, each item once',
    words: `PANEL HEDDLU A THROSEDDU EIFIONYDD
EIFIONYDD POLICE AND CRIME PANEL

COFNODION / MINUTES

Dydd Mawrth, 14 Mehefin 2022
Tuesday, 14 June 2022

Yn bresennol / Present: Cyng. / Cllr Mabli Rowlands (Cadeirydd / Chair), Cyng. / Cllr Ifor Hughes

1. Ymddiheuriadau / Apologies

Dim.
None.

2. Datganiadau o fuddiant / Declarations of interest

Ni dderbyniwyd unrhyw ddatganiad o fuddiant gan yr aelodau.

No declaration of interest was received from the members.

3. Adroddiad Blynyddol / Annual Report

Cyflwynodd y Comisiynydd ei adroddiad ac atebodd gwestiynau'r aelodau.

The Commissioner presented his report and answered the questions of members.

PENDERFYNWYD / RESOLVED
Nodi'r adroddiad.
That the report be noted.
`,
    expected: {
      kind: 'minutes',
      lang: 'en+cy',
      date: '2022-06-14',
      present: ['Mabli Rowlands', 'Ifor Hughes'],
      items: [
        '1 | Ymddiheuriadau / Apologies',
        '2 | Datganiadau o fuddiant / Declarations of interest',
        '3 | Adroddiad Blynyddol / Annual Report',
      ],
      langs: [
        '- | ~Yn bresennol / Present',
        'cy | ~Ni dderbyniwyd unrhyw ddatganiad',
        'en | ~No declaration of interest was received',
        'cy | ~Cyflwynodd y Comisiynydd ei adroddiad',
        'en | ~The Commissioner presented his report',
      ],
    },
  },
  {
    name: 'a Welsh page with English furniture',
    words: `Skip to main content

You are here: Home > Transparency

Blaenraglen waith y Panel

Dyddiad y cyfarfod: 3 Hydref 2023

Lleoliad: Neuadd Goffa, Aberwylan

AGENDA

1. Croeso

2. Datganiadau o fuddiant

3. Adroddiad ar y gwasanaeth cwynion (Tudalen 4 - 11)

4. Cwestiynau gan y cyhoedd

Share this page

Back to top
`,
    expected: {
      kind: 'agenda',
      lang: 'cy',
      date: '2023-10-03',
      items: [
        '1 | Croeso',
        '2 | Datganiadau o fuddiant',
        '3 | Adroddiad ar y gwasanaeth cwynion',
        '4 | Cwestiynau gan y cyhoedd',
      ],
      pages: ['3 | 4-11'],
    },
  },
  {
    name: 'promises in Welsh: firm, soft, asked, and none',
    words: `Cofnodion Panel Heddlu a Throseddu Cwm Ystrad

Cynhaliwyd y cyfarfod ar 9fed o Ragfyr 2021

Presennol: Y Cyng. Heledd Puw (Cadeirydd), Y Cyng. Tudur Wyn

5. Perfformiad

5.1 Dywedodd y Prif Weithredwr y byddai'n rhannu'r data ag aelodau erbyn 14 Ionawr 2022.

5.2 Gofynnodd y Cyng. Wyn a fyddai'r Comisiynydd yn cyhoeddi'r arolwg.

5.3 Roedd y Comisiynydd yn barod i ystyried y cais.

5.4 Roedd y Comisiynydd wedi ysgrifennu at y Gweinidog ym mis Hydref.

PENDERFYNWYD yn unfrydol gofyn am ddiweddariad ar dwyll yn y cyfarfod nesaf.
`,
    expected: {
      kind: 'minutes',
      lang: 'cy',
      date: '2021-12-09',
      present: ['Heledd Puw', 'Tudur Wyn'],
      items: ['5 | Perfformiad'],
      paragraphs: ['5 | 4'],
      resolved: ['5 | 0 | ~ddiweddariad ar dwyll'],
      actions: [
        "firm | Chief Executive | 2022-01-14 | ~rhannu'r data",
        'soft | Commissioner | - | ~barod i ystyried',
        'asked | Commissioner | - | ~ddiweddariad ar dwyll',
      ],
    },
  },
]
