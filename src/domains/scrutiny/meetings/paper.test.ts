/** Papers: what stands at their head, the item they are under, and versions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { aReading, written } from '../testing.ts'
import { authorOf } from './attendance.ts'
import { type Paper, papersOf, superseding } from './paper.ts'
import { anAgendaReading, aPaperReading } from './testing.ts'

const where = {
  body: { slug: 'panel', name: 'Anyshire Police and Crime Panel' },
  date: date('2019-11-21'),
  file: { sha256: 'a', name: 'a.md', path: '/files/a' },
  items: [{ number: 'B1', title: 'Speeding in villages', anchor: 'item-b1' }],
}
const only = (papers: Paper[]): Paper => {
  const [paper] = papers
  assert.ok(paper && papers.length === 1)
  return paper
}

test('a paper is known by its item, and its head is not printed again among its paragraphs', () => {
  const paper = only(papersOf(anAgendaReading(), where))
  assert.equal(paper.slug, 'b1')
  assert.equal(paper.item?.anchor, 'item-b1')
  assert.equal(paper.numbered, 3)
  assert.equal(paper.blocks[0]?.anchor, 'what-was-counted')
})

test('a title page in capitals is read as words, and its lines do not stand again above the text', () => {
  const { blocks, text } = written([
    { paragraph: "Chief Constable's Report" },
    { paragraph: 'to' },
    { paragraph: 'Anyshire Commissioner’s Police and Crime Panel' },
    { heading: 'DELIVERY AND ASB: THE FIRST YEAR' },
    { paragraph: 'Wednesday 8th June 2022' },
    { heading: 'Overview' },
    { paragraph: 'Much was done.' },
  ])
  const papers = [
    {
      item: null,
      from: 'Chief Constable',
      to: null,
      subject: 'DELIVERY AND ASB: THE FIRST YEAR',
      date: null,
      paragraphs: 0,
      headings: [],
      blocks: [0, 7] as const,
    },
  ]
  const paper = only(papersOf(aReading({ kind: 'report', blocks, text, papers }), where))
  assert.equal(paper.title, 'Delivery and ASB: the First Year')
  assert.equal(paper.slug, 'delivery-and-asb-the-first-year')
  assert.deepEqual(
    paper.blocks.map((block) => ('text' in block ? block.text : '')),
    ['Overview', 'Much was done.'],
  )
})

test('a paper that comes alone is under the item of the very same title, and under none otherwise', () => {
  const { blocks, text, papers } = aPaperReading()
  const alone = papers.map((paper) => ({ ...paper, item: null }))
  assert.equal(
    only(papersOf(aReading({ kind: 'report', blocks, text, papers: alone }), where)).item?.number,
    'B1',
  )
  assert.equal(
    only(papersOf(aReading({ kind: 'report', blocks, text, papers: alone }), { ...where, items: [] })).item,
    null,
  )
})

test('two papers under one item have addresses of their own', () => {
  const { blocks, text, papers } = aPaperReading()
  const two = [...papers, ...papers.map((paper) => ({ ...paper, subject: 'Appendix' }))]
  assert.deepEqual(
    papersOf(anAgendaReading({ blocks, text, papers: two }), where).map(({ slug }) => slug),
    ['b1', 'b1-appendix'],
  )
})

test('an agenda without papers has none', () => {
  assert.deepEqual(papersOf(anAgendaReading({ papers: [] }), where), [])
})

test('other words make a version, the same words do not, and an older file that comes back changes nothing', () => {
  const first = only(papersOf(anAgendaReading(), where))
  const copy = { ...first, file: { ...first.file, sha256: 'b' } }
  assert.deepEqual(superseding(first, copy), { now: first, old: null })
  const changed = only(
    papersOf(anAgendaReading(aPaperReading('In three towns.')), {
      ...where,
      file: { ...where.file, sha256: 'c' },
    }),
  )
  const { now, old } = superseding(first, changed)
  assert.equal(now.version, 2)
  assert.equal(old, first)
  assert.equal(superseding(now, first).now, now)
  assert.deepEqual(superseding(now, changed).now, now)
})

test('an author is a person with a post, or nobody where only an office is named', () => {
  assert.deepEqual(authorOf('Ada Byrne, Anyshire Police and Crime Commissioner'), {
    asPrinted: 'Ada Byrne',
    role: 'Anyshire Police and Crime Commissioner',
  })
  assert.deepEqual(authorOf('Ada Byrne'), { asPrinted: 'Ada Byrne', role: null })
  assert.equal(authorOf('Chief Constable'), null)
  assert.equal(authorOf('Head of Policy, Office of the Commissioner'), null)
  assert.equal(authorOf('Anyshire Police and Crime Commissioner'), null)
})
