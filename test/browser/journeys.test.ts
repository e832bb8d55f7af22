/** What a resident does on the site, with a mouse, without script, by keyboard alone and on a small screen. */
import assert from 'node:assert/strict'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { inChromium, withPage } from './kent-in-chromium.ts'

const ways: [way: string, options: BrowserContextOptions][] = [
  ['with script', {}],
  ['without script', { javaScriptEnabled: false }],
  ['at 320 px', { viewport: { width: 320, height: 640 } }],
]

const path = (page: Page): string => new URL(page.url()).pathname

for (const [way, options] of ways) {
  inChromium(
    `a resident opens a priority and follows a thing on its thread to the words in the paper, ${way}`,
    async (kent) => {
      await withPage(kent, options, async (page) => {
        await page.goto('/')
        await page.locator('.sm-card', { hasText: 'Last on record' }).locator('a').first().click()
        assert.match(path(page), /^\/plan\/[^/]+\/priorities\/[^/]+$/)
        assert.ok((await page.locator('.sm-entry').count()) > 0)
        await page.locator('.sm-entry .sm-title a').first().click()
        assert.equal(await page.locator('h1').count(), 1)
      })
    },
  )

  inChromium(`a resident finds words by search and lands on the paragraph, ${way}`, async (kent) => {
    await withPage(kent, options, async (page) => {
      await page.goto('/')
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click()
      await page.getByLabel('Words to look for').fill('Speedwatch')
      await page.getByRole('button', { name: 'Search' }).click()
      assert.match(page.url(), /\/search\?q=Speedwatch/)
      const hit = page.locator('.sm-hit a[href*="#"]').first()
      const href = (await hit.getAttribute('href')) ?? ''
      await hit.click()
      const [place = '', anchor = ''] = href.split('#')
      assert.equal(path(page), place)
      assert.equal(await page.locator(`[id="${anchor}"]`).count(), 1, `${href} is a place on its page`)
      await page.locator(`[id="${anchor}"]`).waitFor({ state: 'visible' })
    })
  })

  inChromium(
    `a resident sees what was asked for and not found in the next work programme, with its source, ${way}`,
    async (kent) => {
      await withPage(kent, options, async (page) => {
        await page.goto('/')
        await page.locator('.sm-facts a[href="/actions?show=not-found"]').click()
        await page
          .getByText(/not found in the next work programme/i)
          .first()
          .waitFor()
        assert.ok((await page.locator('main a[href^="/meetings/"]').count()) > 0)
        assert.doesNotMatch((await page.locator('main').innerText()).toLowerCase(), /\bignored\b/)
      })
    },
  )
}

inChromium(
  'a wrong date in a search is said above the form and at the field, and what was typed is kept',
  async (kent) => {
    await withPage(kent, { javaScriptEnabled: false }, async (page) => {
      await page.goto('/search?q=police&from=yesterday')
      assert.match(await page.title(), /^Error: /)
      const summary = page.getByRole('alert')
      await summary.getByRole('link').first().click()
      assert.match(page.url(), /#from$/)
      assert.equal(await page.getByLabel('From', { exact: true }).inputValue(), 'yesterday')
      await page.getByLabel('From', { exact: true }).fill('1 January 2019')
      await page.getByRole('button', { name: 'Search' }).click()
      assert.doesNotMatch(await page.title(), /^Error/)
    })
  },
)

/** What has the focus: its text, and whether anything shows that it has. */
const focused = 'document.activeElement.innerText || document.activeElement.name || ""'

async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const text = String(await page.evaluate(focused)).trim()
    const marked = await page.evaluate(
      '(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== "none" || style.boxShadow !== "none" })()',
    )
    assert.equal(marked, true, `one sees that “${text}” has the focus`)
    if (text === words) return
  }
  assert.fail(`“${words}” is reached with the Tab key`)
}

inChromium(
  'with the keyboard alone a resident skips the navigation, goes to search, searches and opens a result',
  async (kent) => {
    await withPage(kent, {}, async (page) => {
      await page.goto('/')
      await page.keyboard.press('Tab')
      assert.equal(String(await page.evaluate(focused)).trim(), 'Skip to main content')
      await page.keyboard.press('Enter')
      assert.match(page.url(), /#main-content$/)
      await page.keyboard.press('Tab')
      const inMain = await page.evaluate('document.querySelector("main").contains(document.activeElement)')
      assert.equal(inMain, true, 'after the skip link the next stop is in the main part')
      await page.goto('/')
      await tabTo(page, 'Search')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search')
      await tabTo(page, 'q')
      await page.keyboard.type('panel')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?q=panel*')
      const first = (await page.locator('.sm-hit a').first().innerText()).trim()
      await tabTo(page, first)
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => !url.pathname.startsWith('/search'))
    })
  },
)

inChromium('focus goes through every page in the order in which things are seen', async (kent) => {
  await withPage(kent, { viewport: { width: 320, height: 640 } }, async (page) => {
    for (const address of ['/', '/search', '/actions', '/meetings']) {
      await page.goto(address)
      const inOrder = await page.evaluate(
        '(() => { const tops = [...document.querySelectorAll("main a, main input, main select, main button, main summary")].filter((one) => one.checkVisibility()).map((one) => Math.round(one.getBoundingClientRect().top + scrollY)); return tops.every((top, index) => index === 0 || top >= tops[index - 1] - 40) })()',
      )
      assert.equal(inOrder, true, address)
    }
  })
})
