/** Each page has one address; every other way of writing it leads there or nowhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addressOf, finderOf, pathOf, queryOf, readAddress } from './address.ts'
import { html } from './html.ts'
import { page } from './page.ts'

const pageAt = (path: string) =>
  page(path, { read: async () => path, view: () => ({ title: path, section: null, main: html`` }) })

test('a canonical path is read back as it was written', () => {
  const part = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/)
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const address = readAddress(pathOf(parts))
      assert.equal(address.found, 'parts')
      if (address.found === 'parts') assert.deepEqual(address.parts, parts)
    }),
  )
})

test('no address hides a slash, a way up or a control character from the pages', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const address = readAddress(`/${text}`)
      if (address.found === 'malformed') return
      for (const part of address.parts) assert.doesNotMatch(part, /[/\\\p{Cc}]/u)
    }),
  )
  for (const bad of [
    'plan',
    'http://evil.example/',
    '*',
    '/%',
    '/%c0%ae',
    '/a%2fb',
    '/a%5cb',
    '/a%00',
    '/\u007f',
  ]) {
    assert.equal(readAddress(bad).found, 'malformed', bad)
  }
})

test('fixed words go before named parts, wherever they stand in the list', () => {
  const paths = ['/plan/:plan', '/plan/versions', '/:a/:b', '/', '/plan/:plan/:part', '/plan/:plan/versions']
  for (const order of [paths, paths.toReversed()]) {
    const find = finderOf(order.map(pageAt))
    assert.equal(find(['plan', 'versions'])?.page.path, '/plan/versions')
    assert.deepEqual(find(['plan', 'safer-2017'])?.params, { plan: 'safer-2017' })
    assert.equal(find(['x', 'y'])?.page.path, '/:a/:b')
    assert.equal(find(['plan', 'x', 'versions'])?.page.path, '/plan/:plan/versions')
    assert.equal(find([])?.page.path, '/')
    assert.equal(find(['plan']), undefined)
  }
})

test('a named part is lower-case words, digits, dots and hyphens, and nothing else', () => {
  const find = finderOf([pageAt('/meetings/:meeting')])
  for (const bad of ['１', '1 ', '..', '.env', '-', '', 'a;b', 'é', 'A', 'a'.repeat(300)]) {
    assert.equal(find(['meetings', bad]), undefined, bad)
  }
})

test('a query keeps only what the page knows, each once, in the page’s order, and never a control character', () => {
  const names = ['show', 'part', 'from']
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (search) => {
      const query = queryOf(names, search)
      assert.ok(Object.keys(query).every((name) => names.includes(name)))
      for (const value of Object.values(query)) {
        assert.doesNotMatch(value, /\p{Cc}/u)
        assert.ok(value.length > 0 && value.length <= 200 && value.isWellFormed())
      }
      const address = addressOf('/actions', query)
      assert.deepEqual(queryOf(names, address.split('?')[1] ?? ''), query)
    }),
  )
  assert.equal(addressOf('/a', queryOf(names, 'part=2&x=1&show=late&show=done&from=')), '/a?show=late&part=2')
})

test('an address has no apostrophe, which a page would write with a sign that begins a fragment', () => {
  assert.equal(
    pathOf(['files', 'ab', "Commissioner's report.pdf"]),
    '/files/ab/Commissioner%27s%20report.pdf',
  )
})
