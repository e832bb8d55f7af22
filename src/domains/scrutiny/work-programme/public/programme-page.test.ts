/** What the page of a work programme says, and never says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, newId, now } from '../../../../lib/index.ts'
import type { LinkedEntry } from '../../../../record/index.ts'
import type { Programme } from '../programme.ts'
import { monthOf, originInWords, ownerInWords } from '../programme.ts'
import { programmeKind } from '../published.ts'
import type { ProgrammeAnswer, ProgrammeRow } from '../reads.ts'
import { aProgramme } from '../testing.ts'
import { programmePage } from './programme-page.ts'

function row(programme: Programme): ProgrammeRow {
  const { paragraphs: _, files: __, ...published } = programmeKind.publish(programme)
  return { ...published, id: newId(), kind: 'work-programme', version: 1, publishedAt: now() }
}

const linked = (parts: Partial<LinkedEntry>): LinkedEntry => ({
  id: newId(),
  kind: 'action',
  path: '/actions/2019-09-24-report',
  title: 'A report on support',
  date: date('2019-09-24'),
  body: null,
  summary: '',
  state: 'open',
  version: 1,
  publishedAt: now(),
  link: 'not-found-in',
  why: 'looked for “support”',
  place: null,
  ...parts,
})

function pageOf(answer: Partial<ProgrammeAnswer> = {}): string {
  const programme = row(aProgramme())
  return programmePage({ programme, carried: [], notFound: [], lacking: [], latest: null, ...answer }).main
    .text
}

test('a programme is shown as tables, with who brings each item in plain words', () => {
  const page = pageOf()
  assert.match(page, /<caption[^>]*>Planned for 6 February 2020</)
  assert.match(page, /<th scope="row"[^>]*>Mental health – verbal update</)
  assert.match(page, /The Police and Crime Commissioner/)
  assert.match(page, /Proposed by the Commissioner/)
  assert.equal(page.match(/<h1/g)?.length, 1)
})

test('what was not found is listed with the words that were looked for, and without blame', () => {
  const page = pageOf({ notFound: [linked({})] })
  assert.match(page, /Not found in this programme \(1\)/)
  assert.match(
    page,
    /href="\/actions\/2019-09-24-report"[^>]*>A report on support<\/a>, 24 September 2019: looked for “support”/,
  )
  assert.doesNotMatch(page, /ignored|forgotten|failed|dropped/i)
})

test('an agenda that lacks a standing item is named with the item and the reason', () => {
  const why = '“Decisions”: listed to be noted at each meeting; not found in the agenda of 21 November 2019.'
  const page = pageOf({
    lacking: [linked({ link: 'lacks', path: '/meetings/panel/2019-11-21', title: 'Panel', why })],
  })
  assert.match(page, /not found in the agenda of 21 November 2019/)
  assert.match(page, /href="\/meetings\/panel\/2019-11-21"/)
})

test('short forms are written out and law is named as law', () => {
  assert.equal(ownerInWords('PCC'), 'the Police and Crime Commissioner')
  assert.equal(ownerInWords('Head of Law'), 'Head of Law')
  assert.equal(ownerInWords(null), 'not said')
  assert.equal(originInWords('Statutory requirement'), 'Required by law')
})

test('the month is the one printed, and else that of the meeting it was laid before', () => {
  assert.equal(monthOf('2019-11', date('2019-11-21')), '2019-11')
  assert.equal(monthOf('2019-10-31', date('2019-11-21')), '2019-10')
  assert.equal(monthOf(null, date('2019-11-21')), '2019-11')
  assert.equal(monthOf('autumn', date('2019-11-21')), '2019-11')
})
