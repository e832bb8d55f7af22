/** Pages are made once, kept within bounds, and never kept when they failed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { pageCache } from './cache.ts'

test('who asks while a page is being made gets the same page', async () => {
  const cache = pageCache<object>(10_000)
  let made = 0
  const maker = async () => {
    made += 1
    await new Promise((resolve) => setImmediate(resolve))
    return { value: { made }, size: 10 }
  }
  const [first, second] = await Promise.all([cache.make('/a', '1', maker), cache.make('/a', '1', maker)])
  assert.equal(first, second)
  assert.equal(made, 1)
  assert.equal(cache.now('/a', '1'), first)
  assert.equal(cache.making(), 0)
})

test('a page of an earlier state of the record is not given as the present one, and is there for need', async () => {
  const cache = pageCache<string>(10_000)
  await cache.make('/a', '1', async () => ({ value: 'old', size: 3 }))
  assert.equal(cache.now('/a', '2'), undefined)
  assert.equal(cache.earlier('/a'), 'old')
  await cache.make('/a', '2', async () => ({ value: 'new', size: 3 }))
  assert.equal(cache.now('/a', '2'), 'new')
  assert.equal(cache.earlier('/a'), 'new')
})

const failing = async () => Promise.reject(new Error('no'))

test('a failure reaches all who wait, and the next one asks anew', async () => {
  const cache = pageCache<string>(10_000)
  const both = await Promise.allSettled([cache.make('/a', '1', failing), cache.make('/a', '1', failing)])
  assert.ok(both.every((one) => one.status === 'rejected'))
  assert.equal(await cache.make('/a', '1', async () => ({ value: 'yes', size: 1 })), 'yes')
})

test('it never holds more than it may, and what was asked for lately stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(30), fc.nat(3000)), { maxLength: 60 }), async (pages) => {
      const cache = pageCache<number>(5000)
      for (const [name, size] of pages) {
        await cache.make(`/${name}`, '1', async () => ({ value: name, size }))
        assert.ok(cache.held().bytes <= 5000)
      }
    }),
  )
  const cache = pageCache<string>(1000)
  for (const key of ['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/h', '/i']) {
    await cache.make(key, '1', async () => ({ value: key, size: 50 }))
    cache.now('/a', '1')
  }
  assert.equal(cache.now('/a', '1'), '/a')
  assert.equal(cache.now('/b', '1'), undefined)
})
