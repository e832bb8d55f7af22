/** What an office may rely on when it brings a spreadsheet of figures with the mapping beside it. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { importer } from '../../domains/performance/import.ts'
import { kinds } from '../../domains/performance/index.ts'
import { aRecord } from '../../record/testing.ts'
import { bringFiles, type FileOutcome } from './bring-files.ts'
import { wordsFor } from './import-words.ts'

const MEASURES = {
  register: 'measures',
  entries: [
    {
      slug: 'burglary',
      title: 'Burglary',
      family: 'recorded-crime',
      definition: {
        words: 'Burglaries that the police recorded.',
        unit: { one: 'crime', many: 'crimes', style: 'count', digits: 0 },
        owner: { name: 'Anyshire Police', kind: 'force' },
        source: 'Police recorded crime',
        improvement: 'neutral',
        directionWords: 'More may mean better recording.',
        frequency: 'month',
      },
    },
  ],
}

const MAPPING = {
  tables: [
    {
      find: { headings: ['Month', 'District'] },
      span: { column: 'Month', form: 'month' },
      part: { dimension: 'district', column: 'District' },
      columns: [{ column: 'Crimes', measure: 'burglary' }],
      totals: [{ name: 'Total' }],
      report: { status: 'final', origin: 'official', asAt: 'newest' },
    },
  ],
}

const ROWS = 'Month,District,Crimes\n2019-05,Ashford,12\n2019-05,Dover,13\n2019-05,Total,25\n'

async function anOffice(t: TestContext): Promise<{
  folder: string
  published: () => Promise<number>
  bring: (names: readonly string[], change?: { skipBadRows?: boolean }) => Promise<FileOutcome[]>
}> {
  const record = await aRecord(t)
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'measures.json'), JSON.stringify(MEASURES))
  await writeFile(join(folder, 'may.csv'), ROWS)
  await writeFile(join(folder, 'may.csv.mapping.json'), JSON.stringify(MAPPING))
  const into = { db: record.db, files: join(folder, 'kept'), kinds, importers: [importer] }
  return {
    folder,
    published: async () => (await record.db.selectFrom('published.file').select('name').execute()).length,
    bring: (names, change = {}) =>
      bringFiles(
        into,
        names.map((name) => join(folder, name)),
        { authority: 'anyshire', publish: true, dryRun: false, ...change },
      ),
  }
}

const words = (outcomes: readonly FileOutcome[]): string[] =>
  outcomes.flatMap((one) => wordsFor({ ...one, file: basename(one.file) }, { dryRun: false, publish: true }))

test('measures come before the figures that they hold, whatever the order of files, and the spreadsheet is not among public files', async (t) => {
  const office = await anOffice(t)
  const outcomes = await office.bring(['may.csv', 'may.csv.mapping.json', 'measures.json'])
  assert.deepEqual(words(outcomes.slice(0, 2)), [
    'may.csv: brought 1 breakdown; 1 published.',
    '  2 observations of 1 measure, 1 span to May 2019.',
    '  Burglary, 2 parts by district: 2 figures, May 2019',
    '  Of 1 stated total, 1 is the sum of the parts.',
    'may.csv.mapping.json: read with the file beside it.',
  ])
  assert.equal(await office.published(), 0)
  assert.deepEqual(
    (await office.bring(['may.csv'])).map(({ outcome }) => outcome),
    ['unchanged'],
  )
})

test('a bad row is listed with its place and mend, and nothing of the file is brought until it is left out knowingly', async (t) => {
  const office = await anOffice(t)
  await writeFile(join(office.folder, 'may.csv'), ROWS.replace('13', 'thirteen'))
  const refused = await office.bring(['measures.json', 'may.csv'])
  assert.deepEqual(words(refused.slice(1)), [
    'may.csv: not imported. may.csv has a row that cannot be brought, so nothing of it was: mend it, or import it again with --skip-bad-rows to bring the others.',
    '  Refused: 1 place',
    '  may, line 3, “Crimes”: “thirteen” is not a number, and no mark that the mapping knows; write the number, or say under "marks" in the mapping what it means',
  ])
  const [others] = await office.bring(['may.csv'], { skipBadRows: true })
  assert.equal(others?.outcome, 'imported')
  assert.deepEqual(
    others.figures?.refusedRows.map(({ line }) => line),
    [3],
  )
})

test('a mapping that is not JSON, or says what no mapping knows, refuses its file', async (t) => {
  const office = await anOffice(t)
  for (const [text, code] of [
    ['{', 'mapping-not-json'],
    ['{"tabels": []}', 'mapping-unusable'],
    ['{"tables": []}', 'mapping-unusable'],
  ] as const) {
    await writeFile(join(office.folder, 'may.csv.mapping.json'), text)
    const [outcome] = await office.bring(['may.csv'])
    assert.equal(outcome?.outcome, 'failed')
    assert.equal(outcome.error.code, code)
  }
})
