/** What a resident finds on the pages of meetings, papers and minutes, as they are served from the published record. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { embeddedServer } from '../../../../database/testing.ts'
import { aRecord, oneRecord } from '../../../../record/testing.ts'
import { leadsTo } from '../../../../web/testing.ts'
import { aBringer, aSource } from '../../testing.ts'
import { aMinutesReading, anAgendaReading, aPackReading, aPaperReading } from '../testing.ts'
import { found, visit } from './testing.ts'

const PANEL = 'anyshire-police-and-crime-panel'
const NOVEMBER = `/meetings/${PANEL}/2019-11-21`
const SEPTEMBER = `/meetings/${PANEL}/2019-09-24`
const bring = aBringer({ after })

describe('pages of scrutiny', () => {
  const record = oneRecord(async (fresh) => {
    await bring(fresh, aPackReading(), aSource('pack.md'))
    const newer = { ...aPaperReading('Patrols were doubled in three towns.'), issued: '2019-11-15' }
    await bring(fresh, anAgendaReading(newer), aSource('second.md'))
  })

  test('every page has one main heading, and no heading skips a level', async () => {
    const addresses = [
      '/meetings',
      NOVEMBER,
      SEPTEMBER,
      `${SEPTEMBER}/minutes`,
      `${NOVEMBER}/papers/b1`,
      '/bodies',
      `/bodies/${PANEL}`,
      '/people',
      '/people/mike-hill',
    ]
    for (const address of addresses) {
      const { headings } = await found(record(), address)
      const levels = headings.map(({ level }) => level)
      assert.equal(levels.filter((level) => level === 1).length, 1, address)
      levels.forEach((level, index) =>
        assert.ok(level - (levels[index - 1] ?? 0) <= 1, `${address}: ${headings[index]?.text}`),
      )
    }
  })

  test('the list has meetings to come first, then the others by year, and can show one body', async () => {
    const before = await found(record(), '/meetings', '2019-10-01')
    assert.deepEqual(
      before.headings.map(({ text }) => text),
      ['Meetings', 'To come', '21 November 2019', '2019', '24 September 2019'],
    )
    const later = await found(record(), `/meetings?body=${PANEL}`)
    assert.match(later.text, /No meeting to come is on the record/)
    assert.match((await found(record(), '/meetings?body=another')).text, /No meeting is on the record here/)
  })

  test('a meeting shows its agenda in parts, what is private with the reason in plain words, and where its papers are', async () => {
    const page = await found(record(), NOVEMBER)
    assert.match(page.text, /Shire Hall/)
    assert.match(page.text, /2pm/)
    assert.equal(leadsTo(page, 'Read the paper'), `${NOVEMBER}/papers/b1`)
    assert.equal(leadsTo(page, 'Read these minutes'), `${SEPTEMBER}/minutes`)
    assert.match(
      page.text,
      /The agenda lists this to be taken without the public, because it is about one person \(paragraph 1 of Part 1 of Schedule 12A; printed as “Exempt under paragraph 1/,
    )
    assert.match(page.text, /pages 13 to 16 of the pack/)
    assert.match(page.text, /The paper was to follow/)
  })

  test('a meeting without an agenda says so, and shows what was minuted, resolved and promised', async () => {
    const page = await found(record(), SEPTEMBER)
    assert.match(page.text, /The agenda of this meeting is not on the record/)
    assert.equal(leadsTo(page, 'Minute 328: Recruitment of officers'), `${SEPTEMBER}/minutes#minute-328`)
    assert.match(page.text, /Resolved that the Panel note the report/)
    assert.match(page.text, /Promise by the Commissioner: .*allotted.* Open/i)
    assert.match(page.text, /Question Q1:/)
  })

  test('minutes say who was there, what was resolved, and beside the sentence what was promised', async () => {
    const page = await found(record(), `${SEPTEMBER}/minutes`)
    assert.equal(leadsTo(page, 'Mike Hill'), '/people/mike-hill')
    assert.match(page.text, /Mike Hill \(Chairman\); Gita Rao \(Vice-Chairman\)/)
    assert.match(page.text, /L Dyball \(for Cllr P Fleming\)/)
    assert.match(page.text, /No apologies for absence are recorded/)
    assert.match(page.text, /He would tell the Panel what was allotted\. Promise by the Commissioner:/)
    assert.match(page.text, /Richard Palmer: works for the council/)
    assert.equal(leadsTo(page, 'Link to paragraph 1'), '#minute-326-1')
    assert.match(page.text, /Question Q1 and its answer Answered at the meeting/)
  })

  test('a paper has its numbers, its table with headers and its file, and its earlier version stays reachable', async () => {
    const page = await found(record(), `${NOVEMBER}/papers/b1`)
    assert.equal(leadsTo(page, 'Link to paragraph 3'), '#p3')
    assert.deepEqual(page.rows, [
      ['Area', 'Vehicles'],
      ['East', '12'],
      ['West', '1,204'],
    ])
    assert.match(page.text, /A paper from Ada Byrne, Anyshire Police and Crime Commissioner/)
    assert.match(page.text, /Version 2, as it stands/)
    assert.match(page.text, /No minutes of this item are on the record yet/)
    assert.equal(leadsTo(page, 'Version 1'), `${NOVEMBER}/papers/b1?version=1`)
    const old = await found(record(), `${NOVEMBER}/papers/b1?version=1`)
    assert.match(old.text, /A newer version has taken its place/)
    assert.match(old.text, /two towns/)
    assert.match((await found(record(), `${NOVEMBER}/papers/b1?version=2`)).text, /three towns/)
  })

  test('what is not there is not there', async () => {
    for (const address of [
      `${NOVEMBER}/papers/z9`,
      `${NOVEMBER}/papers/b1?version=7`,
      `${NOVEMBER}/papers/b1?version=x`,
      `${NOVEMBER}/minutes`,
      `/meetings/${PANEL}/2001-01-01`,
      '/people/nobody',
      '/bodies/none',
    ])
      assert.equal(await visit(record(), address), undefined, address)
  })

  test('a body shows who was listed on which day, its vacancy, and no day of joining', async () => {
    const page = await found(record(), `/bodies/${PANEL}`)
    assert.deepEqual(page.rows[1], ['Mike Hill', 'Anyshire Council', 'Chairman'])
    assert.deepEqual(page.rows.at(-1), ['Vacancy', 'Co-opted member', ''])
    assert.match(page.text, /Members as listed on 21 November 2019/)
    assert.match(page.text, /It does not say when anyone joined or left/)
    assert.match(page.text, /The record does not yet say what it is for/)
  })

  test('a person’s page shows posts, attendance, questions and what is theirs to do, and nothing by which to reach them', async () => {
    const bolton = await found(record(), '/people/elaine-bolton')
    assert.match(bolton.text, /Printed as.* Mrs E Bolton/)
    assert.match(bolton.text, /What is done about open drug dealing\?/)
    const commissioner = await found(record(), '/people/ada-byrne')
    assert.match(commissioner.text, /Requests and promises to keep .*allotted/i)
    assert.doesNotMatch(bolton.text, /@|\d{5}/)
  })

  test('people are listed by surname', async () => {
    const { rows } = await found(record(), '/people')
    assert.deepEqual(
      rows.map(([name]) => name),
      ['Name', 'Elaine Bolton', 'Ada Byrne', 'L Dyball', 'Mike Hill', 'Richard Palmer', 'Gita Rao'],
    )
  })
})

test('a paper says what came of it once its item is minuted', async (t) => {
  const record = await aRecord(t, embeddedServer)
  await bring(
    record,
    anAgendaReading({
      date: '2019-09-24',
      items: anAgendaReading().items.map((item) =>
        item.number === 'B1' ? { ...item, title: 'Recruitment of officers' } : item,
      ),
    }),
    aSource('agenda.md'),
  )
  await bring(record, aMinutesReading(), aSource('minutes.md'))
  const page = await found(record, `${SEPTEMBER}/papers/b1`)
  assert.equal(leadsTo(page, 'Minute 328: Recruitment of officers'), `${SEPTEMBER}/minutes#minute-328`)
  assert.match(page.text, /Resolved: that the Panel note the report/)
  assert.match(page.text, /No question is recorded under this item/)
})

test('what could not be read is said on the paper’s page, at its place', async (t) => {
  const record = await aRecord(t, embeddedServer)
  const paper = aPaperReading()
  const block = paper.blocks[3]
  const warnings = [
    { code: 'list-empty-after-colon', message: 'x', start: block?.start ?? 0, end: block?.end ?? 0 },
  ]
  await bring(record, anAgendaReading({ ...paper, warnings }))
  const page = await found(record, `${NOVEMBER}/papers/b1`)
  assert.match(page.text, /One place could not be read/)
  assert.equal(leadsTo(page, 'Paragraph 2'), '#p2')
  assert.match(page.text, /Reading note: The list after this colon is missing in the file we received/)
})
