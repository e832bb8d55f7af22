/** Which parts of a paper are progress on a commitment, and which are not taken for it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReading } from '../../papers/testing.ts'
import { agreement, mayReportProgress, progressIn } from './progress-in-paper.ts'
import { aProgressReading, aSource, blocksFrom } from './testing.ts'

const commitments = [
  {
    path: '/plan/p/commitments/a',
    title: 'Calling for more criminal justice powers for Police and Crime Commissioners',
  },
  { path: '/plan/p/commitments/b', title: 'Asking for a fairer funding settlement' },
]

test('the same title in short forms agrees, another does not', () => {
  assert.ok(
    agreement('Calling for more criminal justice powers for PCCs', commitments[0]?.title ?? '') >= 0.75,
  )
  assert.ok(agreement('Oversight of the police complaints process', commitments[0]?.title ?? '') < 0.45)
  assert.equal(agreement('Backing volunteering', 'Backing volunteers'), 1)
})

test('a section is dated progress with its paragraphs and tables', () => {
  const { found, open } = progressIn(aProgressReading(), aSource('x'), commitments)
  assert.deepEqual(open, [])
  assert.equal(found.length, 1)
  assert.equal(found[0]?.commitment.path, '/plan/p/commitments/b')
  assert.deepEqual(
    found[0]?.progress.paragraphs.map(({ number }) => number),
    ['2', '3'],
  )
  assert.equal(found[0]?.progress.tables.length, 1)
})

test('a paper without a date leaves its progress open, with the mend', () => {
  const reading = { ...aProgressReading(), date: null }
  const undated = { ...reading, papers: reading.papers.map((paper) => ({ ...paper, date: null })) }
  const { found, open } = progressIn(undated, aSource('x'), commitments)
  assert.equal(found.length, 0)
  assert.match(open[0]?.mend ?? '', /corrections/)
})

test('a resembling heading beside a sure one is asked about, and a correction settles it', () => {
  const blocks = blocksFrom([
    '# Asking for a fairer funding settlement',
    '1. Asked.',
    '# More criminal justice powers, for now',
    '2. Discussed.',
  ])
  const reading = aReading({ kind: 'report', title: 'Progress', date: '2018-01-01', blocks })
  const first = progressIn(reading, aSource('x'), commitments)
  assert.deepEqual([first.found.length, first.open.length], [1, 1])
  const serves = [
    { ref: 'More criminal justice powers, for now', priorities: ['/plan/p/commitments/a'], why: 'Same' },
  ]
  const settled = progressIn(reading, aSource('x', { serves }), commitments)
  assert.deepEqual([settled.found.length, settled.open.length], [2, 0])
})

test('a paper that speaks of neither progress nor commitments is not asked', () => {
  assert.equal(mayReportProgress(aReading({ title: 'Crime statistics' })), false)
  assert.equal(mayReportProgress(aReading({ title: 'Opportunities for the future' })), true)
})
