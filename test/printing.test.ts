import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../src/lib/index.ts'
import { readPaper } from '../src/papers/index.ts'
import {
  asMarkdown,
  asPdf,
  asWord,
  gap,
  link,
  type PrintedDocument,
  strong,
  text,
} from '../src/printing/index.ts'

const paper: PrintedDocument = {
  title: 'Crime statistics update',
  language: 'en',
  head: [
    { label: 'To', words: 'Police and Crime Panel' },
    { label: 'From', words: 'Police and Crime Commissioner' },
    { label: 'Date', words: '21 November 2019' },
    { label: 'Subject', words: 'Crime statistics update' },
  ],
  blocks: [
    { kind: 'heading', level: 1, text: 'Recorded crime' },
    {
      kind: 'paragraph',
      number: 1,
      runs: [
        strong('All crime'),
        text(' fell by 3.0%. '),
        gap('what the force says of it'),
        text(' '),
        link('The release', 'https://example.org/release'),
      ],
    },
    { kind: 'paragraph', number: 2, runs: [text('*Not* a list; 3 < 4 | and `more`.')] },
    { kind: 'list', items: [[text('one')], [text('two')]] },
    {
      kind: 'table',
      caption: 'Recorded crime, two years',
      columns: [
        { head: 'Crime', numeric: false },
        { head: 'To September 2019', numeric: true },
      ],
      rows: [
        ['All crime', '191,408'],
        ['Robbery | all', '1,959'],
      ],
      notes: ['Per cent are rounded to one place.'],
    },
  ],
}

function pdfOf(document: PrintedDocument): Uint8Array {
  const made = asPdf(document)
  assert.ok(!isRefusal(made))
  return made
}

for (const [form, made] of [
  ['md', async () => new TextEncoder().encode(asMarkdown(paper))],
  ['docx', () => asWord(paper)],
  ['pdf', async () => pdfOf(paper)],
] as const)
  test(`a paper written as ${form} is read back with its title, paragraphs, list, table and gaps`, async () => {
    const reading = await readPaper({ name: `paper.${form}`, bytes: await made() })
    assert.ok(!isRefusal(reading), isRefusal(reading) ? reading.message : '')
    assert.equal(reading.title, 'Crime statistics update')
    assert.equal(reading.date, '2019-11-21')
    assert.deepEqual(
      reading.tables.map(({ columns, rows }) => [columns, ...rows].map((row) => row.join(' / '))),
      [['Crime / To September 2019', 'All crime / 191,408', 'Robbery | all / 1,959']],
    )
    for (const words of [
      '[To write: what the force says of it]',
      'Recorded crime',
      'The release',
      'Per cent are rounded',
    ])
      assert.ok(reading.text.includes(words), `${words} is missing`)
    assert.match(reading.text, /1\.\s+\**All crime\** fell by 3\.0%/)
  })

test('the PDF is tagged, says that it is PDF/UA, and is the same each time', () => {
  const made = pdfOf(paper)
  const bytes = new TextDecoder('latin1').decode(made)
  assert.match(bytes, /\/MarkInfo\s*<<\s*\/Marked true/)
  assert.match(bytes, /pdfuaid:part/)
  assert.deepEqual(pdfOf(paper), made)
})

test('a Word file names no author', async () => {
  const bytes = new TextDecoder('latin1').decode(await asWord(paper))
  assert.ok(!bytes.includes('Un-named'))
})

test('whatever words are printed, a Markdown table keeps its cells and a PDF is set', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const document: PrintedDocument = {
          ...paper,
          blocks: [
            {
              kind: 'table',
              caption: 'Any',
              columns: paper.blocks.flatMap((block) => (block.kind === 'table' ? block.columns : [])),
              rows: rows.map(([one, other]) => [`a${one}`, `b${other}`]),
              notes: [],
            },
          ],
        }
        const lines = asMarkdown(document)
          .split('\n')
          .filter((line) => line.startsWith('|'))
        assert.equal(lines.length, rows.length + 2)
        for (const line of lines)
          assert.equal(line.replace(/\\\\/g, '').replace(/\\\|/g, '').split('|').length, 4, line)
        const pdf = asPdf(document)
        assert.ok(isRefusal(pdf) ? pdf.code === 'sign-not-printable' : pdf.length > 0)
      },
    ),
    { numRuns: 25 },
  )
})

test('a sign that no font has is refused by name, instead of an empty box', () => {
  const made = asPdf({ ...paper, title: 'Report on ჽ' })
  assert.ok(isRefusal(made))
  assert.match(made.message, /ჽ/)
})
