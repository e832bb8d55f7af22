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
]
