/** Counting files of data.police.uk: what a count says of usual files, packed ones, and broken or hostile ones. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Key } from './count.ts'
import { type Counts, countFiles, type Outcome } from './count-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiremoot-counts-test-'))
after(() => rmSync(folder, { recursive: true }))

const STREET =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'
const ROWS = [
  'aa11,2019-01,Kent Police,Kent Police,0.871,51.146,On or near High Street,E01024001,Ashford 007A,Burglary,Under investigation,',
  'aa11,2019-01,Kent Police,Kent Police,0.871,51.146,On or near High Street,E01024001,Ashford 007A,Burglary,Under investigation,',
  ',2019-01,Kent Police,Kent Police,0.872,51.147,On or near Church Road,E01024002,Ashford 007B,Anti-social behaviour,,',
  'bb22,2019-02,Kent Police,Kent Police,,,No Location,,,Drugs,Local resolution,',
  'cc33,2019-01,Kent Police,Kent Police,-0.709,50.784,On or near Park Lane,E01031384,Arun 018E,Drugs,"Offender given a caution, conditional",',
]
const OUTCOMES =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\naa11,2019-01,Kent Police,Kent Police,,,No location,,,Suspect charged\n'
const SEARCHES =
  'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing\nVehicle search,2019-01-03T10:00:00+00:00,False,,,,,,,,Firearms Act 1968 (section 47),Firearms,Arrest,True,\n'

const street = (...rows: string[]): string => `${[STREET, ...rows].join('\n')}\n`

let made = 0
function file(name: string, content: string | Uint8Array): string {
  const place = join(folder, String((made += 1)))
  mkdirSync(place)
  writeFileSync(join(place, name), content)
  return join(place, name)
}

const BY: readonly Key[] = ['force', 'month', 'type']
const count = (paths: string[], by: readonly Key[] = BY): Promise<Outcome> =>
  countFiles(paths, { by, threads: 1 })

async function counted(paths: string[], by: readonly Key[] = BY): Promise<Counts> {
  const { counts, failed } = await count(paths, by)
  assert.deepEqual(failed, [])
  assert.ok(counts)
  return counts
}

async function refused(path: string, by: readonly Key[] = BY): Promise<{ code: string; message: string }> {
  const { counts, failed } = await count([path], by)
  assert.equal(counts, undefined)
  const [first] = failed
  assert.ok(first)
  return first.refusal
}

const lines = ({ rows }: Counts): string[] =>
  rows.map(({ values, count: many }) => [...values.map((value) => value ?? '(none)'), many].join(' | '))

const at = (longitude: string, latitude: string): string =>
  `x,2019-01,Kent Police,Kent Police,${longitude},${latitude},On or near,E01024001,Ashford 007A,Drugs,,`

const EXPECTED = [
  'Kent Police | 2019-01 | Anti-social behaviour | 1',
  'Kent Police | 2019-01 | Burglary | 2',
  'Kent Police | 2019-01 | Drugs | 1',
  'Kent Police | 2019-02 | Drugs | 1',
]

void suite('what is counted', () => {
  test('every row counts: with an id that stands twice, with none, and without a place', async () => {
    const counts = await counted([file('2019-01-kent-street.csv', street(...ROWS))])
    assert.deepEqual(lines(counts), EXPECTED)
    assert.equal(counts.total, 5)
    assert.deepEqual(counts.notes, [])
  })

  test('districts come from the names of LSOAs, those of other forces too, and rows without one stay', async () => {
    const counts = await counted([file('a.csv', street(...ROWS))], ['district'])
    assert.deepEqual(lines(counts), ['Arun | 1', 'Ashford | 3', '(none) | 1'])
  })

  test('columns are found by name, whatever their order and however many others there are', async () => {
    const text =
      'Extra,Crime type,Month,Other,Falls within\nx,Drugs,2019-01,"a, ""b""\nc",Kent Police\ny,Drugs,2019-01,,Kent Police\n'
    assert.deepEqual(lines(await counted([file('a.csv', text)])), ['Kent Police | 2019-01 | Drugs | 2'])
  })

  test('outcomes are counted by their type, searches by the month of their date and the force of the file name', async () => {
    const outcomes = await counted([file('2019-01-kent-outcomes.csv', OUTCOMES)])
    assert.deepEqual(lines(outcomes), ['Kent Police | 2019-01 | Suspect charged | 1'])
    const searches = await counted([file('2019-01-kent-stop-and-search.csv', SEARCHES)], [...BY, 'object'])
    assert.deepEqual(lines(searches), ['Kent Police | 2019-01 | Vehicle search | Firearms | 1'])
    const unnamed = await counted([file('searches.csv', SEARCHES)])
    assert.deepEqual(lines(unnamed), ['(none) | 2019-01 | Vehicle search | 1'])
  })

  test('several files add up', async () => {
    const one = file('2019-01-kent-street.csv', street(...ROWS))
    assert.equal((await counted([one, one])).total, 10)
  })

  test('a file with headings alone has no rows, and that is said', async () => {
    const counts = await counted([file('a.csv', street())])
    assert.equal(counts.total, 0)
    assert.deepEqual(
      counts.notes.map(({ code }) => code),
      ['no-rows'],
    )
  })
})

void suite('how files may be written', () => {
  const text = street(...ROWS)
  for (const [how, bytes] of [
    ['with a mark of byte order', `\ufeff${text}`],
    ['with line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['with line ends of old Macs', text.replaceAll('\n', '\r')],
    ['without a last line end', text.trimEnd()],
    ['with empty lines at the end', `${text}\n\n`],
    ['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['with semicolons', text.replaceAll('"Offender given a caution, conditional"', 'x').replaceAll(',', ';')],
  ] as const)
    test(`the same is counted ${how}`, async () => {
      assert.deepEqual(lines(await counted([file('a.csv', bytes)])), EXPECTED)
    })

  test('the Windows code of western Europe is read where a file is in no UTF-8', async () => {
    const bytes = Buffer.from(street((ROWS[0] ?? '').replaceAll('Kent Police', 'Heddlu Môn')), 'latin1')
    assert.deepEqual(lines(await counted([file('a.csv', bytes)])), ['Heddlu Môn | 2019-01 | Burglary | 1'])
  })

  test('names with quotes, brackets, stars and what looks like an address or a query are only names', async () => {
    for (const name of ["o'brien'); drop table x;--.csv", 'a*[1]?.csv', 's3:..csv', '-rf.csv', 'a"b.csv'])
      assert.equal((await counted([file(name, street(...ROWS))])).total, 5, name)
  })
})

void suite('packed files', () => {
  const bytes = Buffer.from(street(...ROWS))

  test('gzip and the monthly zip with its folders are counted as what is in them', async () => {
    assert.deepEqual(lines(await counted([file('a.csv.gz', gzipSync(bytes))])), EXPECTED)
    const zip = zipSync({
      '2019-01/2019-01-kent-street.csv': bytes,
      '2019-02/2019-02-kent-street.csv': bytes,
    })
    assert.equal((await counted([file('month.zip', zip)])).total, 10)
  })

  test('of several forms in a zip, street-level crime is counted and the others are named as left out', async () => {
    const zip = zipSync({
      '2019-01/2019-01-kent-outcomes.csv': Buffer.from(OUTCOMES),
      '2019-01/2019-01-kent-stop-and-search.csv': Buffer.from(SEARCHES),
      '2019-01/2019-01-kent-street.csv': bytes,
      'readme.txt': Buffer.from('hello'),
    })
    const path = file('month.zip', zip)
    const counts = await counted([path])
    assert.equal(counts.total, 5)
    assert.deepEqual(counts.notes.map(({ code }) => code).toSorted(), ['not-csv', 'other-form'])
    const { counts: others } = await countFiles([path], { by: BY, form: 'outcomes', threads: 1 })
    assert.equal(others?.total, 1)
  })

  test('a folder is counted as the files in it', async () => {
    const path = file('2019-01-kent-street.csv', bytes)
    assert.equal((await counted([join(path, '..')])).total, 5)
  })

  test('a file cut off in gzip or in a zip is refused, and so is one whose bytes changed', async () => {
    const long = Buffer.from(
      street(
        ...Array.from({ length: 20_000 }, (_, index) => (ROWS[3] ?? '').replace('bb22', `${index * 7919}`)),
      ),
    )
    const packed = gzipSync(long)
    assert.equal(
      (await refused(file('a.csv.gz', packed.subarray(0, packed.length / 2)))).code,
      'archive-broken',
    )
    const zip = Buffer.from(zipSync({ 'a-street.csv': long }))
    assert.equal((await refused(file('a.zip', zip.subarray(0, zip.length / 2)))).code, 'archive-broken')
    const changed = Buffer.from(zip)
    changed.writeUInt32LE(7, changed.indexOf('PK\u0001\u0002') + 16)
    assert.equal((await refused(file('a.zip', changed))).code, 'archive-broken')
  })

  test('a zip that claims 31 GB, one that unpacks to a thousand times its size and one that is locked are refused unread', async () => {
    const zip = Buffer.from(zipSync({ 'a-street.csv': Buffer.alloc(20_000_000, 'a') }))
    assert.equal((await refused(file('a.zip', zip))).code, 'archive-too-large-inside')
    const small = Buffer.from(zipSync({ 'a-street.csv': bytes }))
    const claims = Buffer.from(small)
    claims.writeUInt32LE(0xf0000000, claims.indexOf('PK\u0001\u0002') + 24)
    assert.equal((await refused(file('a.zip', claims))).code, 'archive-too-large-inside')
    const locked = Buffer.from(small)
    locked.writeUInt16LE(1, locked.indexOf('PK\u0001\u0002') + 8)
    assert.equal((await refused(file('a.zip', locked))).code, 'archive-locked')
  })

  test('a bomb in gzip is left off', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(`${STREET}\n`), Buffer.alloc(40_000_000, ',')]))
    assert.match((await refused(file('a.csv.gz', bomb))).code, /^(?:archive-broken|rows-broken)$/)
  })

  test('a bad row in a zip refuses the whole zip, and the other files are counted', async () => {
    const bad = file(
      'bad.zip',
      zipSync({ '1-street.csv': bytes, '2-street.csv': Buffer.from(street('x,2019-01')) }),
    )
    const { counts, failed } = await count([bad, file('a.csv', bytes)])
    assert.equal(counts?.total, 5)
    assert.deepEqual(
      failed.map((one) => [one.file, one.refusal.code]),
      [[bad, 'rows-broken']],
    )
    assert.match(failed[0]?.refusal.message ?? '', /2-street\.csv: line 2 cannot be read/)
  })
})

void suite('files that are not what they should be', () => {
  test('a missing column refuses the file and is named', async () => {
    const without = street(...ROWS).replace('Falls within', 'Somewhere')
    const { code, message } = await refused(file('a.csv', without))
    assert.equal(code, 'column-missing')
    assert.match(message, /“Falls within” is missing/)
    assert.equal((await refused(file('a.csv', 'a,b\n1,2\n'))).code, 'column-missing')
    assert.equal((await refused(file('a.csv', street().replace('Context', 'Month')))).code, 'column-twice')
  })

  test('rows with more or fewer columns, and quotation marks that never close, are refused with their line', async () => {
    for (const row of ['a,b', `${ROWS[0]},more`, `"${ROWS[0]}`]) {
      const { code, message } = await refused(file('a.csv', street(...ROWS, row)))
      assert.equal(code, 'rows-broken')
      assert.match(message, /line 7/)
    }
  })

  test('one bad row after many refuses the file', async () => {
    const many = Array.from({ length: 60_000 }, () => ROWS[0] ?? '')
    assert.match((await refused(file('a.csv', street(...many, 'x')))).message, /line 60,002/)
  })

  test('a month that is none is named', async () => {
    const { code, message } = await refused(
      file('a.csv', street((ROWS[0] ?? '').replace('2019-01', 'Jan 2019'))),
    )
    assert.equal(code, 'month-unreadable')
    assert.match(message, /“Jan 2019”/)
  })

  test('pictures, nothing, what is not there and a zip without CSV are refused', async () => {
    const noise = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251))
    assert.equal((await refused(file('a.csv', noise))).code, 'column-missing')
    assert.equal((await refused(file('a.csv', ''))).code, 'empty-file')
    assert.equal((await refused(join(folder, 'nothing.csv'))).code, 'file-not-found')
    assert.equal((await refused(file('a.zip', zipSync({ 'a.txt': noise })))).code, 'no-rows-file')
  })

  test('places that cannot be are counted and told apart from none', async () => {
    const path = file(
      'a.csv',
      street(at('0.8', '51.1'), at('', ''), at('51.1', '0.8'), at('0', '0'), at('20', '51'), at('x', 'y')),
    )
    const { counts } = await countFiles([path], { by: BY, places: true, threads: 1 })
    assert.deepEqual(counts?.places, { swapped: 1, nowhere: 1, outside: 1 })
  })

  test('nothing stays in the temporary folder', async () => {
    await count([file('a.csv', street(...ROWS)), file('b.csv', 'x')])
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith(`shiremoot-count-${process.pid}-`))
    assert.deepEqual(left, [])
    assert.ok(existsSync(tmpdir()))
  })
})
