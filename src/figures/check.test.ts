/** What readers rely on when a paper's figures are checked: verdicts, tables of every form, causes, notes, coverage. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkFigures } from './index.ts'
import type { Relation } from './relation.ts'

const relations = (text: string): readonly Relation[] => checkFigures({ text }).relations
/** The stated figure and the verdict of each relation. */
const verdicts = (text: string): string[] =>
  relations(text).map(
    ({ stated, verdict, severity }) =>
      `${stated?.text ?? ''} ${verdict}${severity === 'none' ? '' : ` ${severity}`}`,
  )
/** A list of three under a heading that counts it. */
const list = (count: string): string =>
  `The ${count} aims are:\n\n- Listen to victims\n- Prevent harm\n- Be seen\n`
const alarms = (text: string): string[] => verdicts(text).filter((each) => each.includes('inconsistent'))

describe('a verdict', () => {
  it('comes with its calculation in one sentence', () => {
    const [relation] = relations(
      '| Fund | Amount |\n|---|---|\n| A | £310 |\n| B | £405 |\n| Total | £751 |\n',
    )
    assert.equal(
      relation?.message,
      'The rows under “Amount” add to £715; the total says £751 (£36 more): two digits of the total may be the wrong way round.',
    )
  })

  it('is milder where a figure was cut off rather than rounded', () => {
    assert.deepEqual(verdicts('Arson rose from 303 to 362, an increase of 19.4%.'), [
      '19.4% inconsistent truncation',
    ])
  })

  it('is milder where a twelfth of a bill was cut off at the penny', () => {
    assert.deepEqual(verdicts('The bill is £250.07 a year, which is £20.83 a month.'), [
      '£20.83 inconsistent truncation',
    ])
  })

  it('is milder where rounding could explain a sum but hardly does', () => {
    const rows = Array.from({ length: 8 }, (_, row) => `| Area ${row + 1} | £1.${row}m |\n`).join('')
    assert.deepEqual(verdicts(`| Area | Amount |\n|---|---|\n${rows}| Total | £11.2m |\n`), [
      '£11.2m consistent-within-rounding unlikely-rounding',
    ])
  })

  it('raises no alarm that goes away when zeros are read as rounded', () => {
    assert.deepEqual(alarms('Calls fell from 12,000 to 11,412, a fall of 4.8%.'), [])
  })

  it('tells what base a percentage and a number imply, where none is stated', () => {
    const [relation] = relations('Rape offences fell by 7.5%, equating to 188 fewer victims.')
    assert.equal(relation?.verdict, 'undecidable')
    assert.match(relation?.message ?? '', /imply a value before of 2,490\.07 to 2,523\.49/)
  })

  it('knows a rise from a fall', () => {
    assert.deepEqual(alarms('Thefts rose from 540 to 498.'), ['498 inconsistent error'])
  })
})

