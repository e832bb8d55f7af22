/** Every page says where one is, whose site it is, and as of which day; and needs nothing but itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../lib/index.ts'
import { html } from './html.ts'
import { documentOf } from './layout.ts'
import type { View } from './page.ts'
import { lookStylesheet } from './stylesheet.ts'
import { aShell, aSite } from './testing.ts'

const surround = {
  site: aSite(),
  styles: ['/assets/a.css'],
  path: '/actions',
  today: date('2019-11-21'),
  origin: '',
  last: null,
}
const view: View = { title: 'What was asked & promised', section: 'actions', main: html`<h1>Actions</h1>` }
const text = documentOf(view, surround).text

test('the title names the page and the site, and the language is British English', () => {
  assert.match(text, /<html lang="en-GB"/)
  assert.match(text, /<title>What was asked &amp; promised – Mercia policing, on the record<\/title>/)
})

test('the navigation marks the page one is on, and the part of the site that a page belongs to', () => {
  assert.equal(text.match(/aria-current/g)?.length, 1)
  assert.match(text, /href="\/actions" aria-current="page"/)
  const deeper = documentOf(view, { ...surround, path: '/actions/one' }).text
  assert.match(deeper, /href="\/actions" aria-current="true"/)
  const nowhere = documentOf({ ...view, section: null }, { ...surround, path: '/about' }).text
  assert.doesNotMatch(nowhere, /aria-current/)
})

test('a skip link leads to the main part, and the foot says as of which day and from whom', () => {
  assert.match(text, /<a href="#main-content" class="govuk-skip-link"/)
  assert.match(text, /<main class="govuk-main-wrapper" id="main-content">/)
  assert.match(text, /As it stands on <time datetime="2019-11-21">21 November 2019<\/time>/)
  assert.match(text, /Published by the Office of the Mercia Commissioner/)
  for (const path of ['/accessibility', '/contact', '/about']) assert.ok(text.includes(`href="${path}"`))
})

test('a page has no script, no style of its own, no cookie banner, and asks nothing of another site', () => {
  assert.doesNotMatch(text, /<script|<style|style="|onclick|cookie/i)
  assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//)
})

test('the stylesheet has no font of GOV.UK, no Crown and no address of another site, and stays small', async () => {
  const { bytes } = await lookStylesheet(aShell().cacheFolder)
  const css = bytes.toString()
  assert.doesNotMatch(css, /GDS Transport|@font-face|crown|url\(\s*["']?(?:https?:)?\/\//i)
  assert.ok(bytes.length < 100_000)
})
