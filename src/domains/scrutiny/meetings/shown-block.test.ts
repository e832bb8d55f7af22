/** Permalinks of paragraphs and tables, and what is said where something could not be read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, constantFrom, assert as holds, property, record } from 'fast-check'
import { written } from '../testing.ts'
import { anchored, paperAnchoring, searched, shownBlock } from './shown-block.ts'

const anchorsOf = (parts: Parameters<typeof written>[0]): string[] =>
  anchored(written(parts).blocks, paperAnchoring()).map(({ anchor }) => anchor)

test('a numbered paragraph has its printed number, a table its place, and the rest the heading it stands under', () => {
  assert.deepEqual(
    anchorsOf([
      { paragraph: 'Before any heading' },
      { heading: 'Community Speedwatch:' },
      { paragraph: 'Thirty-seven', number: '37' },
      { list: ['one', 'two'] },
      { table: [['a']], columns: ['A'] },
      { paragraph: 'Unnumbered' },
      { paragraph: 'Another' },
      { paragraph: 'Dotted', number: '3.2' },
      { table: [['b']], columns: ['B'] },
    ]),
    [
      'start-1',
      'community-speedwatch',
      'p37',
      'p37-list',
      'table-1',
      'community-speedwatch-1',
      'community-speedwatch-2',
      'p3-2',
      'table-2',
    ],
  )
})

test('numbers that begin again, and headings of the same name, keep apart', () => {
  assert.deepEqual(
    anchorsOf([
      { heading: 'Costs' },
      { paragraph: 'One', number: '1' },
      { heading: 'Costs' },
      { paragraph: 'One again', number: '1' },
    ]),
    ['costs', 'p1', 'costs-again-2', 'p1-again-2'],
  )
})

test('what could not be read is said at its place and nowhere else', () => {
  const { blocks } = written([
    { paragraph: 'The top five were:', number: '1' },
    { paragraph: 'After', number: '2' },
  ])
  const [first] = blocks
  const warning = {
    code: 'list-empty-after-colon',
    message: 'x',
    start: first?.start ?? 0,
    end: first?.end ?? 0,
  }
  const shown = anchored(blocks, paperAnchoring(), [warning])
  assert.deepEqual(
    shown.map(({ notes }) => notes),
    [['The list after this colon is missing in the file we received.'], []],
  )
})

test('letters that a conversion left behind a bullet are the markers that were printed', () => {
  const { blocks } = written([{ list: ['a) first', 'b) second', 'plain words'] }])
  const [list] = anchored(blocks, paperAnchoring())
  assert.ok(list?.type === 'list')
  assert.deepEqual(
    list.items.map(({ marker, text }) => [marker, text]),
    [
      ['a)', 'first'],
      ['b)', 'second'],
      ['-', 'plain words'],
    ],
  )
})

test('search leads to the paragraph, the list and the table that has the words', () => {
  const { blocks } = written([
    { heading: 'Counts' },
    { paragraph: 'They counted cars.', number: '4' },
    { table: [['East', '12']], columns: ['Area', 'Cars'], title: 'Cars' },
  ])
  assert.deepEqual(searched(anchored(blocks, paperAnchoring())), [
    { anchor: 'p4', number: '4', text: 'They counted cars.' },
    { anchor: 'table-1', number: null, text: 'Cars Area Cars East 12' },
  ])
})

test('a Welsh block says so and is stored with it; others carry no language, so that what is stored stays as it was', () => {
  const [first, second] = written([
    { paragraph: 'Nodwyd yr adroddiad.' },
    { paragraph: 'It was noted.' },
  ]).blocks
  assert.ok(first && second)
  const shown = anchored(
    [
      { ...first, lang: 'cy' },
      { ...second, lang: 'en' },
    ],
    paperAnchoring(),
  )
  assert.deepEqual(
    shown.map((block) => block.lang ?? 'none'),
    ['cy', 'none'],
  )
  assert.equal('lang' in (shown[1] ?? {}), false)
  assert.deepEqual(
    JSON.parse(JSON.stringify(shown)).map((each: unknown) => shownBlock(each)),
    shown,
  )
})

const part = record({ paragraph: constantFrom('a', 'b'), number: constantFrom('1', '2', '3.1') })
const heading = record({ heading: constantFrom('Costs', 'Table 1', 'p1', 'Start 1') })

test('no two blocks share an address, whatever their numbers and headings, and stored blocks read back the same', () => {
  holds(
    property(
      array(constantFrom('part', 'heading')),
      array(part, { minLength: 30, maxLength: 30 }),
      array(heading, { minLength: 30, maxLength: 30 }),
      (order, parts, headings) => {
        const chosen = order
          .slice(0, 30)
          .map((which, index) => (which === 'part' ? parts[index] : headings[index]))
        const shown = anchored(written(chosen.filter((each) => each !== undefined)).blocks, paperAnchoring())
        assert.equal(new Set(shown.map(({ anchor }) => anchor)).size, shown.length)
        assert.deepEqual(
          JSON.parse(JSON.stringify(shown)).map((each: unknown) => shownBlock(each)),
          shown,
        )
      },
    ),
  )
})
