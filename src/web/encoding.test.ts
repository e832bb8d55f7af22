/** The encoding of an answer is one that the reader asked for, or none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { Body, encodingFor } from './encoding.ts'

test('brotli goes before gzip, a weight of nothing is a refusal, and anything odd means plain', () => {
  const wishes: [string | undefined, string][] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['BR', 'br'],
    ['identity;q=0', 'identity'],
    ['br;q=abc', 'identity'],
    ['br;x=y', 'identity'],
    ['zstd', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ]
  for (const [wish, encoding] of wishes) {
    assert.equal(encodingFor(wish), encoding, wish)
    assert.equal(encodingFor(wish), encoding, `${wish}, asked again`)
  }
})

test('no wish makes it fail', () => {
  fc.assert(fc.property(fc.string(), (wish) => ['br', 'gzip', 'identity'].includes(encodingFor(wish))))
})

test('a body is compressed once for each encoding', async () => {
  const body = new Body(Buffer.from('the same words '.repeat(100)))
  assert.equal(body.ready('br'), undefined)
  const first = await body.in('br')
  assert.equal(body.ready('br'), first)
  assert.equal(await body.in('br'), first)
  assert.ok(body.size > body.plain.length)
})
