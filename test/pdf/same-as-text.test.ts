import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { paperToPdf, type Setting } from '../../scripts/make-demo-pdf.ts'
import { isRefusal } from '../../src/lib/index.ts'
import { type Block, type Reading, readPaper } from '../../src/papers/index.ts'
import { AGENDA, MINUTES, PACK, REPORT } from './papers.ts'

async function read(name: string, bytes: Uint8Array): Promise<Reading> {
  const reading = await readPaper({ name, bytes })
  assert.ok(!isRefusal(reading), isRefusal(reading) ? reading.message : '')
  return reading
}

const asText = (paper: string) => read('paper.md', new TextEncoder().encode(paper))
const asPdf = (paper: string, setting: Setting = {}) => read('paper.pdf', paperToPdf(paper, setting))

const PLACES = new Set(['blocks', 'start', 'end', 'page', 'file', 'text', 'tables', 'warnings'])

/** What was recognised, without where it stood. */
const recognised = (reading: Reading): unknown =>
  JSON.parse(
    JSON.stringify(
      { ...reading, embedded: reading.embedded.map((inner) => ({ ...inner, text: '' })) },
      (key, value: unknown) =>
        PLACES.has(key) && key !== 'text'
          ? undefined
          : key === 'text' && reading.text === value
            ? undefined
            : value,
    ),
  )

const listed = (items: Extract<Block, { type: 'list' }>['items']): string =>
  items
    .map(
      (item) =>
        `${item.marker.replace(/^[-*•]$/, '•')} ${item.text}${item.items.length > 0 ? ` [${listed(item.items)}]` : ''}`,
    )
    .join(' / ')

/** A block in one line, whatever the form it came in: levels of headings and bullets differ between the two. */
function said(block: Block): string {
  if (block.type === 'list') return `list ${listed(block.items)}`
  if (block.type === 'table')
    return `table ${[block.columns, ...block.rows].map((row) => row.join(' | ')).join(' / ')}`
  return `${block.type} ${block.number ?? ''} ${block.text}`
}

for (const [how, setting] of [
  ['tagged', {}],
  ['without tags', { tagged: false }],
] as const) {
  describe(`a PDF ${how} reads as its text does`, () => {
    it('an agenda: items with their pages, members, day and place', async () => {
      assert.deepEqual(recognised(await asPdf(AGENDA, setting)), recognised(await asText(AGENDA)))
    })

    it('minutes whose paragraphs run over pages', async () => {
      const pdf = await asPdf(MINUTES, setting)
      assert.deepEqual(pdf.blocks.map(said), (await asText(MINUTES)).blocks.map(said))
      assert.deepEqual(recognised(pdf), recognised(await asText(MINUTES)))
      assert.equal(pdf.items[1]?.paragraphs, 24)
      assert.ok(pdf.blocks.some((block) => (block.page ?? 0) > 2))
    })

    it('a report with a table, whose header and figures stay in their columns', async () => {
      const pdf = await asPdf(REPORT, setting)
      assert.deepEqual(pdf.blocks.map(said), (await asText(REPORT)).blocks.map(said))
      assert.deepEqual(pdf.tables[0]?.columns, ['Division', 'Specials', 'Hours', 'Change'])
      assert.deepEqual(pdf.tables[0]?.rows[1], ['Coast', '57', '10,934', '-2.0%'])
    })

    it('a pack with an agenda, minutes and a report in one file', async () => {
      const pdf = await asPdf(PACK, { ...setting, head: 'Wessex Police and Crime Panel, February' })
      const text = await asText(PACK)
      assert.equal(pdf.kind, 'agenda+minutes')
      assert.deepEqual(
        pdf.items.map(({ number, title, pages }) => [number, title, pages]),
        text.items.map(({ number, title, pages }) => [number, title, pages]),
      )
      assert.deepEqual(
        pdf.papers.map(({ subject, paragraphs, headings }) => [subject, paragraphs, headings]),
        text.papers.map(({ subject, paragraphs, headings }) => [subject, paragraphs, headings]),
      )
      assert.deepEqual(
        pdf.embedded[0]?.items.map(({ number, paragraphs }) => [number, paragraphs]),
        text.embedded[0]?.items.map(({ number, paragraphs }) => [number, paragraphs]),
      )
      assert.doesNotMatch(pdf.text, /Panel, February/)
    })

    it('any paper of headings, numbered paragraphs, lists and tables', async () => {
      await fc.assert(
        fc.asyncProperty(aPaper, async (paper) => {
          const [pdf, text] = [await asPdf(paper, setting), await asText(paper)]
          assert.deepEqual(pdf.blocks.map(said), text.blocks.map(said))
        }),
        { numRuns: 25, endOnFailure: true },
      )
    })
  })
}

const word = fc.constantFrom(
  'officers',
  'residents',
  'county',
  'patrol',
  'victims',
  'report',
  'support',
  'evidence',
  'council',
  'roads',
  'station',
  'harm',
  'review',
  'the',
  'of',
  'and',
  'with',
)
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((each) => each.join(' '))
const sentence = (least: number, most: number) =>
  words(least, most).map((each) => `Members heard ${each} in full.`)
const figure = fc.integer({ min: 1, max: 99_999 }).map((number) => number.toLocaleString('en-GB'))

/** Parts of a paper, each with its kind; numbers are given when the whole is put together. */
const part = fc.oneof(
  sentence(6, 90).map((text) => ({ kind: 'numbered', text })),
  sentence(20, 60).map((text) => ({ kind: 'plain', text })),
  fc.array(words(3, 22), { minLength: 2, maxLength: 5 }).map((items) => ({
    kind: 'list',
    text: `It was said that this matters:\n\n${items.map((item) => `- ${item};`).join('\n')}`,
  })),
  fc
    .array(fc.tuple(fc.constantFrom('North', 'Coast', 'City', 'Hills'), figure, figure), {
      minLength: 2,
      maxLength: 6,
    })
    .map((rows) => ({
      kind: 'table',
      text: [
        '| Area | Reported | Solved |',
        '|---|---|---|',
        ...rows.map((row) => `| ${row.join(' | ')} |`),

        '',
        'So much the figures said of the year, and members thanked those who had gathered them.',
      ].join('\n'),
    })),
)

const aPaper = fc
  .array(
    fc.tuple(
      fc.constantFrom('What was done', 'How it went', 'What comes next', 'Money'),
      fc.array(part, { minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((sections) => {
    let number = 0
    return sections
      .map(([heading, parts]) => {
        const texts = parts.map(({ kind, text }) => {
          if (kind !== 'numbered') return text
          number += 1
          return `${number}. ${text}`
        })
        return [
          `## ${heading}`,
          'This part of the paper says what members asked to be told at their last meeting and no more than that.',
          ...texts,
        ].join('\n\n')
      })
      .join('\n\n')
  })
