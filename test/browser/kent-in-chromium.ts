/** The Chromium that looks at the demonstration record, and the ways of looking. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { publicPages } from '../../src/surfaces/public/index.ts'
import { kentServed } from '../kent-served.ts'

const PLACES = [process.env['SHIREMOOT_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser']
const program = PLACES.find((place) => place !== '' && existsSync(place))

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Kent = { address: string; browser: Browser }

let kent: Promise<Kent> | undefined

function kentInChromium(): Promise<Kent> {
  kent ??= kentServed().then(async ({ address, atTheEnd }) => {
    const browser = await chromium.launch({ executablePath: program ?? '', args: FLAGS })
    atTheEnd(() => browser.close())
    return { address, browser }
  })
  return kent
}

/** A test with the site and a browser; skipped, in words, where there is no Chromium. */
export function inChromium(name: string, body: (kent: Kent, context: TestContext) => Promise<void>): void {
  const skip = program === undefined ? 'no Chromium here (apt-get install chromium)' : false
  test(name, { skip, timeout: 300_000 }, async (context) => body(await kentInChromium(), context))
}

/** Opens a page of its own and closes it at the end. */
export async function withPage<Result>(
  { browser, address }: Kent,
  options: BrowserContextOptions,
  visit: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', ...options })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return await visit(page)
  } finally {
    await context.close()
  }
}

/** Feeds, values and sitemaps are no pages to look at; what stands below /withdrawn is told as at any other address. */
const isLookedAt = (path: string): boolean => !/\.[a-z]+$/.test(path) && path !== '/withdrawn/:entry'

const patterns = publicPages
  .filter(({ path }) => isLookedAt(path))
  .map(({ path }) => ({ path, matches: new RegExp(`^${path.replace(/:[^/]+/g, '[^/.]+')}$`) }))

/** The template that shows an address: the pattern of its route with the most fixed words. */
const templateOf = (address: string): string | undefined =>
  patterns
    .filter(({ matches }) => matches.test(address))
    .toSorted((one, other) => one.path.split(':').length - other.path.split(':').length)[0]?.path

let walked: Promise<ReadonlyMap<string, string>> | undefined

/** An address for each template, found by following links from the home page; and every template there is. */
export function templates({ address }: Kent): Promise<ReadonlyMap<string, string>> {
  walked ??= walk(address)
  return walked
}

async function walk(address: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const queue = ['/', '/search?q=police']
  const seen = new Set(queue)
  for (let next = queue.shift(); next !== undefined && seen.size < 2000; next = queue.shift()) {
    const template = templateOf(next.split('?', 1)[0] ?? '')
    if (template === undefined || (found.has(template) && found.size === patterns.length)) continue
    const response = await fetch(address + next, { redirect: 'manual' })
    // The list of what was withdrawn leads to where it stood.
    if (response.status === 410) continue
    assert.equal(response.status, 200, `${next} is linked to and answers`)
    if (!found.has(template)) found.set(template, next)
    for (const [, href = ''] of (await response.text()).matchAll(/ href="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      if (
        seen.has(link) ||
        link.startsWith('/assets/') ||
        link.startsWith('/files/') ||
        link.startsWith('/favicon') ||
        /[?&]on=/.test(link)
      )
        continue
      seen.add(link)
      queue.push(link)
    }
  }
  return found
}

export const everyTemplate: readonly string[] = patterns.map(({ path }) => path)
