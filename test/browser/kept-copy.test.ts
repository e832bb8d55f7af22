/** The kept copy from a memory stick: pages opened as files, without any server, with their styles and their links. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { RecordKeeper } from '../../src/surfaces/survival-copy/index.ts'
import { verifyFolder } from '../../src/verifier/index.ts'
import { withSiteLinks } from '../../src/web/index.ts'
import { kentServed, ORIGIN } from '../kent-served.ts'
import { inChromium, withPage } from './kent-in-chromium.ts'

/** The site's clock. */
const clock = (): Date => new Date(Date.now() + 2 * 86_400_000)

let kept: Promise<{ folder: string; keeper: RecordKeeper }> | undefined

/** The folder of the copy, made once, and who keeps it. */
function keptCopy(): Promise<{ folder: string; keeper: RecordKeeper }> {
  kept ??= kentServed().then(async ({ ask, dataDir }) => {
    const keeper = new RecordKeeper({ ask, dataDir, origin: ORIGIN, clock })
    assert.deepEqual((await keeper.keep()).failed, [])
    return { folder: join(dataDir, 'copy/kent'), keeper }
  })
  return kept
}

const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'))

test('every link of every page leads to a file of the copy, and none to the root of a disk', async () => {
  const { folder } = await keptCopy()
  let links = 0
  for (const page of pagesOf(folder)) {
    const html = readFileSync(join(folder, page), 'utf8')
    for (const [, target = ''] of html.matchAll(/ (?:href|src|action)="([^"#]*)[^"]*"/g)) {
      if (target === '' || /^(https?|mailto|tel):/.test(target)) continue
      assert.match(target, /^\.\.?\//, `${page} links to ${target}`)
      const place = resolve(folder, dirname(page), decodeURIComponent(target))
      assert.ok(
        place.startsWith(folder) && existsSync(place),
        `${page} links to ${target}, which is not there`,
      )
      links += 1
    }
  }
  assert.ok(links > 1000, String(links))
})

test('every page turns back into the one that the site serves, byte for byte', async () => {
  const [{ address }, { folder }] = await Promise.all([kentServed(), keptCopy()])
  for (const page of pagesOf(folder)) {
    if (page === 'not-in-this-copy.html') continue
    const path = page === 'index.html' ? '/' : `/${page.replace(/\.html$/, '')}`
    const served = await (await fetch(address + path)).text()
    assert.equal(withSiteLinks(readFileSync(join(folder, page), 'utf8'), page), served, page)
  }
})

test('no paper has a name by which a browser would run what is in it, and a saved web page is there as text', async () => {
  const { folder } = await keptCopy()
  const papers = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  assert.ok(papers.includes('2020-02-06-panel-agenda.html.txt'), papers.join(' '))
  assert.deepEqual(
    papers.filter((name) => !/\.(pdf|txt|md|json|docx)$/.test(name)),
    [],
  )
})

test('a second pass changes no file, and the verifier accepts the folder', async () => {
  const { folder, keeper } = await keptCopy()
  const manifest = readFileSync(join(folder, 'manifest'), 'utf8')
  const pass = await keeper.keep()
  assert.deepEqual([pass.written, pass.removed], [0, 0])
  assert.equal(readFileSync(join(folder, 'manifest'), 'utf8'), manifest)
  assert.deepEqual((await verifyFolder(folder)).faults, [])
})

inChromium(
  'pages opened as files have their styles, lead to each other, and say what is not among them',
  async (kent) => {
    const { folder } = await keptCopy()
    await withPage(kent, {}, async (page) => {
      await page.goto(pathToFileURL(join(folder, 'index.html')).href)
      const font = await page.evaluate<string>(`getComputedStyle(document.querySelector('h1')).fontFamily`)
      assert.doesNotMatch(font, /^"?Times/)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click()
      assert.match(page.url(), /\/meetings\.html$/)
      await page.locator('.sm-card a').first().click()
      assert.match(page.url(), /^file:.*\/meetings\/.*\.html$/)
      assert.equal(await page.locator('h1').count(), 1)
      await page.locator('header a.sm-name').click()
      assert.match(page.url(), /\/index\.html$/)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click()
      assert.equal(await page.locator('h1').textContent(), 'Not in this copy')
    })
  },
)
