/** Papers drafted from the demonstration record: the figures of the paper of November 2019, worked out and checked. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { groupedFindings, inputOf } from '../src/domains/checked-figures/index.ts'
import { checkFigures } from '../src/figures/index.ts'
import { date, isRefusal } from '../src/lib/index.ts'
import { readPaper } from '../src/papers/index.ts'
import { asMarkdown, asPdf, asWord, type PrintedDocument } from '../src/printing/index.ts'
import { DRAFTS, type DraftKind } from '../src/surfaces/command-line/drafting.ts'
import { kentServed } from './kent-served.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiremoot-drafts-'))
after(() => rmSync(folder, { recursive: true }))

const SITE = 'https://record.example.org'

async function drafted(kind: DraftKind, until: string): Promise<PrintedDocument> {
  const { ask } = await kentServed()
  const made = await DRAFTS[kind].write(ask, {
    until: date(until),
    today: date('2019-12-01'),
    address: (path) => `${SITE}${path}`,
  })
  assert.ok(!isRefusal(made), isRefusal(made) ? made.message : '')
  return made
}

/** The row of a table that begins with these words, its cells joined. */
function rowOf(paper: PrintedDocument, caption: string, first: string): string {
  const table = paper.blocks.find((block) => block.kind === 'table' && block.caption === caption)
  assert.ok(table?.kind === 'table', `${caption} is not there`)
  const row = table.rows.find(([name]) => name === first)
  assert.ok(row, `${caption} has no ${first}`)
  return row.slice(1, 5).join(' | ')
}

