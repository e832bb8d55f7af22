/** The accessibility statement speaks of this site as it is: of every kind of page that there is, and of no other. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../lib/index.ts'
import { aSite, seen } from '../../web/testing.ts'
import { accessibilityView } from './accessibility-page.ts'
import { publicPages } from './index.ts'
import { TESTED } from './tested.ts'

/** Feeds and values are no pages; what stands below /withdrawn is told as at any other address. */
const kindsOfPage = publicPages
  .map(({ path }) => path)
  .filter((path) => !/\.[a-z]+$/.test(path) && path !== '/withdrawn/:entry')
  .toSorted()

test('each kind of page was tested; when one is added, the tests in a browser must write their results again', () => {
  assert.deepEqual(
    TESTED.templates,
    kindsOfPage,
    'run SHIREMOOT_WRITE_RESULTS=1 node --test test/browser/every-page.test.ts, then biome check --write src/surfaces/public/tested.json',
  )
  assert.ok(TESTED.pages >= kindsOfPage.length)
})

test('the statement says what was tested, when, and what was found, and claims no more', () => {
  const request = {
    site: aSite(),
    path: '/accessibility',
    params: {},
    query: {},
    today: date('2026-11-22'),
    on: null,
  }
  const { text } = seen(accessibilityView(request, { ...TESTED, failures: ['The map has no text.'] }).main)
  assert.match(text, new RegExp(`${TESTED.pages} pages were looked at`))
  assert.ok(text.includes(TESTED.with))
  assert.match(text, /These tests found one thing that is not mended yet:/)
  assert.match(text, /The map has no text\./)
  assert.match(text, /we do not claim that it complies/)
  assert.match(text, /Not yet determined/)
})
