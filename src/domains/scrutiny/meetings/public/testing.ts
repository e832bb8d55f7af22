/** Asks for pages of scrutiny in tests, and reads them as a person does. */
import assert from 'node:assert/strict'
import { date } from '../../../../lib/index.ts'
import type { TestRecord } from '../../../../record/testing.ts'
import { aSite, type SeenPage, seen } from '../../../../web/testing.ts'
import { publicPages } from '../../index.ts'

/** Asks for a page as the server does: its route by the address, its parameters, and a day. */
export async function visit(
  record: TestRecord,
  address: string,
  today = '2019-12-01',
): Promise<SeenPage | undefined> {
  const url = new URL(address, 'http://site.test')
  for (const page of publicPages) {
    const names: string[] = []
    const pattern = page.path.replace(/:(\w+)/g, (_, name: string) => {
      names.push(name)
      return '([^/]+)'
    })
    const match = new RegExp(`^${pattern}$`).exec(url.pathname)
    if (!match) continue
    const params = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']))
    const query = Object.fromEntries([...url.searchParams].filter(([name]) => page.query.includes(name)))
    const view = await page.answer(record.ask, {
      site: aSite(),
      path: url.pathname,
      params,
      query,
      today: date(today),
      on: null,
    })
    if (view === undefined || !('main' in view)) return undefined
    return seen(view.main)
  }
  throw new Error(`No page has the address ${address}`)
}

/** The page at an address; a test fails where there is none. */
export async function found(record: TestRecord, address: string, today?: string): Promise<SeenPage> {
  const page = await visit(record, address, today)
  assert.ok(page, `${address} is not there`)
  return page
}
