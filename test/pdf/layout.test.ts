import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paperToPdf, typstToPdf } from '../../scripts/make-demo-pdf.ts'
import { isRefusal } from '../../src/lib/index.ts'
import { type Reading, readPaper } from '../../src/papers/index.ts'
import { linesOfText, onePage, rawPdf } from './raw-pdf.ts'

async function read(bytes: Uint8Array): Promise<Reading> {
  const reading = await readPaper({ name: 'paper.pdf', bytes })
  assert.ok(!isRefusal(reading), isRefusal(reading) ? reading.message : '')
  return reading
}

const SET =
  '#set page(paper: "a4", margin: 2.4cm)\n#set text(font: "Libertinus Serif", size: 10.5pt, lang: "en")\n#set par(spacing: 1em, leading: 0.62em)\n'
const untagged = (markup: string) => read(typstToPdf(SET + markup, false))

const PROSE =
  'Members heard that the posts along the coast had been filled and that the harbour was quieter than in any summer since the ferries came back.'
const prose = (count: number) =>
  Array.from({ length: count }, (_, index) => `Part ${index + 1} of it. ${PROSE} ${PROSE}`).join('\n\n')
const paragraphs = (reading: Reading) =>
  reading.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))

describe('the words of a PDF come in reading order', () => {
  it('two columns are read one after the other, after the heading that runs over both', async () => {
    const reading = await untagged(`= What was done\n\n${PROSE}\n\n#columns(2)[${prose(6)}]`)
    const found = paragraphs(reading).filter((text) => text.startsWith('Part'))
    assert.deepEqual(
      found.map((text) => text.slice(0, 6)),
      ['Part 1', 'Part 2', 'Part 3', 'Part 4', 'Part 5', 'Part 6'],
    )
    for (const text of found) assert.equal(text.slice(14), `${PROSE} ${PROSE}`)
  })

  it('words that a line end parted are whole, and hyphened ones keep their hyphen', async () => {
    const lines = [
      'The neighbour-',
      'hood team met and a multi-',
      'agency group joined it.',
      'Every neighbourhood has a team; multi-agency work is done in all of them.',
    ]
    const reading = await read(rawPdf(onePage(linesOfText(lines))))
    assert.match(reading.text, /The neighbourhood team met and a multi-agency group joined it\./)
  })

  it('a page set sideways is read as it is looked at', async () => {
    const commands = ['The first row is here', 'The second row is here', 'And the third'].map(
      (line, index) => `BT /F1 11 Tf 0 1 -1 0 ${100 + index * 14} 100 Tm (${line}) Tj ET`,
    )
    const reading = await read(rawPdf(onePage(commands.join('\n'))))
    assert.match(reading.text, /first row is here[\s\S]*second row is here[\s\S]*third/)
  })

  it('a watermark is left out and told', async () => {
    const watermark = 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET'
    const reading = await read(
      rawPdf(
        onePage(
          `${linesOfText(['The panel met at County Hall.', 'It heard the Commissioner.'])}\n${watermark}`,
        ),
      ),
    )
    assert.doesNotMatch(reading.text, /DRAFT/)
    assert.ok(reading.warnings.some(({ code, page }) => code === 'slanted-text-left-out' && page === 1))
  })
})

