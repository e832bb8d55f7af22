/** What people see of measures: words, sources, what is hidden, and pages of which little is known. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../../lib/index.ts'
import type { PageRequest } from '../../../../web/index.ts'
import { leadsTo, seen } from '../../../../web/testing-pages.ts'
import {
  aBreakdown,
  aDefinition,
  aMeasure,
  anObservation,
  aReport,
  aSeries,
  aUnit,
  months,
  TODAY,
  yearTo,
} from '../../testing.ts'
import { hideSmallNumbers } from '../hidden-cells.ts'
import type { Breakdown, Measure, Unit } from '../measure.ts'
import { breakdownPage } from './breakdown-page.ts'
import { breakdownMetadata, breakdownTable } from './breakdown-table.ts'
import { definitionPage } from './definition-page.ts'
import { measurePage } from './measure-page.ts'
import { measureMetadata, measureTable } from './measure-table.ts'
import { posterPage } from './poster-page.ts'
import { quotedMarks, quotedPanel } from './quoted-part.ts'

const request: PageRequest = {
  site: {
    authority: 'anyshire',
    name: 'Anyshire policing, on the record',
    tagline: '',
    publisher: 'the Office of the Anyshire Commissioner',
    words: {
      policingBody: 'Commissioner',
      chief: 'Chief Constable',
      force: 'Anyshire Police',
      panel: 'the panel',
      area: 'Anyshire',
    },
    ink: '#14253d',
    gold: '#b7832f',
    contact: [],
    licence: { name: 'Open Government Licence', href: 'https://example.org/licence' },
  },
  path: '/measures/burglary',
  params: {},
  query: {},
  today: TODAY,
  on: null,
  origin: 'https://record.example.org',
}

const page = (measure: Measure) =>
  seen(measurePage({ measure, breakdowns: [], priorities: [], quotations: [] }, request).main)

const LEVEL = [50, 52, 48, 51, 49, 50, 53, 47, 51, 50, 49, 52, 50, 90]

test('the page says what changed, shows every value as a table, and leads to where it comes from', () => {
  const shown = page(
    aMeasure({
      observations: aSeries('2018-01', LEVEL).map((one) => ({
        ...one,
        report: aReport({
          source: { path: '/meetings/panel/2019-11-21/papers/b1', anchor: 'p26', place: 'paragraph 26' },
        }),
      })),
    }),
  )
  assert.equal(shown.headings.filter(({ level }) => level === 1).length, 1)
  assert.match(shown.text, /Higher than usual/)
  assert.equal(shown.rows.length, LEVEL.length + 1)
  assert.match(shown.rows[1]?.join(' ') ?? '', /February 2019 90 .* unusual: higher \(outside the limits\)/)
  assert.equal(leadsTo(shown, 'Crime in Anyshire, paragraph 26'), '/meetings/panel/2019-11-21/papers/b1#p26')
})

test('a picture has a name and a description that says as much as the sentence', () => {
  const { text } = measurePage(
    {
      measure: aMeasure({ observations: aSeries('2018-01', LEVEL) }),
      breakdowns: [],
      priorities: [],
      quotations: [],
    },
    request,
  ).main
  const labelled = [...text.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, ids = '']) => ids.split(' '))
  assert.ok(labelled.length >= 4)
  for (const id of labelled) assert.ok(text.includes(`id="${id}"`), id)
  assert.match(text, /<desc [^>]*>[^<]*Usual level/)
})

test('words of a register never become markup', () => {
  const shown = measurePage(
    {
      measure: aMeasure({
        title: '<script>alert(1)</script>',
        observations: aSeries('2018-01', LEVEL),
        annotations: [{ date: date('2018-06-01'), words: '<img src=x>', source: null }],
      }),
      breakdowns: [],
      priorities: [],
      quotations: [],
    },
    request,
  ).main.text
  assert.ok(!shown.includes('<script>') && !shown.includes('<img'))
})

test('made-up numbers are called so at the top, and a real one beside them is not', () => {
  const [first, ...others] = aSeries('2018-01', LEVEL)
  assert.ok(first)
  const made = { ...first, report: aReport({ invented: true }) }
  const shown = page(aMeasure({ observations: [made, ...others] }))
  assert.match(shown.text, /Made-up numbers, to show how this looks\. .* Some figures on this page are real/)
  assert.equal(shown.rows.filter((row) => row.includes('made up')).length, 1)
})

test('what was said before a revision stands beside what is said now', () => {
  const before = aReport({ asAt: date('2019-07-18') })
  const revised = anObservation(yearTo('2019-03'), 197_356, {
    report: { asAt: date('2019-10-17') },
    earlier: [
      { cell: { value: 197_300, mark: null, hedge: null, events: null, base: null }, report: before },
    ],
  })
  const measure = aMeasure({ observations: [revised] })
  assert.match(page(measure).text, /197,356, was 197,300 until 17 October 2019/)
  assert.match(seen(definitionPage({ measure }, request).main).text, /197,300 17 October 2019 197,356/)
})

test('pages of which little is known say so and draw nothing', () => {
  const stated = {
    span: yearTo('2019-06'),
    against: yearTo('2018-06'),
    difference: null,
    percent: -0.2,
    points: null,
    report: aReport(),
  }
  const irregular = aDefinition({ frequency: 'irregular' })
  const suppressed = aSeries('2019-01', [null, null]).map((one) => ({
    ...one,
    cell: { ...one.cell, mark: 'suppressed' as const },
  }))
  const cases: [Partial<Measure>, RegExp][] = [
    [{}, /No figure of it is on the record yet/],
    [{ observations: aSeries('2019-01', [7]) }, /one figure so far/],
    [{ definition: irregular, changes: [stated] }, /only a change is on the record/],
    [{ observations: suppressed }, /none of its values is public/],
    [
      {
        definition: irregular,
        observations: [anObservation(yearTo('2018-06'), 10), anObservation(yearTo('2019-06'), 12)],
      },
      /a line between them would show a trend/,
    ],
  ]
  for (const [change, expected] of cases) {
    const shown = page(aMeasure(change))
    assert.match(shown.text, expected)
    assert.equal(leadsTo(shown, 'The same as a table'), undefined)
    const poster = seen(posterPage({ measure: aMeasure(change) }, request).main)
    assert.equal(poster.headings[0]?.text, 'Burglary')
    assert.equal(/as stated; .* not given.* Crime in Anyshire/.test(poster.text), 'changes' in change)
  }
})

test('a plan without a numerical target is no gap: the definition says it', () => {
  const shown = seen(definitionPage({ measure: aMeasure() }, request).main)
  assert.match(shown.text, /The plan sets no numerical target for it/)
  assert.match(shown.text, /Neither more nor less is good by itself/)
})

test('hidden numbers are in no page and no table for programs', () => {
  const kept: Breakdown = aBreakdown(
    ['Ashford', 'Dover', 'Swale'],
    [{ span: months('2019-04'), values: [3, 812, 944] }],
    { hideBelow: 5 },
  )
  const breakdown = hideSmallNumbers(kept)
  const shown = breakdownPage({ breakdown, boundaries: null }, request).main
  assert.match(seen(shown).text, /numbers below 5 are not shown/)
  assert.equal(seen(shown).rows.find(([name]) => name === 'Ashford')?.[1], 'hidden')
  const csv = breakdownTable(breakdown).text
  assert.match(csv, /Ashford,,,hidden/)
  assert.ok(!/Ashford[^\n]*,3,/.test(csv))
})

const ofUnit = (unit: Unit): string => {
  const breakdown = aBreakdown(['Ashford'], [{ span: months('2019-04'), values: [3] }], { unit })
  return seen(breakdownPage({ breakdown, boundaries: null }, request).main).text
}

test('only of what sums up is it said that a bigger part has more of it', () => {
  assert.match(ofUnit(aUnit()), /A bigger district has more of nearly everything/)
  assert.doesNotMatch(ofUnit(aUnit({ style: 'percent' })), /A bigger district/)
})

test('the table for programs has both ends of each span, and its description names every column', () => {
  const measure = aMeasure({ observations: aSeries('2019-01', [-5, 12]) })
  const [header = '', first = ''] = measureTable({ measure }, request).text.split('\r\n')
  assert.match(first, /^2019-01-01,2019-01-31,P1M,-5,/)
  const about: unknown = JSON.parse(measureMetadata({ measure }, request).text)
  const schema = Reflect.get(Object(about), 'tableSchema')
  const columns: unknown = Reflect.get(Object(schema), 'columns')
  assert.ok(Array.isArray(columns))
  assert.deepEqual(
    columns.map((column: unknown) => Reflect.get(Object(column), 'name')),
    header.split(','),
  )
  const parts = aBreakdown(['Ashford'], [{ span: months('2019-04'), values: [3] }])
  assert.match(breakdownMetadata(parts, request).text, /"https:\/\/example\.org\/licence"/)
})

const said = (value: number, asAt: string) => ({
  cell: { value, mark: null, hedge: null, events: null, base: null },
  release: null,
  asAt: date(asAt),
  invented: false,
})

test('a paper says which of its figures were revised since, and leads to them; other paragraphs have no mark', () => {
  const figure = {
    paper: { path: '/papers/b1', title: 'Crime statistics', anchor: 'p26', place: 'paragraph 26' },
    printed: '197,356',
    measure: { slug: 'burglary', title: 'Burglary', unit: aDefinition().unit },
    part: null,
    span: yearTo('2019-06'),
    quoted: said(197_356, '2019-10-17'),
    now: said(197_400, '2020-01-23'),
  }
  const panel = seen(quotedPanel([figure]))
  assert.match(panel.text, /One figure of this paper was revised since/)
  assert.equal(leadsTo(panel, 'paragraph 26'), '#p26')
  assert.match(
    seen(quotedMarks([figure])('p26')).text,
    /Revised since: 197,356\. .* is now 197,400 as at 23 January 2020/,
  )
  assert.equal(quotedMarks([figure])('p27').text, '')
  assert.equal(quotedPanel([]).text, '')
  const madeUp = { ...figure, now: { ...figure.now, invented: true } }
  assert.match(seen(quotedPanel([madeUp])).text, /it is 197,400 as at 23 January 2020 \(a made-up number/)
  assert.match(seen(quotedMarks([madeUp])('p26')).text, /is now 197,400 .* \(a made-up number/)
})
