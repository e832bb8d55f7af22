/** Figures that papers quote, and what becomes of them when the observation is revised. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { date, type EntryId } from '../../../lib/index.ts'
import { draft, publish, withdraw } from '../../../record/index.ts'
import { aNotice, aRecord, noticeKind, type TestRecord } from '../../../record/testing.ts'
import { aBringer, anEntry, changes, incoming, months, yearTo } from '../testing.ts'
import { kinds } from './published.ts'
import { breakdownAt, measureAt } from './reads.ts'
import { quotationsOf, quotedFiguresOf, revisedFigures } from './reads-quoted.ts'

const bring = aBringer({ after })

/** Papers, as far as figures are concerned. */
const paperKind = { ...noticeKind, name: 'paper' }

async function aPaper(record: TestRecord, name: string, { published = true } = {}) {
  return await record.act(async (tx) => {
    const notice = aNotice({ title: `Paper ${name}`, path: `/papers/${name}` })
    const { id } = await draft(tx, record.permits.bring, paperKind, name, notice, 'for a test')
    if (published) await publish(tx, record.permits.publish, [paperKind], [id])
    return id
  })
}

const register = { register: 'measures', entries: [anEntry()] }
const said = (path: string, asAt = '2019-10-17') => ({
  asAt: date(asAt),
  source: { path, title: 'The paper', place: 'paragraph 26', anchor: 'p26' },
})

test('a figure that a paper brought is quoted by it, and says so when the figure is revised', async (t) => {
  const record = await aRecord(t)
  const paper = await aPaper(record, 'b1')
  await bring.register(record, register)
  await bring.figures(record, [incoming(yearTo('2019-06'), 12_345, { report: said('/papers/b1') })])
  const [figure] = await quotedFiguresOf(record.ask, paper)
  assert.deepEqual([figure?.printed, figure?.now, figure?.paper.anchor], ['12,345', null, 'p26'])
  assert.deepEqual(await revisedFigures(record.ask), [])

  const later = [
    incoming(yearTo('2019-06'), 12_400, { report: { asAt: date('2020-01-23'), release: 'Next' } }),
  ]
  const brought = await bring.figures(record, later, { name: 'next.csv' })
  assert.equal(brought.open.length, 1)
  assert.match(brought.open[0]?.what ?? '', /Paper b1 quotes 12,345 .* revised since to 12,400/)
  const [revised] = await quotedFiguresOf(record.ask, paper)
  assert.deepEqual(
    [revised?.quoted.cell.value, revised?.now?.cell.value, revised?.now?.release, revised?.now?.asAt],
    [12_345, 12_400, 'Next', '2020-01-23'],
  )
  assert.equal((await revisedFigures(record.ask)).length, 1)
  const measure = await measureAt(record.ask, 'burglary')
  assert.ok(measure)
  assert.equal((await quotationsOf(record.ask, measure.id)).length, 1)
  const again = await bring.figures(record, later, { name: 'next.csv' })
  assert.deepEqual([changes(again), again.open], [[], []])
})

const quoting = (entry: object) => ({
  path: '/papers/b1',
  anchor: 'p3',
  measure: 'burglary',
  from: '2018-07-01',
  until: '2019-07-01',
  ...entry,
})

test('a printed number is bound by the register where it is what the figure is or was, and told where it is not', async (t) => {
  const record = await aRecord(t)
  const paper = await aPaper(record, 'b1')
  await bring.register(record, register)
  await bring.figures(record, [incoming(yearTo('2019-06'), 12_345), incoming(yearTo('2019-09'), 354)])
  const brought = await bring.register(record, {
    register: 'quoted-figures',
    entries: [
      quoting({ printed: '12,345' }),
      quoting({ printed: 'about 350', anchor: 'p4', from: '2018-10-01', until: '2019-10-01' }),
      quoting({ printed: '12,999', anchor: 'p5' }),
      quoting({ printed: '12,345', measure: 'robbery' }),
      quoting({ printed: '12,345', path: '/papers/none' }),
      quoting({ printed: 'many' }),
    ],
  })
  assert.deepEqual(
    brought.open.map(({ what }) => what),
    [
      'The quotation “12,999” in /papers/b1 was left out: it prints “12,999” for Burglary, 12 months to June 2019, which is 12,345.',
      'The quotation “12,345” in /papers/none was left out: the record has no paper, minutes or plan there.',
      'The quotation “many” in /papers/b1 was left out: what is printed is not one number.',
      'The quotation “12,345” in /papers/b1 was left out: the record has no measure “robbery”.',
    ],
  )
  const figures = await quotedFiguresOf(record.ask, paper)
  assert.deepEqual(figures.map(({ printed }) => printed).toSorted(), ['12,345', 'about 350'])
})

