/** What readers see when a paper or minutes are published again with other words. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { oneRecord } from '../../../../record/testing.ts'
import { leadsTo } from '../../../../web/testing.ts'
import { aBringer, aSource } from '../../testing.ts'
import { aMinutesReading, anAgendaReading, aPackReading, aPaperReading } from '../testing.ts'
import { found, visit } from './testing.ts'

const bring = aBringer({ after })
const PANEL = 'anyshire-police-and-crime-panel'
const PAPER = `/meetings/${PANEL}/2019-11-21/papers/b1`
const MINUTES = `/meetings/${PANEL}/2019-09-24/minutes`

describe('versions of papers and minutes', () => {
  const record = oneRecord(async (fresh) => {
    await bring(fresh, aPackReading(), aSource('pack.md'))
    const corrected = { ...aPaperReading('Patrols were doubled in three towns.'), issued: '2019-11-15' }
    await bring(
      fresh,
      anAgendaReading(corrected),
      aSource('second.md', { serves: [{ ref: 'B1', priorities: [], why: 'it is about roads' }] }),
    )
    await bring(fresh, aMinutesReading({ place: 'Guildhall' }), aSource('minutes.md'))
  })

  test('a paper marks the paragraph that changed, and leads to the redline', async () => {
    const page = await found(record(), PAPER)
    assert.match(page.text, /This text replaces the version of \d+ \w+ \d{4} 1 place changed or new/)
    const mark = page.links.filter(({ text }) => text.startsWith('Changed since the version of'))
    assert.deepEqual(
      mark.map(({ href }) => href),
      [`${PAPER}/versions#changes`],
    )
  })

  test('the redline says word by word what went and what came, in words a screen reader reads', async () => {
    const page = await found(record(), `${PAPER}/versions`)
    assert.match(page.text, /1 passage changed, 0 added, 0 removed/)
    assert.match(page.text, /Changed: 3\. Patrols were doubled in taken out: two put in: three towns\./)
    assert.equal(leadsTo(page, 'Version 1'), `${PAPER}?version=1`)
    assert.equal(leadsTo(page, 'Version 2'), PAPER)
  })

  test('an earlier version is shown as it was, without marks', async () => {
    assert.doesNotMatch((await found(record(), `${PAPER}?version=1`)).text, /Changed since/)
  })

  test('what a person put right is said at the foot of the paper', async () => {
    const page = await found(record(), PAPER)
    assert.match(
      page.text,
      /One thing was put right by hand That B1 serves no priority of the plan: it is about roads\./,
    )
  })

  test('minutes have versions of their own', async () => {
    const page = await found(record(), `${MINUTES}/versions`)
    assert.match(page.text, /Version 2: on this record from/)
    assert.match(page.text, /0 changed|0 passages changed/)
  })

  test('a version that there is not is not found, and one alone has nothing to compare', async () => {
    assert.equal(await visit(record(), `${PAPER}/versions?to=9`), undefined)
    assert.equal(await visit(record(), `${PAPER}/versions?from=x`), undefined)
    const only = await found(record(), `${PAPER}/versions?to=1`)
    assert.match(only.text, /cannot be compared|nothing to compare/)
  })
})
