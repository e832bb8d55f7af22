/** Figures from a file to the reader: what does not add up stands on the paper's page and on /figures, with reply and correction. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { oneRecord, type TestRecord } from '../src/record/testing.ts'
import { importFiles } from '../src/surfaces/command-line/import.ts'
import { buildPublicSite } from '../src/surfaces/public/index.ts'
import { Html } from '../src/web/index.ts'
import { type SeenPage, seen } from '../src/web/testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'figures-on-record-'))
after(() => rmSync(folder, { recursive: true }))

const HEAD = (date: string, subject: string): string =>
  `From: Ada Byrne, Anyshire Police and Crime Commissioner\n\nTo: Anyshire Police and Crime Panel\n\nSubject: ${subject}\n\nDate: ${date}\n\n`

const GRANTS = (total: string): string =>
  `${HEAD('21 November 2019', 'Grants to partners')}# What was given\n\n1. Grants by partner:\n\n| Partner | Grant |\n|---|---|\n| Harbour Trust | £1,215 |\n| Night shelter | £2,307 |\n| Total | ${total} |\n\n2. There were 4,210 burglaries in the year to June 2019.\n\n3. Costs of the shelter rose from 212 to 254, an increase of 42.\n`

const YEAR = `${HEAD('6 February 2020', 'The year in figures')}# Crime\n\n1. In the 12 months to June 2019, there were 4,377 burglaries.\n\n2. There were 88 hate crimes in 2018/19.\n`

const PAPER = '/meetings/anyshire-police-and-crime-panel/2019-11-21/papers/grants-to-partners'
const OTHER = '/meetings/anyshire-police-and-crime-panel/2020-02-06/papers/the-year-in-figures'
const REF = 'table-column-sum-table-1-3-622'

async function bring(record: TestRecord, name: string, text: string): Promise<FileOutcome> {
  const file = join(folder, name)
  writeFileSync(file, text)
  const [outcome] = await importFiles({ db: record.db, files: join(folder, 'kept') }, [file], {
    authority: record.authority,
    publish: true,
    dryRun: false,
  })
  assert.ok(outcome)
  assert.notEqual(outcome.outcome, 'failed', JSON.stringify(outcome))
  return outcome
}

const replies = (entries: readonly object[]): string =>
  JSON.stringify({ register: 'figure-replies', entries })
const REPLY = { reply: 'A late grant is missing.', by: 'the Office', date: '2019-12-01' }

type FileOutcome = Awaited<ReturnType<typeof importFiles>>[number]

type Answered = SeenPage & { html: string }

async function page(record: TestRecord, address: string): Promise<Answered> {
  const site = await buildPublicSite({ ask: record.ask, files: join(folder, 'kept'), log: assert.fail })
  try {
    const { statusCode, body } = await site.inject(address)
    assert.equal(statusCode, 200, address)
    return { ...seen(Html.trusted(body)), html: body }
  } finally {
    await site.close()
  }
}

describe('figures on the record', () => {
  const record = oneRecord(async (fresh) => {
    await bring(fresh, 'grants.md', GRANTS('£3,622'))
    await bring(fresh, 'year.md', YEAR)
  })

  test('a paper says what does not add up with its calculation, and the cell is marked and leads back', async () => {
    const { text, html } = await page(record(), PAPER)
    assert.match(text, /One thing does not add up/)
    assert.match(text, /Table 1, row “Total”: .*£3,522.*£3,622 \(£100 more\)/)
    assert.match(text, /figures were compared with others in this paper; the others agree/)
    assert.match(html, new RegExp(`<li id="figures-${REF}">`))
    assert.match(html, /href="#table-1-row-3-column-2"/)
    assert.match(html, new RegExp(`id="table-1-row-3-column-2"><a [^>]*href="#figures-${REF}"`))
  })

  test('two papers that give one measure differently lead to each other, side by side', async () => {
    const { text } = await page(record(), PAPER)
    assert.match(text, /Another paper gives a different figure for “burglaries”, the year to June 2019/)
    const { html } = await page(record(), OTHER)
    assert.match(html, new RegExp(`4,210 in <a [^>]*href="${PAPER}#p2"`))
    const all = await page(record(), '/figures')
    assert.ok(all.rows.some((row) => row.includes('4,210')) && all.rows.some((row) => row.includes('4,377')))
  })

  test('the same file again changes nothing', async () => {
    assert.equal((await bring(record(), 'grants.md', GRANTS('£3,622'))).outcome, 'unchanged')
  })

  test('a reply stands beside its finding; one that meets none is left out and named', async () => {
    const outcome = await bring(
      record(),
      'figure-replies.json',
      replies([
        { path: PAPER, finding: REF, ...REPLY },
        { path: PAPER, finding: 'share-p9-12', ...REPLY },
        { path: '/meetings/nowhere', finding: REF, ...REPLY },
      ]),
    )
    assert.ok('open' in outcome)
    assert.deepEqual(
      outcome.open.map(({ what }) => what.includes('share-p9-12') || what.includes('/meetings/nowhere')),
      [true, true],
    )
    assert.match(
      (await page(record(), PAPER)).text,
      /Reply by the Office, 1 December 2019: A late grant is missing\./,
    )
    assert.match((await page(record(), '/figures')).text, /Replied/)
  })

  test('a newer version says what an earlier one printed, and the earlier one says that it was put right', async () => {
    await bring(record(), 'grants-second.md', GRANTS('£3,522'))
    const now = await page(record(), PAPER)
    assert.doesNotMatch(now.text, /does not add up/)
    assert.match(now.text, /An earlier version printed £3,622 in table 1, row “Total”/)
    const old = await page(record(), `${PAPER}?version=1`)
    assert.match(old.text, /One thing does not add up/)
    assert.match(old.text, /Put right in the version of/)
    assert.match(old.text, /A late grant is missing/)
    const all = await page(record(), '/figures')
    assert.match(all.text, /Corrected/)
    assert.match(all.text, /Everything that was compared agrees/)
  })
})
