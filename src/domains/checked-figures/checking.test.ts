/** What is kept of a paper's figures: where a finding stands, what names it, and that a cause is told once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Input } from '../../figures/index.ts'
import type { Reading } from '../../papers/index.ts'
import { readPaper } from '../../papers/index.ts'
import { checkedFigures } from './checking.ts'
import type { CheckedFigures } from './finding.ts'
import { checkedFiguresStored, figuresStored } from './finding.ts'
import { inputOf, type Printed, partOf } from './input.ts'
import { placedBlocks, placesIn } from './placing.ts'

const read = async (words: string): Promise<Printed> => {
  const reading = await readPaper({ name: 'paper.md', bytes: new TextEncoder().encode(words) })
  assert.ok('blocks' in reading)
  return reading
}

const checked = (printed: Printed): CheckedFigures =>
  checkedFigures(
    printed,
    placedBlocks(printed.blocks, (index) =>
      printed.blocks[index]?.type === 'table' ? '#table-1' : `#b${index}`,
    ),
  )

const GRANTS = `# Grants

1. The shelter had £412 in May.

| Partner | May | June | Total |
|---|---|---|---|
| Harbour Trust | 121 | 230 | 351 |
| Night shelter | 412 | 117 | 539 |
| Total | 533 | 347 | 890 |
`

test('a difference that shows in a row and in the total is one finding, with each cell it stands in', async () => {
  const { findings } = checked(await read(GRANTS))
  assert.deepEqual(
    findings.map(({ ref, severity, places }) => [
      ref,
      severity,
      places.map(({ label, cell }) => [label, cell]),
    ]),
    [
      [
        'table-row-sum-table-1-539',
        'error',
        [
          ['Table 1, row “Night shelter”', { row: 1, column: 3 }],
          ['Table 1, row “Total”', { row: 2, column: 3 }],
        ],
      ],
    ],
  )
})

test('a paper brought again with other words above keeps the reference of its finding', async () => {
  const again = await read(GRANTS.replace('in May.', 'in May, as the minutes of that month say.'))
  assert.deepEqual(
    checked(again).findings.map(({ ref }) => ref),
    checked(await read(GRANTS)).findings.map(({ ref }) => ref),
  )
})

test('a paper inside a pack is checked alone, and its places are those of the pack', async () => {
  const pack = await read(`Before it: the total of £9 was made up of £3 and £4.\n\n${GRANTS}`)
  const from = pack.blocks.findIndex(({ type }) => type === 'heading')
  const part = partOf(pack, pack.blocks.slice(from))
  assert.deepEqual(checked(part).findings, checked(await read(GRANTS)).findings)
})

test('what is found survives being stored, and a paper from before has none', async () => {
  const found = checked(await read(GRANTS))
  assert.deepEqual(checkedFiguresStored(JSON.parse(JSON.stringify(found))), found)
  assert.deepEqual(figuresStored({ title: 'A paper' }), {})
})

test('a place is told by the number, the heading, or the list under a paragraph', async () => {
  const { text, blocks } = await read(
    '# Costs\n\nSome words.\n\n4. Four sites had costs:\n\n- the first, 12\n- the second, 14\n',
  )
  const at = placesIn(
    text,
    placedBlocks(blocks, () => '', 'minute 7'),
  )
  const label = (words: string): string | undefined => at(text.indexOf(words))?.label
  assert.equal(label('Some words'), 'Minute 7, a paragraph under “Costs”')
  assert.equal(label('Four sites'), 'Minute 7, paragraph 4')
  assert.equal(label('the second'), 'Minute 7, the list under paragraph 4')
  assert.equal(at(text.length + 5), undefined)
})

/** Held by the compiler: a reading that could not be checked as it is would not compile here. */
const given = (reading: Reading): Input => inputOf(reading)

test('a reading of papers is an input of figures, tables and all', () => {
  assert.deepEqual(given({ ...EMPTY, text: 'None.' }), { text: 'None.', tables: [] })
})

const EMPTY: Reading = {
  file: 'paper.md',
  kind: 'other',
  lang: 'en',
  title: null,
  body: null,
  date: null,
  time: null,
  place: null,
  issued: null,
  contact: [],
  items: [],
  attendance: null,
  membership: [],
  questions: [],
  actions: [],
  papers: [],
  forwardProgramme: null,
  plan: null,
  decisions: [],
  recommendations: [],
  listed: null,
  embedded: [],
  tables: [],
  blocks: [],
  text: '',
  warnings: [],
}
