/** Bringing street-level crime of data.police.uk into a real record, by month, type and district. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { zipSync } from 'fflate'
import { date, isRefusal } from '../../../lib/index.ts'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { breakdownAt, measureAt } from '../measures/reads.ts'
import { aBringer, changes } from '../testing.ts'
import { openDataIn } from './crime-file.ts'

const bring = aBringer({ after })
const folder = mkdtempSync(join(tmpdir(), 'shiremoot-crimes-test-'))
after(() => rmSync(folder, { recursive: true }))

const HEADINGS =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'
const LOOKUP =
  'LSOA11CD,LSOA11NM,LAD13CD,LAD13NM\nE01000001,Ashford 001A,E07000105,Ashford\nE01000002,Dover 001A,E07000108,Dover\n'

type Crime = { month?: string; type?: string; lsoa?: string; force?: string; place?: string }

function row(crime: Crime): string {
  const { month = '2019-01', type = 'Burglary', lsoa = 'E01000001', force = 'Anyshire Police' } = crime
  return `x,${month},${force},${force},${crime.place ?? '0.8,51.1'},On or near,${lsoa},,${type},,`
}
const csv = (...crimes: Crime[]): string => `${[HEADINGS, ...crimes.map(row)].join('\n')}\n`

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

async function bringFile(
  record: TestRecord,
  name: string,
  content: string | Uint8Array,
  today = '2019-12-01',
): ReturnType<typeof bring.register> {
  const found = await openDataIn(file(name, content))
  assert.ok(found !== undefined && !isRefusal(found), JSON.stringify(found))
  const register = { ...Object(found.value), register: found.register }
  return await bring.register(record, register, { name, today: date(today) })
}

async function refusedCode(name: string, content: string | Uint8Array): Promise<string> {
  const found = await openDataIn(file(name, content))
  assert.ok(isRefusal(found))
  return found.code
}

async function figures(record: TestRecord): Promise<unknown> {
  const measure = await measureAt(record.ask, 'street-crime-burglary')
  return measure?.content.observations.map(({ span, cell, earlier }) => [
    span.from,
    cell.value,
    ...earlier.map((one) => one.cell.value),
  ])
}

async function byDistrict(record: TestRecord): Promise<unknown> {
  const found = await breakdownAt(record.ask, 'street-crime-burglary', 'district')
  if (found === undefined) return undefined
  const { parts, rows } = found.content
  return rows.map(({ cells }) => parts.map(({ name }, at) => `${name} ${cells[at]?.value}`))
}

const JANUARY = csv(
  {},
  {},
  { lsoa: 'E01000002' },
  { lsoa: '', place: ',' },
  { lsoa: 'E01099999' },
  { type: 'Anti-social behaviour' },
)

void suite('street-level crime', () => {
  test('becomes a measure for each type that is there, by district once a lookup says which those are', async (t) => {
    const record = await aRecord(t)
    const first = await bringFile(record, '2019-01-anyshire-street.csv', JANUARY)
    assert.deepEqual(changes(first), [
      'created /measures/street-crime-anti-social-behaviour',
      'created /measures/street-crime-burglary',
    ])
    assert.match(first.open[0]?.what ?? '', /^Only the whole area was brought/)
    assert.deepEqual(await figures(record), [['2019-01-01', 5]])
    await bringFile(record, 'lookup.csv', LOOKUP)
    await bringFile(record, '2019-01-anyshire-street.csv', JANUARY)
    assert.deepEqual(await byDistrict(record), [
      ['Ashford 2', 'Dover 1', 'No location 1', 'Outside the area 1'],
    ])
  })

  test('is the same from the monthly zip, and brought again changes nothing', async (t) => {
    const record = await aRecord(t)
    await bringFile(record, 'lookup.csv', LOOKUP)
    const zip = zipSync({
      '2019-01/2019-01-anyshire-street.csv': Buffer.from(JANUARY),
      '2019-01/2019-01-anyshire-outcomes.csv': Buffer.from('Crime ID,Month,Falls within,Outcome type\n'),
      '2019-02/2019-02-anyshire-street.csv': Buffer.from(csv({ month: '2019-02' })),
    })
    await bringFile(record, 'two-months.zip', zip)
    assert.deepEqual(await figures(record), [
      ['2019-01-01', 5],
      ['2019-02-01', 1],
    ])
    assert.deepEqual(changes(await bringFile(record, 'two-months.zip', zip)), [])
    assert.deepEqual(changes(await bringFile(record, '2019-01-anyshire-street.csv', JANUARY)), [])
  })

  test('that changed is a revision, on another day or the same, and keeps what was said before', async (t) => {
    const record = await aRecord(t)
    const name = '2019-01-anyshire-street.csv'
    await bringFile(record, name, JANUARY, '2019-04-01')
    await bringFile(record, name, csv({}, {}), '2019-05-01')
    assert.deepEqual(await figures(record), [['2019-01-01', 2, 5]])
    const again = await bringFile(record, name, csv({}), '2019-05-01')
    assert.deepEqual(await figures(record), [['2019-01-01', 1, 5, 2]])
    assert.equal(
      again.open.some(({ what }) => what.includes('differ')),
      false,
    )
    assert.deepEqual(changes(await bringFile(record, name, csv({}), '2019-05-01')), [])
  })

  test('of months to come, of unknown types and of other forces is left out and told', async (t) => {
    const record = await aRecord(t)
    const odd = csv({}, { month: '2020-07' }, { type: 'Piracy' }, { force: 'Shireside Police' })
    const { open } = await bringFile(record, 'odd.csv', odd)
    assert.deepEqual(await figures(record), [['2019-01-01', 1]])
    const told = open.map(({ what }) => what).join('\n')
    assert.match(told, /One row of months that are still to come \(July 2020\); left out/)
    assert.match(told, /One row of types .*“Piracy”/)
    assert.match(told, /One row not within Anyshire Police \(Shireside Police\); left out/)
  })

  test('with places that cannot be is counted, and they are told', async (t) => {
    const record = await aRecord(t)
    const { open } = await bringFile(
      record,
      'a.csv',
      csv({ place: '51.1,0.8' }, { place: '0,0' }, { place: '20,51' }),
    )
    assert.deepEqual(await figures(record), [['2019-01-01', 3]])
    const told = open.map(({ what }) => what).join('\n')
    assert.match(told, /each other’s column/)
    assert.match(told, /0, 0/)
    assert.match(told, /outside the United Kingdom/)
  })

  test('in areas that the lookup does not have says that the lookup may be of another census', async (t) => {
    const record = await aRecord(t)
    await bringFile(record, 'lookup.csv', LOOKUP)
    const { open } = await bringFile(record, 'a.csv', csv({}, { lsoa: 'E01035001' }))
    assert.match(open.map(({ mend }) => mend).join('\n'), /areas of 2021/)
    await bringFile(record, 'lookup21.csv', 'LSOA21CD,LAD22NM\nE01035001,Dover\n')
    await bringFile(record, 'a.csv', csv({}, { lsoa: 'E01035001' }))
    assert.deepEqual(await byDistrict(record), [
      ['Ashford 1', 'Dover 1', 'No location 0', 'Outside the area 0'],
    ])
  })

  test('of another force is refused', async (t) => {
    const record = await aRecord(t)
    await assert.rejects(
      bringFile(record, 'a.csv', csv({ force: 'Shireside Police' })),
      /this record’s force is Anyshire Police/,
    )
  })
})

void suite('files that are not street-level crime', () => {
  test('outcomes and searches, archives of several forces and broken files are refused, with the reason', async () => {
    const outcomes =
      'Crime ID,Month,Falls within,Longitude,Latitude,Outcome type\nx,2019-01,Anyshire Police,,,Charged\n'
    assert.equal(await refusedCode('outcomes.csv', outcomes), 'crimes-not-street')
    const several = zipSync({
      '2019-01-kent-street.csv': Buffer.from(JANUARY),
      '2019-01-essex-street.csv': Buffer.from(JANUARY),
    })
    assert.equal(await refusedCode('several.zip', several), 'several-forces')
    assert.equal(await refusedCode('bad.csv', `${JANUARY}one,column\n`), 'rows-broken')
  })

  test('other spreadsheets and zips are left to whoever reads those', async () => {
    assert.equal(await openDataIn(file('workforce.csv', 'Force,2018,2019\nAnyshire,1,2\n')), undefined)
    assert.equal(await openDataIn(file('papers.zip', zipSync({ 'a.pdf': Buffer.from('x') }))), undefined)
    assert.equal(await openDataIn(join(folder, 'nothing.csv')), undefined)
  })
})
