/** The feeds and calendars of the demonstration record, as programs read them over HTTP. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendar, readFeed } from '../src/web/testing.ts'
import { kentServed, ORIGIN } from './kent-served.ts'

async function asked(path: string): Promise<{ type: string; text: string; page: string }> {
  const { address } = await kentServed()
  const response = await fetch(address + path)
  assert.equal(response.status, 200, path)
  return { type: response.headers.get('content-type') ?? '', text: await response.text(), page: address }
}

const linked = async (pattern: RegExp): Promise<string[]> => {
  const { text } = await asked('/feeds')
  return [...text.matchAll(/ href="(\/feeds\/[^"]+)"/g)].flatMap(([, href = '']) =>
    pattern.test(href) ? [href] : [],
  )
}

test('every calendar that the site lists is one, and each of its events leads to a page', async () => {
  const calendars = await linked(/\.ics$/)
  assert.ok(calendars.length >= 3)
  for (const path of new Set(calendars)) {
    const { type, text } = await asked(path)
    assert.equal(type, 'text/calendar; charset=utf-8')
    const { events } = readCalendar(text)
    for (const event of events) {
      const url = event.get('URL') ?? ''
      assert.ok(url.startsWith(`${ORIGIN}/meetings/`))
      await asked(url.slice(ORIGIN.length))
    }
  }
})

test('every feed that the site lists is one, the newest first, and has no more than a program can take', async () => {
  const feeds = await linked(/\.atom$/)
  assert.ok(feeds.length >= 10)
  const ids = new Set<string>()
  for (const path of new Set(feeds)) {
    const { type, text } = await asked(path)
    assert.equal(type, 'application/atom+xml; charset=utf-8')
    const { id, entries } = readFeed(text)
    assert.equal(ids.has(id), false, `${path} has an id of its own`)
    ids.add(id)
    const moments = entries.map(({ updated }) => updated)
    assert.deepEqual(moments, moments.toSorted().toReversed())
    assert.ok(entries.length <= 100)
  }
})

test('the feed of everything holds no draft, nothing withdrawn, and leads to pages', async () => {
  const { entries } = readFeed((await asked('/feeds/all.atom')).text)
  assert.ok(entries.length > 20)
  assert.equal(
    entries.some(({ title }) => /published by mistake/.test(title)),
    false,
  )
  for (const { href } of entries.slice(0, 20)) await asked(new URL(href).pathname)
})

test('a body or a priority that there is not has no feed', async () => {
  const { address } = await kentServed()
  for (const path of [
    '/feeds/bodies/none.atom',
    '/feeds/bodies/none.ics',
    '/feeds/plan/a/b.atom',
    '/feeds/none.atom',
  ])
    assert.equal((await fetch(address + path)).status, 404, path)
})

test('the page of feeds lists the priorities of a plan in the order of the plan', async () => {
  const { text } = await asked('/feeds')
  const ofPlan = [...text.matchAll(/href="\/feeds\/[^"]*making-kent-safer-2022[^"]*">([^<]*)</g)].map(
    ([, title]) => title,
  )
  assert.equal(
    ofPlan[0],
    'Work with residents, communities and businesses to prevent crime and antisocial behaviour',
  )
  assert.equal(ofPlan[1], 'Tackle violence against women and girls')
  assert.equal(ofPlan.at(-1), 'Commission services for victims that are needs-led')
})