test('a quotation of a draft paper, or of a draft measure, waits, and goes public with them', async (t) => {
  const record = await aRecord(t)
  const paper = await aPaper(record, 'b1', { published: false })
  await bring.register(record, register)
  const figures = [incoming(yearTo('2019-06'), 12_345, { report: said('/papers/b1') })]
  await bring.figures(record, figures)
  assert.deepEqual(await quotedFiguresOf(record.ask, paper), [])
  await aPaper(record, 'b1')
  await bring.figures(record, figures)
  assert.equal((await quotedFiguresOf(record.ask, paper)).length, 1)
})

test('a paper that was withdrawn quotes nothing any more, and does not come back with its figures', async (t) => {
  const record = await aRecord(t)
  const paper = await aPaper(record, 'b1')
  await bring.register(record, register)
  const figures = [incoming(yearTo('2019-06'), 12_345, { report: said('/papers/b1') })]
  await bring.figures(record, figures)
  const words = { reason: 'inaccurate', words: 'It was wrong.', keepTitle: false } as const
  const gone = await record.act((tx) => withdraw(tx, record.permits.withdraw, [paperKind], [paper], words))
  assert.deepEqual(
    gone.left.map(({ kind }) => kind),
    ['quoted-figure'],
    'whoever withdraws it is told of the quotation',
  )
  const measure = await measureAt(record.ask, 'burglary')
  assert.ok(measure)
  assert.deepEqual(await quotationsOf(record.ask, measure.id), [])
  await bring.figures(
    record,
    [incoming(yearTo('2019-06'), 12_400, { report: { asAt: date('2020-01-23') } })],
    { name: 'next.csv' },
  )
  assert.deepEqual(await revisedFigures(record.ask), [])
})

test('a paper quotes nothing of a table by parts or of a measure that was withdrawn', async (t) => {
  const record = await aRecord(t)
  const paper = await aPaper(record, 'b1')
  await bring.register(record, register)
  await bring.figures(record, [
    incoming(yearTo('2019-06'), 12_345, { report: said('/papers/b1') }),
    incoming(yearTo('2019-06'), 345, {
      part: { dimension: 'district', name: 'Ashford' },
      report: said('/papers/b1'),
    }),
  ])
  assert.equal((await quotedFiguresOf(record.ask, paper)).length, 2)
  const words = { reason: 'inaccurate', words: 'It was wrong.', keepTitle: false } as const
  const takeOut = async (id: EntryId) =>
    await record.act((tx) => withdraw(tx, record.permits.withdraw, kinds, [id], words))
  const parts = await breakdownAt(record.ask, 'burglary', 'district')
  assert.ok(parts)
  await takeOut(parts.id)
  assert.deepEqual(
    (await quotedFiguresOf(record.ask, paper)).map(({ printed }) => printed),
    ['12,345'],
  )
  const measure = await measureAt(record.ask, 'burglary')
  assert.ok(measure)
  await takeOut(measure.id)
  assert.deepEqual(await quotedFiguresOf(record.ask, paper), [])
})

describe('of many figures quoted by many papers', () => {
  test('a revision of one is told of every paper that quotes it, and of no other', async (t) => {
    const record = await aRecord(t)
    for (const name of ['b0', 'b1', 'b2', 'b3']) await aPaper(record, name)
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ paper: fc.nat(3), month: fc.nat(8), part: fc.nat(2) }), {
          minLength: 1,
          maxLength: 12,
          selector: ({ paper, month, part }) => `${paper} ${month} ${part}`,
        }),
        fc.nat(11),
        async (quotes, pick) => {
          run += 1
          const measure = `measure-${run}`
          await bring.register(record, { register: 'measures', entries: [anEntry({ slug: measure })] })
          const figureOf = ({ month, part }: (typeof quotes)[number], value: number, report: object) =>
            incoming(months(`2019-0${month + 1}`), value, {
              measure,
              part: part === 0 ? null : { dimension: 'district', name: `District ${part}` },
              report,
            })
          const value = ({ month, part }: (typeof quotes)[number]): number => 100 + month * 10 + part
          await bring.figures(
            record,
            quotes.map((quote) => figureOf(quote, value(quote), said(`/papers/b${quote.paper}`))),
          )
          const chosen = quotes[pick % quotes.length]
          assert.ok(chosen)
          const next = { asAt: date('2020-01-23') }
          await bring.figures(record, [figureOf(chosen, 999, next)], { name: `next-${run}.csv` })
          const entry = await measureAt(record.ask, measure)
          assert.ok(entry)
          const found = await quotationsOf(record.ask, entry.id)
          assert.equal(found.length, quotes.length)
          const wanted = quotes
            .filter(({ month, part }) => month === chosen.month && part === chosen.part)
            .map(({ paper }) => `/papers/b${paper}`)
          const revised = found.filter(({ now }) => now !== null)
          assert.deepEqual(revised.map(({ paper }) => paper.path).toSorted(), wanted.toSorted())
        },
      ),
      { numRuns: 15 },
    )
  })
})
