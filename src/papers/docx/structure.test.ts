/** Headings, tables and notes of Word documents. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { abstractList, cell, linesOf, list, paragraph, readDocument, run, table } from './testing.ts'

const style = (id: string, inner: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`

const note = (kind: string, id: number, words: string): string =>
  `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${run(` ${words}`)}</w:p></w:${kind}>`
const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`

describe('headings of a Word document', () => {
  it('are known by their style in every language, by its outline level, and through what it is based on', async () => {
    const styles =
      style('Pennawd2', '<w:name w:val="heading 2"/>') +
      style('House', '<w:name w:val="Our heading"/><w:basedOn w:val="Pennawd2"/>') +
      style('Legal', '<w:name w:val="Clause"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>') +
      style('Circle', '<w:name w:val="Circle"/><w:basedOn w:val="Circle"/>')
    const body = ['Pennawd2', 'House', 'Legal', 'Circle']
      .map((id) =>
        paragraph(`Words in the style called ${id}, then more of them than a title has, or so one hopes.`, {
          style: id,
        }),
      )
      .join('')
    const { blocks } = await readDocument({
      body: body.replaceAll(', then more of them than a title has, or so one hopes.', ''),
      styles,
    })
    assert.deepEqual(
      blocks.slice(0, 3).map((block) => (block.type === 'heading' ? block.level : null)),
      [2, 2, 4],
    )
  })

  it('a whole paragraph that is set in a style of headings for its number stays a paragraph', async () => {
    const lists = abstractList(0, [{ text: '%1.' }]) + list(1, 0)
    const long = `${'The panel heard how patrols had been planned for the year. '.repeat(5)}It was content.`
    const { blocks } = await readDocument({ body: paragraph(long, { style: 'Heading2', list: '1' }), lists })
    assert.deepEqual(
      blocks.map((block) => [block.type, 'number' in block ? block.number : null]),
      [['paragraph', '1']],
    )
  })

  it('bold words without a style are headings as they are in text', async () => {
    const body =
      paragraph('Rural crime', { bold: true }) +
      paragraph('Officers spoke about theft from farms at some length.')
    const { blocks } = await readDocument(body)
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['heading', 'paragraph'],
    )
  })
})

describe('tables of a Word document', () => {
  it('have the columns that the file says, over cells that span', async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Both years', { bold: true })}</w:tc>`
    const from = `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('East')}</w:tc>`
    const on = `<w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('')}</w:tc>`
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Area')}${wide}</w:tr>`
    const { tables } = await readDocument(
      `<w:tbl>${head}<w:tr>${from}${cell('1')}${cell('2')}</w:tr><w:tr>${on}${cell('3')}${cell('4')}</w:tr></w:tbl>`,
    )
    assert.deepEqual(tables[0]?.columns, ['Area', 'Both years', ''])
    assert.deepEqual(tables[0]?.rows, [
      ['East', '1', '2'],
      ['', '3', '4'],
    ])
  })

  it('two that follow each other are two, and deleted rows are gone', async () => {
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('x')}${cell('y')}</w:tr>`
    const body = `${table([
      ['Area', 'Thefts'],
      ['East', '12'],
    ]).replace('</w:tbl>', `${gone}</w:tbl>`)}${paragraph('')}${table([
      ['Area', 'Fires'],
      ['West', '3'],
    ])}`
    const { tables } = await readDocument(body)
    assert.deepEqual(
      tables.map(({ columns, rows }) => [columns, rows]),
      [
        [['Area', 'Thefts'], [['East', '12']]],
        [['Area', 'Fires'], [['West', '3']]],
      ],
    )
  })

  it('a table in a cell is read in its order, numbers of empty cells are read, and one column is a frame', async () => {
    const lists = abstractList(0, [{ text: '%1.' }]) + list(1, 0)
    const numbered = cell(paragraph('<w:r/>', { list: '1' }))
    const inner = `<w:tc>${paragraph('Outer')}${table([
      ['a', 'b'],
      ['c', 'd'],
    ])}${paragraph('')}</w:tc>`
    assert.deepEqual(
      await linesOf({
        body: table([
          [numbered, inner],
          [numbered, 'e'],
        ]),
        lists,
      }),
      ['1.\tOuter a b c d', '2.\te'],
    )
    const framed = await readDocument(
      table([[cell(paragraph('Apologies', { style: 'Heading1' }))], ['There were none on the day.']]),
    )
    assert.deepEqual(
      framed.blocks.map(({ type }) => type),
      ['heading', 'paragraph'],
    )
  })
})

describe('notes of a Word document are never lost', () => {
  it('a footnote comes after its paragraph or its list, an endnote at the end, with their marks', async () => {
    const body =
      paragraph(run('RESOLVED that')) +
      paragraph(`${run('(a) the plan be agreed')}${reference('footnote', 1)}${run('; and')}`) +
      paragraph(run('(b) the budget be noted.')) +
      paragraph(`${run('Next')}${reference('endnote', 1)}`) +
      paragraph('Last')
    assert.deepEqual(
      await linesOf({
        body,
        footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('---')}</w:footnote>${note('footnote', 1, 'As laid.')}`,
        endnotes: note('endnote', 1, 'Once more.'),
      }),
      [
        'RESOLVED that',
        '(a) the plan be agreed¹; and',
        '(b) the budget be noted.',
        '¹ As laid.',
        'Nextⁱ',
        'Last',
        'ⁱ Once more.',
      ],
    )
  })

  it('one in a table comes after it', async () => {
    const body =
      table([
        ['Area', cell(paragraph(`${run('12')}${reference('footnote', 1)}`))],
        ['East', '3'],
      ]) + paragraph('After.')
    assert.deepEqual(await linesOf({ body, footnotes: note('footnote', 1, 'Estimated.') }), [
      'Area\t12¹',
      'East\t3',
      '¹ Estimated.',
      'After.',
    ])
  })
})
