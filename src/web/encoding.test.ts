/** The encoding of an answer is one that the reader asked for, or none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
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

const PLAIN = Buffer.from(
  Array.from({ length: 900 }, (_, n) => `${n * n} words that differ a little`).join(' '),
)

test('who asks first gets what is made quickly; who asks again has it made smaller for all that follow', async () => {
  for (const [encoding, plainOf] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const body = new Body(PLAIN)
    assert.equal(body.ready(encoding), undefined)
    const first = await body.in(encoding)
    assert.equal(body.ready(encoding), first, 'nobody waits for the smaller one')
    let later = first
    while (later === first) {
      await setTimeout(1)
      later = body.ready(encoding) ?? first
    }
    assert.ok(later.length < first.length, `${later.length} against ${first.length}`)
    assert.deepEqual([plainOf(first), plainOf(later)], [PLAIN, PLAIN])
    assert.equal(await body.in(encoding), later)
    assert.ok(body.size > PLAIN.length)
  }
})

test('what readers keep for ever is as small as can be at once', async () => {
  const body = new Body(PLAIN, true)
  const first = await body.in('br')
  assert.ok(first.length < (await new Body(PLAIN).in('br')).length)
  body.ready('br')
  await setTimeout(20)
  assert.equal(body.ready('br'), first)
})
