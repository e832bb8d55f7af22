/** What is read of OpenDocument texts: words, numbers, tables and notes as their program shows them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../lib/index.ts'
import {
  odtHeading as heading,
  odtList as list,
  odtListStyle as listStyle,
  type OdtParts,
  odt,
  odtParagraph as paragraph,
  odtTable as table,
} from './odt/testing.ts'
import { readPaper } from './read-paper.ts'
import type { Reading } from './reading.ts'

async function read(parts: OdtParts | string): Promise<Reading> {
  const bytes = odt(typeof parts === 'string' ? { body: parts } : parts)
  const reading = await readPaper({ name: 'paper.odt', bytes })
  if (isRefusal(reading)) throw new Error(reading.message)
  return reading
}

const lines = async (parts: OdtParts | string): Promise<string[]> =>
  (await read(parts)).text.split('\n').filter((line) => line !== '')

const codes = (reading: Reading): string[] =>
  reading.warnings.map(({ code }) => code).filter((code) => code !== 'kind-unknown')

const DECIMAL = 'style:num-format="1" style:num-suffix="."'
const DEEP = 'style:num-format="1" text:display-levels="2"'
const LETTER = 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"'
const L1 = listStyle('L1', [DECIMAL, DEEP, LETTER])

const outlineLevel = (number: number, more: string): string =>
  `<text:outline-level-style text:level="${number}" style:num-format="1" ${more}/>`
const numbered = (level: number, words: string): string =>
  `<text:numbered-paragraph text:list-id="x" text:style-name="L2" text:level="${level}">${paragraph(words)}</text:numbered-paragraph>`
const item = (words: string, inner = ''): string => paragraph(words) + inner

describe('words of an OpenDocument text', () => {
  it('spaces, tabs, breaks, spans and links are read as they are shown', async () => {
    const body = paragraph(
      'Budget<text:s text:c="3"/>of <text:span text:style-name="B">£2m</text:span>\n   <text:a>here</text:a><text:line-break/>and on',
    )
    assert.deepEqual(await lines(body), ['Budget of £2m here', 'and on'])
  })

  it('hidden words, comments and deletions are left out and told', async () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      paragraph(
        'Seen<text:span text:style-name="H"> unseen</text:span><office:annotation><text:p>Why?</text:p></office:annotation>',
      ) +
      '<text:section text:display="none"><text:p>Nor this</text:p></text:section>'
    const reading = await read({ body, styles })
    assert.equal(reading.text, 'Seen')
    assert.deepEqual(codes(reading).toSorted(), [
      'comments-left-out',
      'deletions-left-out',
      'hidden-words-left-out',
    ])
  })

  it('a note comes after its paragraph with its mark, and then the text box that hangs on it', async () => {
    const box = `<draw:frame><svg:title>A picture</svg:title><draw:text-box>${paragraph('In the box')}</draw:text-box></draw:frame>`
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${paragraph('As laid.')}</text:note-body></text:note>`
    assert.deepEqual(await lines(paragraph(`Before${note} ${box}after.`) + paragraph('Next')), [
      'Before¹ after.',
      '¹ As laid.',
      'In the box',
      'Next',
    ])
  })

  it('bold words are headings as they are in text, and pages are known where the file notes them', async () => {
    const styles =
      '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    const body =
      paragraph('Rural crime', 'B') +
      paragraph('Officers spoke about theft from farms at some length.') +
      paragraph('<text:soft-page-break/>More was said on the page that follows.')
    const { blocks } = await read({ body, styles, attributes: 'text:use-soft-page-breaks="true"' })
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['heading', 'paragraph', 'paragraph'],
    )
    assert.equal(blocks[0]?.page, 1)
    assert.equal((await read({ body, styles })).blocks[0]?.page, null)
  })
})

describe('numbers of an OpenDocument text', () => {
  it('of lists in lists, with the levels above where these are shown', async () => {
    const deepest = list('L1', [item('c'), item('d')])
    const body = list('L1', [item('a', list('L1', [item('b', deepest)])), item('e', list('L1', [item('f')]))])
    assert.deepEqual(await lines({ body, styles: L1 }), ['1. a', '1.1 b', '(a) c', '(b) d', '2. e', '2.1 f'])
  })

  it('go on after other words where the list says so, begin again where not, and take the start of an item', async () => {
    const body =
      list('L1', [item('a'), item('b') + paragraph('more of b')], 'xml:id="one"') +
      paragraph('between') +
      list('L1', [item('c')], 'text:continue-numbering="true"') +
      list('L1', [item('d')]) +
      list('L1', [item('e')], 'text:continue-list="one"') +
      `<text:list text:style-name="L1"><text:list-header>${paragraph('bare')}</text:list-header><text:list-item text:start-value="20">${paragraph('f')}</text:list-item></text:list>`
    assert.deepEqual(await lines({ body, styles: L1 }), [
      '1. a',
      '2. b',
      'more of b',
      'between',
      '3. c',
      '1. d',
      '4. e',
      'bare',
      '20. f',
    ])
  })

  it('of headings by the outline, with its start and its form', async () => {
    const shared = `<text:outline-style style:name="Outline">${outlineLevel(1, 'text:start-value="325"')}${outlineLevel(2, 'text:display-levels="2" style:num-suffix="."')}</text:outline-style>`
    const body =
      heading('Apologies', 1) +
      heading('Late ones', 2) +
      heading('Not counted', 1, 'text:is-list-header="true"') +
      heading('Budget', 1) +
      heading('Again', 1, 'text:restart-numbering="true" text:start-value="9"')
    const reading = await read({ body, shared })
    assert.deepEqual(
      reading.blocks.map((block) =>
        block.type === 'heading' ? [block.level, block.number, block.text] : null,
      ),
      [
        [1, '325', 'Apologies'],
        [2, '325.1', 'Late ones'],
        [1, null, 'Not counted'],
        [1, '326', 'Budget'],
        [1, '9', 'Again'],
      ],
    )
  })

  it('in a form of their own, and of paragraphs that say their level themselves', async () => {
    const styles = listStyle('L2', ['style:num-format="I" loext:num-list-format="Part %1%:"', DECIMAL])
    assert.deepEqual(await lines({ body: numbered(1, 'a') + numbered(2, 'b') + numbered(1, 'c'), styles }), [
      'Part I: a',
      '1. b',
      'Part II: c',
    ])
  })

  it('of any nesting are what counting by hand gives', async () => {
    type Tree = { inner: readonly Tree[] }
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.record({
        inner: fc.oneof(
          { depthSize: 'small' },
          fc.constant<readonly Tree[]>([]),
          fc.array(tie('tree'), { maxLength: 3 }),
        ),
      }),
    }))
    const styles = listStyle(
      'L',
      Array.from({ length: 10 }, (_, index) => `style:num-format="1" text:display-levels="${index + 1}"`),
    )
    const made = (trees: readonly Tree[]): string =>
      trees.length === 0
        ? ''
        : list(
            'L',
            trees.map(({ inner }) => item('x') + made(inner)),
          )
    const counted = (trees: readonly Tree[], before: string): string[] =>
      trees.flatMap(({ inner }, index) => {
        const own = `${before}${index + 1}`
        return [`${own} x`, ...counted(inner, `${own}.`)]
      })
    const deep = (trees: readonly Tree[]): number =>
      1 + Math.max(-1, ...trees.map(({ inner }) => deep(inner)))
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), async (trees) => {
        fc.pre(deep(trees) < 10)
        assert.deepEqual(await lines({ body: made(trees), styles }), counted(trees, ''))
      }),
      { numRuns: Number(process.env['SHIREMOOT_FUZZ'] ?? 40) },
    )
  })
})

describe('tables of an OpenDocument text', () => {
  it('have their columns over cells that span or stand for several', async () => {
    const rows =
      `<table:table-header-rows><table:table-row><table:table-cell>${paragraph('Area')}</table:table-cell><table:table-cell table:number-columns-spanned="2">${paragraph('Years')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>` +
      `<table:table-row><table:table-cell>${paragraph('East')}</table:table-cell><table:table-cell table:number-columns-repeated="2">${paragraph('3')}</table:table-cell></table:table-row>`
    const { tables } = await read(`<table:table>${rows}</table:table>`)
    assert.deepEqual(
      tables.map(({ columns, rows: body }) => [columns, body]),
      [[['Area', 'Years', ''], [['East', '3', '3']]]],
    )
  })

  it('that are repeated without end stay within bounds', async () => {
    const row = `<table:table-row table:number-rows-repeated="4000000000"><table:table-cell table:number-columns-repeated="4000000000">${paragraph('x')}</table:table-cell></table:table-row>`
    const { tables } = await read(`<table:table>${row.repeat(2)}</table:table>`)
    assert.ok((tables[0]?.rows.length ?? 0) <= 128 && (tables[0]?.rows[0]?.length ?? 0) <= 64)
  })

  it('whose repeated cells come to more than 20 MB are refused before they are copied', async () => {
    const row = `<table:table-row table:number-rows-repeated="64"><table:table-cell table:number-columns-repeated="64">${paragraph('x'.repeat(10_000))}</table:table-cell></table:table-row>`
    const outcome = await readPaper({
      name: 'a.odt',
      bytes: odt({ body: `<table:table>${row}</table:table>` }),
    })
    assert.ok(isRefusal(outcome) && outcome.code === 'file-too-large')
  })

  it('two that follow each other are two', async () => {
    const { tables } = await read(
      table([
        ['Area', 'Thefts'],
        ['East', '1'],
      ]) +
        table([
          ['Area', 'Fires'],
          ['West', '2'],
        ]),
    )
    assert.equal(tables.length, 2)
  })
})

describe('OpenDocument files that are not read', () => {
  const body = paragraph('Words')

  it('are locked, hold macros, declare entities, are damaged, empty or of another kind', async () => {
    const cases: readonly (readonly [code: string, parts: OdtParts])[] = [
      [
        'archive-locked',
        {
          body,
          members: {
            'META-INF/manifest.xml':
              '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
          },
        },
      ],
      ['document-with-macros', { body, members: { 'Basic/Standard/Module1.xml': '<x/>' } }],
      [
        'document-declares-entities',
        { body, members: { 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' } },
      ],
      ['document-damaged', { body, members: { 'content.xml': '<x>' } }],
      ['document-no-text', { body: paragraph('') }],
      ['not-a-paper', { body, members: { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' } }],
    ]
    for (const [code, parts] of cases) {
      const outcome = await readPaper({ name: 'paper.odt', bytes: odt(parts) })
      assert.ok(isRefusal(outcome), code)
      assert.equal(outcome.code, code)
    }
  })
})
