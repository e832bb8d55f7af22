/** Bringing spreadsheets into a real record: whole or not at all, by the mapping given or accepted before. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { publishBrought, workingCopies } from '../../../record/index.ts'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { kinds } from '../index.ts'
import { breakdownAt, measureAt } from '../measures/reads.ts'
import { aBringer, aDefinition, anEntry, aSource } from '../testing.ts'
import { bringDataFile, type DataFileOutcome } from './import.ts'
import type { Mapping } from './mapping.ts'
import { dataMappingKind } from './published.ts'
import { aMapping, csv } from './testing.ts'

const bring = aBringer({ after })

/** Brings a CSV and publishes what it brought. */
async function bringCsv(
  record: TestRecord,
  text: string,
  {
    mapping = null,
    name = 'may.csv',
    skipBadRows = false,
  }: { mapping?: Mapping | null; name?: string; skipBadRows?: boolean } = {},
): Promise<DataFileOutcome> {
  const workbook = await csv(text, name)
  return await record.act(async (tx) => {
    const act = { tx, permit: record.permits.bring, today: date('2019-12-01'), asDraft: false }
    const came = await bringDataFile(act, { workbook, mapping }, aSource(`${name} ${text}`), { skipBadRows })
    if ('brought' in came) await publishBrought(tx, record.permits.publish, kinds, came.brought)
    return came
  })
}

async function withBurglary(t: Parameters<typeof aRecord>[0]): Promise<TestRecord> {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', entries: [anEntry({ definition: aDefinition() })] })
  return record
}

const whatOf = (came: DataFileOutcome): string => ('refusal' in came ? came.refusal.code : 'brought')
const MAY = 'Month,District,Crimes\n2019-05,Ashford,12\n2019-05,Dover,13'

test('a file is brought by its mapping, and the same again changes nothing', async (t) => {
  const record = await withBurglary(t)
  const came = await bringCsv(record, MAY, { mapping: aMapping() })
  assert.ok('brought' in came)
  assert.deepEqual(came.brought.open, [])
  const shown = await breakdownAt(record.ask, 'burglary', 'district')
  assert.deepEqual(
    shown?.content.rows[0]?.cells.map(({ value }) => value),
    [12, 13],
  )
  const again = await bringCsv(record, MAY, { mapping: aMapping() })
  assert.ok('brought' in again)
  assert.deepEqual(new Set(again.brought.entries.map(({ outcome }) => outcome)), new Set(['unchanged']))
})

test('next month’s file with the same headings is read by the mapping accepted before, without its release', async (t) => {
  const record = await withBurglary(t)
  await bringCsv(record, MAY, {
    mapping: aMapping({ part: null, rows: [{ column: 'District', is: ['Ashford'] }] }),
  })
  const came = await bringCsv(record, 'Month,District,Crimes\n2019-06,Ashford,9', { name: 'june.csv' })
  assert.ok('brought' in came)
  assert.equal(came.by, 'saved')
  const shown = await measureAt(record.ask, 'burglary')
  assert.deepEqual(
    shown?.content.observations.map(({ span, cell, report }) => [
      span.from,
      cell.value,
      report.release,
      report.asAt,
    ]),
    [
      ['2019-05-01', 12, 'Year ending June 2019', '2019-10-17'],
      ['2019-06-01', 9, null, '2019-06-30'],
    ],
  )
})

test('a file that nothing explains is refused with the way to a mapping', async (t) => {
  const record = await withBurglary(t)
  const came = await bringCsv(record, MAY)
  assert.ok('refusal' in came)
  assert.equal(came.refusal.code, 'no-mapping')
  assert.match(came.refusal.message, /--propose/)
  assert.equal(
    (await record.act((tx) => workingCopies(tx, record.permits.bring.authority, dataMappingKind))).length,
    0,
  )
})

test('a mapping that gives all figures one span is not used for another file', async (t) => {
  const record = await withBurglary(t)
  const fixed = aMapping({
    find: { headings: ['District'] },
    span: { span: { from: '2019-05-01', until: '2019-06-01' } },
  })
  assert.equal(whatOf(await bringCsv(record, 'District,Crimes\nAshford,12', { mapping: fixed })), 'brought')
  assert.equal(
    whatOf(await bringCsv(record, 'District,Crimes\nAshford,9', { name: 'june.csv' })),
    'mapping-of-one-span',
  )
})

test('one bad row keeps the whole file out, and may be left out knowingly', async (t) => {
  const record = await withBurglary(t)
  const bad = `${MAY}\n2019-05,Thanet,some`
  const came = await bringCsv(record, bad, { mapping: aMapping() })
  assert.ok('refusal' in came)
  assert.equal(came.refusal.code, 'rows-refused')
  assert.deepEqual(
    came.preview?.refusedRows.map(({ line }) => line),
    [4],
  )
  assert.equal(await breakdownAt(record.ask, 'burglary', 'district'), undefined)
  assert.equal(whatOf(await bringCsv(record, bad, { mapping: aMapping(), skipBadRows: true })), 'brought')
  const shown = await breakdownAt(record.ask, 'burglary', 'district')
  assert.deepEqual(
    shown?.content.parts.map(({ name }) => name),
    ['Ashford', 'Dover'],
  )
})

test('neither the spreadsheet nor its mapping is ever among what is published', async (t) => {
  const record = await withBurglary(t)
  const came = await bringCsv(record, MAY, { mapping: aMapping() })
  assert.ok('brought' in came)
  assert.deepEqual([...new Set(came.brought.entries.map(({ kind }) => kind))].toSorted(), [
    'breakdown',
    'measure',
  ])
  const shown = await breakdownAt(record.ask, 'burglary', 'district')
  assert.equal(shown?.content.rows[0]?.report.source.path, null)
  assert.ok(!kinds.some(({ name }) => name === dataMappingKind.name))
})

test('a file of headings alone is refused, and not taken for one that the record has already', async (t) => {
  const record = await withBurglary(t)
  assert.equal(whatOf(await bringCsv(record, 'Month,District,Crimes', { mapping: aMapping() })), 'no-rows')
})