describe('what stands on every page is no part of the paper', () => {
  it('running heads and page numbers are taken off, and sentences that pages broke are whole', async () => {
    const reading = await read(
      paperToPdf(`# A paper\n\n${prose(60)}`, { tagged: false, head: 'Wessex Police and Crime Panel' }),
    )
    assert.doesNotMatch(reading.text, /Wessex Police and Crime Panel/)
    assert.doesNotMatch(reading.text, /^\d+$/m)
    assert.equal(paragraphs(reading).length, 60)
    for (const text of paragraphs(reading)) assert.ok(text.endsWith(`${PROSE} ${PROSE}`), text)
  })

  it('a heading that stands at the head of two pages stays', async () => {
    const reading = await read(
      paperToPdf(`## How it went\n\n${PROSE}\n\n---\n\n## How it went\n\n${PROSE}`, { tagged: false }),
    )
    assert.equal(reading.blocks.filter((block) => block.type === 'heading').length, 2)
  })

  it('blocks know the page of the file they begin on', async () => {
    const reading = await read(
      paperToPdf(`## One\n\n${PROSE}\n\n---\n\n## Two\n\n${PROSE}`, { tagged: false, firstPage: 13 }),
    )
    assert.deepEqual(
      reading.blocks.map(({ page }) => page),
      [1, 1, 2, 2],
    )
    for (const block of reading.blocks) assert.ok(block.end > block.start && block.end <= reading.text.length)
  })

  it('an empty page among others is told', async () => {
    const reading = await untagged(`${prose(2)}\n#pagebreak()\n#pagebreak()\n${prose(2)}`)
    assert.deepEqual(
      reading.warnings.filter(({ code }) => code === 'page-without-text').map(({ page }) => page),
      [2],
    )
  })
})

describe('tables of a PDF stay tables', () => {
  const wrapped = [
    '[*Idea*], [*What came of it*]',
    ...['Riders with patrols', 'Cadets in every town', 'Cameras on the coast road'].map(
      (idea) => `[${idea} and all that was said of it at the time], [${PROSE}]`,
    ),
  ].join(', ')
  const expected = ['Riders', 'Cadets', 'Cameras']

  it('ruled ones with wrapped cells keep their rows', async () => {
    const { tables } = await untagged(`${PROSE}\n\n#table(columns: (1fr, 2fr), ${wrapped})\n\n${PROSE}`)
    assert.equal(tables.length, 1)
    assert.deepEqual(tables[0]?.columns, ['Idea', 'What came of it'])
    assert.deepEqual(
      tables[0]?.rows.map((row) => row[0]?.split(' ')[0]),
      expected,
    )
    for (const row of tables[0]?.rows ?? []) assert.equal(row[1], PROSE)
  })

  it('and so do those without rules', async () => {
    const { tables } = await untagged(
      `${PROSE}\n\n#table(columns: (1fr, 2fr), stroke: none, inset: (x: 4pt, y: 6pt), ${wrapped})\n\n${PROSE}`,
    )
    assert.deepEqual(
      tables[0]?.rows.map((row) => row[0]?.split(' ')[0]),
      expected,
    )
    for (const row of tables[0]?.rows ?? []) assert.equal(row[1], PROSE)
  })

  it('empty cells stay empty, so that figures stay under their heads', async () => {
    const rows =
      '[*Area*], [*2019*], [*2020*], [*2021*], [North], [1,204], [], [1,310], [Coast], [], [877], [902], [City], [3,001], [2,950], []'
    for (const stroke of ['stroke: 0.5pt,', 'stroke: none,']) {
      const { tables } = await untagged(
        `${PROSE}\n\n#table(columns: (2fr, 1fr, 1fr, 1fr), ${stroke} ${rows})`,
      )
      assert.deepEqual(
        tables[0]?.rows,
        [
          ['North', '1,204', '', '1,310'],
          ['Coast', '', '877', '902'],
          ['City', '3,001', '2,950', ''],
        ],
        stroke,
      )
    }
  })

  it('one that runs over a page is one table, its printed-again head once', async () => {
    const rows = Array.from(
      { length: 70 },
      (_, index) => `[District ${index + 1}], [${index * 31 + 7}], [${index * 17 + 3}]`,
    ).join(', ')
    for (const tagged of [true, false]) {
      const reading = await read(
        typstToPdf(
          `${SET}${PROSE}\n\n#table(columns: 3, table.header([*District*], [*Reported*], [*Solved*]), ${rows})`,
          tagged,
        ),
      )
      assert.equal(reading.tables.length, 1)
      assert.equal(reading.tables[0]?.rows.length, 70)
      assert.deepEqual(reading.tables[0]?.columns, ['District', 'Reported', 'Solved'])
    }
  })
})
