/** What never changes a verdict, over all the passages: other prose, other separators, other line ends, other words for percent. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkFigures } from '../../src/figures/index.ts'
import { FURTHER } from './further-passages.ts'
import { PASSAGES } from './passages.ts'
import { foundIn } from './scoring.ts'

const RUNS = Number(process.env['SHIREMOOT_FIGURE_RUNS'] ?? 60)
const ALL = [...PASSAGES, ...FURTHER].map(({ text }) => text)
const passage = fc.constantFrom(...ALL)

/** Words that claim nothing, with numbers that count something. */
const PROSE = [
  'The board met in the town hall and heard from residents of the three valleys.',
  'A new van was bought for the rural team, which covers 14 parishes.',
  'The Commissioner thanked the 9 members who serve on the committee.',
  'Work on the custody suite goes on, and 4 cells are closed.',
  'Grants of £5,000 are open to clubs until 31 May 2024.',
  'Officers visited 27 schools and spoke with pupils about safety.',
  'About 60% of the fleet is serviced in house.',
]

/** Kind and verdict of each relation, without the words of its figures. */
const verdicts = (text: string): string[] =>
  foundIn(checkFigures({ text })).map(([kind, , verdict]) => `${kind} ${verdict}`)
const alarms = (text: string): number => verdicts(text).filter((each) => each.endsWith('!')).length

describe('checking figures', () => {
  it('raises no alarm more when unrelated prose stands before and after', () => {
    fc.assert(
      fc.property(
        passage,
        fc.array(fc.constantFrom(...PROSE), { maxLength: 4 }),
        fc.array(fc.constantFrom(...PROSE), { maxLength: 4 }),
        (text, before, after) => {
          assert.equal(alarms([...before, text, ...after].join('\n\n')), alarms(text))
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('judges the same whatever stands between thousands', () => {
    // Without its comma, 1,900 could be a year.
    fc.assert(
      fc.property(passage, fc.constantFrom('', '\u00a0', '\u2009', '\u202f'), (text, separator) => {
        assert.deepEqual(
          verdicts(text.replace(/(?<=\d),(?=\d{3})(?!(?<=\b1,)9|(?<=\b2,)0)/g, separator)),
          verdicts(text),
        )
      }),
      { numRuns: RUNS },
    )
  })

  it('judges the same whichever way percent is written', () => {
    fc.assert(
      fc.property(
        passage,
        fc.constantFrom('%', ' %', ' per cent', ' percent', '\u00a0per cent'),
        (text, percent) => {
          assert.deepEqual(verdicts(text.replace(/(?<=\d)(?:%| per cent)/g, percent)), verdicts(text))
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('judges the same at line ends of Windows and of Unix', () => {
    fc.assert(
      fc.property(passage, (text) => {
        assert.deepEqual(verdicts(text.replaceAll('\n', '\r\n')), verdicts(text))
      }),
      { numRuns: RUNS },
    )
  })

  it('points at the words it speaks of', () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 6 }), (texts) => {
        const text = texts.join('\n\n')
        for (const { stated, operands, start, end } of checkFigures({ text }).relations)
          for (const each of [...(stated ? [stated] : []), ...operands]) {
            assert.equal(text.slice(each.start, each.end), each.text)
            assert.ok(start <= each.start && each.end <= end)
          }
      }),
      { numRuns: RUNS },
    )
  })

  it('takes any text at all, and never speaks of a place outside it', () => {
    const pieces = fc.constantFrom(
      '12',
      '1,204',
      '£',
      '%',
      ' per cent',
      '(',
      ')',
      '-',
      '|',
      '\t',
      '\n',
      ' to ',
      ' from ',
      'Total',
      ' of ',
      '.',
      ': ',
      '- ',
      'up ',
      'é',
      '𝟙',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        for (const { start, end } of checkFigures({ text }).relations)
          assert.ok(start >= 0 && start < end && end <= text.length)
      }),
      { numRuns: RUNS * 5 },
    )
  })
})