describe('the crime statistics paper to September 2019', () => {
  it('works out number, per cent and points of the paper that the office wrote by hand', async () => {
    const paper = await drafted('crime-statistics', '2019-10-01')
    const year = 'Recorded crime in the 12 months to September 2019, by type'
    assert.equal(rowOf(paper, year, 'All recorded crime'), '197,356 | 191,408 | −5,948 | −3.0%')
    assert.equal(rowOf(paper, year, 'Crime with a victim'), '166,007 | 165,394 | −613 | −0.4%')
    assert.equal(rowOf(paper, year, 'Robbery'), '1,751 | 1,959 | +208 | +11.9%')
    assert.equal(rowOf(paper, year, 'Vehicle crime'), '10,862† | 11,581 | +719 | +6.6%')
    assert.equal(rowOf(paper, year, 'Drug offences'), 'not stated | not stated | +341 | +11.6%')
    const published = 'Recorded crime in the 12 months to June 2019, by type'
    assert.equal(rowOf(paper, published, 'Crime with a victim'), 'not stated | not stated | +8,002 | +5.0%')
    assert.equal(rowOf(paper, published, 'Drug offences'), 'not stated | not stated | +300 | +10.5%')
    const outcomes = 'Outcomes in the 12 months to June 2019'
    assert.equal(
      rowOf(paper, outcomes, 'Charge rate, all crime'),
      'not stated | 5.4% | not stated | −2.1 points',
    )
    assert.match(asMarkdown(paper), /Formal outcomes out of court: 2\.3%\. England and Wales: 4\.1%\./)
  })

  it('claims no change that chance alone could explain', async () => {
    const words = asMarkdown(await drafted('crime-statistics', '2019-10-01'))
    assert.match(
      words,
      /Crime with a victim: down 0\.4%.* Allowing for chance, between −1\.0% and \+0\.3%: no clear change\./,
    )
    assert.match(
      words,
      /Robbery: up 11\.9% \(208 more\), from 1,751 to 1,959\. Allowing for chance, between \+4\.8% and \+19\.4%: more than chance/,
    )
  })

  it('says of every figure whose it is and where it stands, and leaves gaps where a person must judge', async () => {
    const words = asMarkdown(await drafted('crime-statistics', '2019-10-01'))
    assert.match(words, /Robbery: .*\(Source \d, paragraph 29\.\)/)
    assert.match(
      words,
      /Source 2: Crime in England and Wales: year ending June 2019 \(official statistics, final/,
    )
    assert.ok(words.includes(`${SITE}/meetings/kent-and-medway-police-and-crime-panel/2019-11-21/papers/b1`))
    assert.ok(words.split('[To write: ').length > 4)
    const rests = words.slice(words.indexOf('It rests on:'), words.indexOf('## How fully'))
    assert.match(
      rests,
      /Crime data integrity re-inspection 2018/,
      'a source that is used is not in the introduction',
    )
    assert.match(words, /Violent crime: up 8\.9%\. Whether chance alone could explain that cannot be told\./)
  })

  it('holds no made-up number of the demonstration', async () => {
    const words = asMarkdown(await drafted('crime-statistics', '2019-10-01'))
    assert.ok(!words.includes('15,475'), 'the made-up September 2019 is in the paper')
    assert.doesNotMatch(words, /made.up/i)
  })

  for (const form of ['md', 'docx', 'pdf'] as const)
    it(`adds up when its ${form} is read and checked like any paper`, async () => {
      const paper = await drafted('crime-statistics', '2019-10-01')
      const pdf = asPdf(paper)
      assert.ok(!isRefusal(pdf))
      const bytes = { md: new TextEncoder().encode(asMarkdown(paper)), docx: await asWord(paper), pdf }[form]
      const reading = await readPaper({ name: `paper.${form}`, bytes })
      assert.ok(!isRefusal(reading))
      const { relations } = checkFigures(inputOf(reading))
      assert.ok(relations.filter(({ verdict }) => verdict === 'consistent').length >= 8)
      assert.deepEqual(groupedFindings(relations).failing, [])
    })

  it('is refused in words for a month of which the record has nothing', async () => {
    const { ask } = await kentServed()
    const made = await DRAFTS['crime-statistics'].write(ask, {
      until: date('2012-10-01'),
      today: date('2019-12-01'),
      address: String,
    })
    assert.ok(isRefusal(made))
    assert.match(made.message, /no figures of recorded crime for the 12 months to September 2012/)
  })
})

describe('the delivery report', () => {
  it('takes each priority of the plan in turn, with its measures and what the record holds for the year', async () => {
    const paper = await drafted('delivery', '2022-07-01')
    const words = asMarkdown(paper)
    const headings = paper.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    )
    assert.equal(headings.filter((heading) => heading.startsWith('Priority ')).length, 13)
    assert.equal(
      headings.filter((heading) => /^Priority 1 for the (?:force|policing body): /.test(heading)).length,
      2,
    )
    assert.match(words, /### What the policing body says/)
    assert.match(words, /\| All recorded crime \| 191,408 \| 12 months to September 2019† \|/)
    assert.match(words, /over 70 checks from 1 October 2021 to 7 June 2022\./)
    assert.doesNotMatch(words, /Nothing on the public record serves/)
    assert.match(words, /Active county lines: 40 lines in May 2022/)
    assert.match(words, /8 June 2022: paper, Making Kent Safer: delivery and performance/)
    assert.match(words, /The record has no measure for this priority\./)
  })

  it('leaves out what came after its last month', async () => {
    const words = asMarkdown(await drafted('delivery', '2022-06-01'))
    assert.ok(!words.includes('over 7,000 people'), 'a figure of 8 June stands in a report to May')
  })
})

function run(...args: string[]): { code: number | null; err: string } {
  const command = join(import.meta.dirname, '../src/surfaces/command-line/index.ts')
  const { status, stderr } = spawnSync(process.execPath, [command, 'draft', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { code: status, err: stderr }
}

describe('shiremoot draft', () => {
  it('says in one sentence what is wrong with how it was asked', () => {
    for (const [args, words] of [
      [[], /Name one kind of paper to draft, crime-statistics or delivery/],
      [['budget'], /Name one kind/],
      [['delivery', '--to', '2019-13'], /--to 2019-13 is not a month/],
      [['delivery', '--out', 'x.txt'], /must end in \.md, \.docx or \.pdf/],
      [['delivery', '--loud'], /--help says what it takes/],
    ] as const) {
      const { code, err } = run(...args)
      assert.equal(code, 2, args.join(' '))
      assert.match(err, words)
      assert.equal(err.trim().split('\n').length, 1, err)
    }
  })

  it('never writes over a file that is there', () => {
    const file = join(folder, 'edited.docx')
    writeFileSync(file, 'edited by hand')
    const { code, err } = run('delivery', '--out', file)
    assert.equal(code, 2)
    assert.match(err, /is there already/)
    assert.equal(readFileSync(file, 'utf8'), 'edited by hand')
    assert.ok(existsSync(file))
  })
})