describe('a table', () => {
  it('is read from pipes, tabs, spaces and one cell a line alike', () => {
    const rows = [
      ['Area', 'Calls'],
      ['Ashby', '210'],
      ['Beck', '175'],
      ['Combe', '98'],
      ['Total', '493'],
    ]
    for (const text of [
      rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
      rows.map((row) => row.join('\t')).join('\n'),
      rows.map(([label = '', count = '']) => `${label.padEnd(12)}${count.padStart(8)}`).join('\n'),
      rows.flat().join('\n'),
      rows.map(([label, count]) => `<b>${label}</b>\t<b>${count}</b>`).join('\r\n'),
    ])
      assert.deepEqual(alarms(text), ['493 inconsistent error'], text)
  })

  it('that its form told apart is checked from its cells, in their places', () => {
    const text = 'Fund Amount Coast £40 Vale £35 Total £80'
    const table = {
      start: 0,
      end: text.length,
      title: null,
      columns: ['Fund', 'Amount'],
      rows: [
        ['Coast', '£40'],
        ['Vale', '£35'],
        ['Total', '£80'],
      ],
    }
    const [relation] = checkFigures({ text, tables: [table] }).relations
    assert.equal(relation?.verdict, 'inconsistent')
    assert.equal(text.slice(relation?.stated?.start, relation?.stated?.end), '£80')
  })

  it('with a column that is no addend is added without it', () => {
    assert.deepEqual(
      verdicts(
        'Area\tVisits\tLetters\tCalls\tTotal seen\nEast\t22\t363\t502\t865\nWest\t26\t119\t588\t707\nNorth\t5\t94\t73\t168\n',
      ),
      ['865 consistent', '707 consistent', '168 inconsistent error'],
    )
  })

  it('with a damaged or missing cell says nothing of that column', () => {
    assert.deepEqual(
      verdicts('| Area | Calls |\n|---|---|\n| A | 21 |\n| B | n/a |\n| C | 9 |\n| Total | 99 |\n'),
      [],
    )
    assert.deepEqual(
      verdicts(
        '| Area | Calls | Visits |\n|---|---|---|\n| A | 21 | 4 |\n| B |\n| C | 9 | 3 |\n| Total | 99 | 50 |\n',
      ),
      [],
    )
  })

  it('whose total is an average, or whose rows are measures of their own, raises no alarm', () => {
    assert.deepEqual(
      alarms('| Area | Days waited |\n|---|---|\n| A | 21 |\n| B | 12 |\n| C | 9 |\n| All | 14 |\n'),
      [],
    )
    assert.deepEqual(
      alarms(
        '| Measure | 2021 |\n|---|---|\n| Total arrests | 210 |\n| Charges | 90 |\n| Total crimes | 4,020 |\n',
      ),
      [],
    )
  })

  it('with brackets, deductions and parts of parts is added as its words say', () => {
    assert.deepEqual(
      alarms(
        '| Heading | £000 |\n|---|---|\n| Pay | 900 |\n| of which overtime | 80 |\n| Vehicles | 150 |\n| Less grants | 250 |\n| Total | 800 |\n',
      ),
      [],
    )
  })
})

describe('a list', () => {
  it('of as many entries as its heading counts is said to be whole, and one of fewer is left alone', () => {
    assert.deepEqual(verdicts(list('three')), ['three consistent'])
    assert.deepEqual(verdicts(list('five')), [])
  })
})

describe('findings of one cause', () => {
  it('share it, in the row and in the total of the rows', () => {
    const failing = relations(
      'Area\tLetters\tCalls\tTotal\nEast\t363\t502\t865\nWest\t119\t588\t711\nNorth\t94\t73\t167\nTotal\t576\t1163\t1743\n',
    ).filter(({ verdict }) => verdict === 'inconsistent')
    assert.deepEqual(
      failing.map(({ stated }) => stated?.text),
      ['711', '1743'],
    )
    assert.equal(new Set(failing.map(({ cause }) => cause)).size, 1)
  })

  it('do not share it when they fail apart', () => {
    const failing = relations(
      'Theft rose by 12% from 410 to 431.\n\nFraud fell by 3% from 240 to 190.',
    ).filter(({ verdict }) => verdict === 'inconsistent')
    assert.equal(new Set(failing.map(({ cause }) => cause)).size, 2)
  })
})

describe('two values', () => {
  it('with a firm word or a cause get a note, and no alarm', () => {
    const check = checkFigures({
      text: 'In May 2021 there were 45 active lines and in May 2022 there were 40, a clear reduction which is directly attributable to the team.',
    })
    assert.equal(check.notes.length, 1)
    assert.match(check.notes[0]?.message ?? '', /45 with 40 and gives a cause \(“attributable to”\)/)
    assert.deepEqual(
      check.relations.filter(({ verdict }) => verdict === 'inconsistent'),
      [],
    )
  })
})

describe('coverage', () => {
  it('counts what was seen and what was checked, so that silence is no approval', () => {
    const { coverage } = checkFigures({
      text: 'Theft fell from 400 to 380, down 5%. There are 73 cameras. The year was 2021.',
    })
    assert.deepEqual(coverage, {
      figures: 4,
      inARelation: 3,
      relations: { consistent: 1, 'consistent-within-rounding': 0, inconsistent: 0, undecidable: 0 },
    })
  })
})
