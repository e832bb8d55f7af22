/** What becomes of the lines of a text: headings, numbers, lists, tables, and what is dropped. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Block } from './reading.ts'
import { readWords } from './testing.ts'
import { locate, wordsOf } from './tree.ts'

const blocksOf = async (words: string): Promise<Block[]> => (await readWords(words)).blocks

const shape = (block: Block): string => {
  if (block.type === 'heading') return `heading ${block.number ?? '-'} ${block.text}`
  if (block.type === 'paragraph') return `paragraph ${block.number ?? '-'} ${block.text}`
  return `${block.type} ${wordsOf(block).replaceAll('\n', ' / ')}`
}

describe('a text becomes blocks', () => {
  it('headings are told by #, bold, capitals and numbers', async () => {
    const blocks = await blocksOf(
      '# Annual report\n\n**Introduction:**\n\nThe year went as follows.\n\nCRIME IN THE COUNTY\n\nIt fell.\n\n3.1 Working with Shops\n\nShops were visited each month by officers, who gave advice to owners and staff about theft and about fraud online.\n',
    )
    assert.deepEqual(blocks.filter((block) => block.type === 'heading').map(shape), [
      'heading - Annual report',
      'heading - Introduction',
      'heading - CRIME IN THE COUNTY',
      'heading 3.1 Working with Shops',
    ])
  })

  it('a paragraph keeps its number as printed, and numbers may start again', async () => {
    const blocks = await blocksOf(
      '**1. First item**\n\n1. The chair was thanked by all members present.\n\n2. Nothing more was said about it.\n\n**2. Second item**\n\n1. The figures were shown to members.\n',
    )
    assert.deepEqual(
      blocks.flatMap((block) => (block.type === 'paragraph' ? [block.number] : [])),
      ['1', '2', '1'],
    )
  })

  it('a paragraph that a page broke is whole again, without what stood on the page', async () => {
    const blocks = await blocksOf(
      'The panel heard that officers in the rural teams had been given new cars and that most of them had been\n\nItem 3\n\nmoved to Northtown.\n\nItem 3\n\nThis page is intentionally left blank\n',
    )
    assert.equal(blocks.length, 1)
    assert.match(wordsOf(blocks[0] ?? assert.fail('no block')), /had been moved to Northtown\.$/)
  })

  it('lines broken at a width are one paragraph, and the next paragraph is another', async () => {
    const blocks = await blocksOf(
      'The commissioner reported on the state of the county and on the\nnumber of officers who serve in it, which had grown since the last\nmeeting of the panel in the spring.\n\nMembers thanked her for the report and asked that it be sent to\ntheir councils before the end of the month if that could be done.\n',
    )
    assert.equal(blocks.length, 2)
  })

  it('lists nest, and their marks stay as printed', async () => {
    const [, list] = await blocksOf(
      'The aims were:\n\n- safer roads\n  - fewer deaths\n  - fewer injuries\n- safer homes\n',
    )
    assert.ok(list?.type === 'list')
    assert.deepEqual(
      list.items.map((item) => [item.marker, item.text, item.items.length]),
      [
        ['-', 'safer roads', 2],
        ['-', 'safer homes', 0],
      ],
    )
    const [lettered] = await blocksOf('(a) one thing\n(b) another thing\n')
    assert.ok(lettered?.type === 'list' && lettered.ordered)
    assert.deepEqual(
      lettered.items.map((item) => item.marker),
      ['(a)', '(b)'],
    )
  })

  it('tables are read from tabs, pipes and columns of spaces, with their header cells', async () => {
    const forms = [
      'District\tOfficers\tCadets\nNorth\t120\t14\nSouth\t95\t20\n',
      '| District | Officers | Cadets |\n|---|---|---|\n| North | 120 | 14 |\n| South | 95 | 20 |\n',
      'District     Officers    Cadets\nNorth        120         14\nSouth        95          20\n',
    ]
    for (const form of forms) {
      const [table] = await blocksOf(form)
      assert.ok(table?.type === 'table', form)
      assert.deepEqual(table.columns, ['District', 'Officers', 'Cadets'])
      assert.deepEqual(table.rows, [
        ['North', '120', '14'],
        ['South', '95', '20'],
      ])
      assert.equal(table.rowHeaders, true)
    }
  })

  it('marks of HTML and Markdown are taken off the words, and the offsets stay true', async () => {
    const words =
      '1. The **new** [plan](https://example.org/a_b) cost £5 &amp; more.\n\nYear\tNotes\n1<sup>st</sup>\t<p>done</p> <b>well</b>\n2nd\tnot yet\n'
    const reading = await readWords(words)
    const [paragraph, table] = reading.blocks
    assert.ok(paragraph?.type === 'paragraph' && table?.type === 'table')
    assert.equal(paragraph.text, 'The new plan cost £5 & more.')
    assert.equal(reading.text.slice(paragraph.start, paragraph.end), words.split('\n')[0])
    assert.deepEqual([...table.columns, ...table.rows.flat()].slice(-4), [
      '1st',
      'done well',
      '2nd',
      'not yet',
    ])
  })

  it('furniture of pages and web sites is no part of the document', async () => {
    const blocks = await blocksOf(
      'Quickly exit this site by pressing the Escape key\nShare this item\n\nThe report.\n\nPage 3 of 9\n',
    )
    assert.deepEqual(blocks.map(shape), ['paragraph - The report.'])
  })

  it('form feeds count the pages, and numbers beside them are page numbers', async () => {
    const blocks = await blocksOf('The first page.\n\n1\n\fThe second page.\n\n2\n\fThe third page.\n')
    assert.deepEqual(
      blocks.map((block) => [shape(block), block.page]),
      [
        ['paragraph - The first page.', 1],
        ['paragraph - The second page.', 2],
        ['paragraph - The third page.', 3],
      ],
    )
  })

  it('a byte order mark, CRLF and no-break spaces change no words', async () => {
    const plain = await blocksOf('1. Officers met in Northtown.\n\n2. They met again.\n')
    const odd = await blocksOf('\ufeff1.\u00a0Officers met in Northtown.\r\n\r\n2. They met again.\r\n')
    assert.deepEqual(odd.map(shape), plain.map(shape))
  })

  it('whatever the text, blocks stand in order and inside it', async () => {
    const line = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '- a',
        '1. Word',
        '(a) part',
        '**Bold**',
        '| a | b |',
        'a\tb',
        '# H',
        '',
        'Item 3',
        '\f',
        'RESOLVED:',
        'Present: Cllr A',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const words = `x\n${lines.join('\n')}`
        const { blocks, text } = await readWords(words)
        let before = 0
        for (const block of blocks) {
          assert.ok(block.start >= before && block.end >= block.start && block.end <= text.length)
          before = block.start
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('words are found again in the text', () => {
  it('through line breaks, marks and pages between them', () => {
    const text = 'He would **look**\n\nItem 3\n\ninto this.'
    const place = locate(text, 'would look into this', 0, text.length)
    assert.ok(place)
    assert.equal(text.slice(place.start, place.end), 'would **look**\n\nItem 3\n\ninto this')
  })

  it('and not where they are not', () => {
    assert.equal(locate('He would look away.', 'would look into this', 0, 19), undefined)
  })
})
