/** Holds the one promise of the html tag: what a person wrote stays text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { escape, Html, html } from './html.ts'
import { link, paragraphLine, safeHref, scrollTable, stateTag } from './pieces.ts'
import { threadList } from './thread.ts'

const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

test('escaped text holds no character that could end a tag or an attribute, and reads as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(escape(text), /[<>"']/)
      assert.equal(unescape(escape(text)), text)
    }),
  )
})

test('a template escapes text, joins lists, leaves out what is nothing, and keeps Html as it is', () => {
  const inner = html`<b>${'<'}</b>`
  assert.equal(
    html`<p>${[inner, 'a & b', 7, [null, undefined, false, '']]}</p>`.text,
    '<p><b>&lt;</b>a &amp; b7</p>',
  )
  assert.equal(html`${Html.trusted('<i>')}`.text, '<i>')
  assert.equal(html`${0}`.text, '0')
})

test('escaping happens once, however deep templates stand in each other', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 6 }), (text, depth) => {
      let made = html`${text}`
      for (let level = 0; level < depth; level += 1) made = html`${made}`
      assert.equal(made.text, escape(text))
    }),
  )
})

const tagsOf = (made: Html): string[] => made.text.match(/<[^>]*>/g) ?? []

const pieces = (text: string): Html[] => [
  link('/a', text),
  stateTag({ words: text, tone: 'late' }),
  paragraphLine({ anchor: text, number: text, text }),
  scrollTable({ caption: text, columns: [{ text }], rows: [[text]], anchor: text }),
  scrollTable({ caption: text, columns: [{ text }], rows: [[text]], stacked: true }),
  threadList([{ mark: 'said', date: null, what: text, title: text, href: '/a', quote: text, text }]),
]
const attributesAway = (made: Html): string[] => tagsOf(made).map((tag) => tag.replace(/="[^"]*"/g, ''))

test('no text makes a tag or an attribute of its own in any piece of the look', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (given) => {
      const evil = `"><script>${given}`
      const calm = 'x'
      assert.deepEqual(pieces(evil).map(attributesAway), pieces(calm).map(attributesAway))
    }),
  )
})

test('a link never runs script and never leaves the site unseen', () => {
  const bad = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'evil.example',
  ]
  for (const href of bad) assert.equal(safeHref(href), '#', href)
  const good = ['/plan', '/', '#p37', '?part=2', 'https://example.org/a', 'mailto:a@example.org', 'tel:101']
  for (const href of good) assert.equal(safeHref(href), href)
})
