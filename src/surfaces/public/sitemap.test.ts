/** A sitemap holds as many addresses as sitemaps.org allows, and is an index of several when there are more. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, login } from '../../database/index.ts'
import { date } from '../../lib/index.ts'
import type { PublicRecord } from '../../record/index.ts'
import { type Page, Text } from '../../web/index.ts'
import { aSite } from '../../web/testing.ts'
import type { Listed } from './addresses.ts'
import { MOST_IN_ONE, sitemapPages } from './sitemap.ts'

async function* many(count: number): AsyncGenerator<Listed> {
  for (let number = 0; number < count; number += 1) {
    yield { address: `/actions/a-${number}`, changed: null, isPage: true }
    yield { address: `/actions/a-${number}.json`, changed: null, isPage: false }
  }
}

const ask: PublicRecord = {
  db: connect(login('postgresql://nobody:x@127.0.0.1:1/none')),
  authority: 'anyshire',
}

async function textOf(
  page: Page<PublicRecord> | undefined,
  params: Record<string, string> = {},
): Promise<string | undefined> {
  const request = {
    site: aSite(),
    path: '',
    params,
    query: {},
    today: date('2026-11-22'),
    on: null,
    origin: 'https://r.example',
  }
  const answer = await page?.answer(ask, request)
  return answer instanceof Text ? answer.text : undefined
}

const locations = (text: string | undefined): number => text?.match(/<loc>/g)?.length ?? 0

test('up to 50,000 pages stand in one file, without their values', async () => {
  const [whole, part] = sitemapPages(() => many(MOST_IN_ONE))
  assert.equal(locations(await textOf(whole)), MOST_IN_ONE)
  assert.equal(await textOf(part, { part: '1' }), undefined)
  assert.deepEqual(await part?.addresses?.(ask), [])
})

test('more stand in parts, each listed once, and the index leads to every part', async () => {
  const [whole, part] = sitemapPages(() => many(MOST_IN_ONE + 1))
  const index = await textOf(whole)
  assert.match(index ?? '', /<sitemapindex/)
  assert.equal(locations(index), 2)
  assert.deepEqual(await part?.addresses?.(ask), ['/sitemaps/1.xml', '/sitemaps/2.xml'])
  assert.equal(locations(await textOf(part, { part: '1' })), MOST_IN_ONE)
  assert.equal(locations(await textOf(part, { part: '2' })), 1)
  for (const odd of ['0', '3', '-1', '1.5', 'x'])
    assert.equal(await textOf(part, { part: odd }), undefined, odd)
})
