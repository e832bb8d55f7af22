/** What holds for every page of the site, error pages included: usable by all, light, and asking nothing of anyone else. */
import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import { DAY_BEFORE } from '../kent-served.ts'
import { everyTemplate, inChromium, type Kent, templates, withPage } from './kent-in-chromium.ts'
import { compareOrWrite } from './results.ts'

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 320, height: 640 }
/** Less than the stylesheets weigh alone, in bytes, so that a page counted without them is noticed. */
const STYLES = 5000
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Addresses beside one for each template: what readers come upon by mistake. */
const OTHERS = [
  '/search?q=police',
  '/search?q=zzzzunheard',
  '/search?q=the',
  '/search?q=police&from=yesterday',
  '/no-such-page',
  // Figures that do not add up, marked in a table, with a reply.
  '/meetings/kent-and-medway-police-and-crime-panel/2019-11-21/papers/b2',
  `/meetings?on=${DAY_BEFORE}`,
  `/?on=${DAY_BEFORE}`,
  `/search?q=police&on=${DAY_BEFORE}`,
  '/meetings?on=2011-02-30',
  '/meetings?on=2011-02-03',
  '/meetings?on-day=31&on-month=2&on-year=2020',
  '/%c0%ae',
  `/${'a'.repeat(5000)}`,
]

async function addresses(kent: Kent): Promise<string[]> {
  return [...(await templates(kent)).values(), ...OTHERS]
}

const short = (address: string): string => address.slice(0, 80)

inChromium('every template can be reached by links from the home page', async (kent) => {
  const found = await templates(kent)
  assert.deepEqual(
    everyTemplate.filter((template) => !found.has(template)),
    [],
  )
})

/** Rules whose outcome may change with the width; the others are asked once. */
const WIDTH_RULES = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']

async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.setLegacyMode().analyze()
  return found.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html }) => html)
    return `${id}: ${help} (${places.join(' | ')})`
  })
}

inChromium('axe finds nothing to object to on any page, wide or narrow', async (kent, context) => {
  const failures: string[] = []
  const looked = await addresses(kent)
  const { version } = await withPage(kent, {}, async (page) => {
    for (const address of looked) {
      await context.test(short(address), async () => {
        await page.setViewportSize(WIDE)
        await page.goto(address)
        const wide = await violations(new AxeBuilder({ page }).withTags(TAGS))
        await page.setViewportSize(NARROW)
        const narrow = await violations(new AxeBuilder({ page }).withRules(WIDTH_RULES))
        failures.push(...[...wide, ...narrow].map((found) => `${short(address)}: ${found}`))
        assert.deepEqual({ wide, narrow }, { wide: [], narrow: [] })
      })
    }
    const { testEngine } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withRules(['html-has-lang'])
      .analyze()
    return testEngine
  })
  const found = {
    with: `axe-core ${version} in Chromium ${kent.browser.version()}`,
    widths: [WIDE.width, NARROW.width],
    templates: everyTemplate.toSorted(),
    pages: looked.length,
    failures,
  }
  assert.equal(compareOrWrite(found), undefined)
})

inChromium(
  'no page scrolls sideways at 320 px; what is wider scrolls in a frame that the keyboard reaches',
  async (kent) => {
    await withPage(kent, { viewport: NARROW }, async (page) => {
      for (const address of await addresses(kent)) {
        await page.goto(address)
        const wide = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        assert.equal(wide, 0, short(address))
        const unreachable = await page.evaluate(
          '[...document.querySelectorAll(".sm-frame")].filter((frame) => frame.tabIndex !== 0 || !frame.getAttribute("aria-label")).length',
        )
        assert.equal(unreachable, 0, short(address))
      }
    })
  },
)

inChromium('every page has one h1, a title of its own, a main part and the language', async (kent) => {
  const titles = new Map<string, string>()
  await withPage(kent, {}, async (page) => {
    for (const address of (await templates(kent)).values()) {
      await page.goto(address)
      assert.equal(await page.locator('h1').count(), 1, address)
      assert.equal(await page.locator('main').count(), 1, address)
      assert.equal(await page.locator('html').getAttribute('lang'), 'en-GB')
      const title = await page.title()
      assert.equal(titles.get(title), undefined, `${address} has the title of ${titles.get(title)}`)
      titles.set(title, address)
    }
  })
})

inChromium(
  'the first view of every page weighs at most 100 KB, comes from this site alone and sets no cookie',
  async (kent, context) => {
    let heaviest = { address: '', bytes: 0 }
    await withPage(kent, { viewport: WIDE }, async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      let bytes = 0
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      const elsewhere: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(kent.address)) elsewhere.push(request.url())
      })
      for (const address of await addresses(kent)) {
        bytes = 0
        await page.goto(address, { waitUntil: 'load' })
        assert.equal(await page.locator('script').count(), 0)
        assert.ok(bytes > STYLES && bytes <= 100_000, `${short(address)} weighs ${bytes} bytes`)
        if (bytes > heaviest.bytes) heaviest = { address, bytes }
        if (address === '/') context.diagnostic(`The home page weighs ${(bytes / 1000).toFixed(1)} KB`)
      }
      assert.deepEqual(elsewhere, [])
      assert.deepEqual(await page.context().cookies(), [])
    })
    context.diagnostic(
      `The heaviest first view is ${short(heaviest.address)}: ${(heaviest.bytes / 1000).toFixed(1)} KB`,
    )
  },
)

inChromium(
  'printed pages are black on white without navigation, with the day and full addresses of sources',
  async (kent) => {
    await withPage(kent, {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      for (const address of (await templates(kent)).values()) {
        await page.goto(address)
        assert.equal(await page.locator('.sm-nav').isVisible(), false, address)
        assert.equal(await page.getByText('As it stands on').isVisible(), true, address)
        const colours = await page.evaluate(
          '[...document.querySelectorAll("h1, .sm-name, main p, .govuk-body")].map((one) => getComputedStyle(one).color).filter((colour) => !/^rgb\\((0|11), (0|12), (0|12)\\)$/.test(colour))',
        )
        assert.deepEqual(colours, [], address)
        const printed = await page.evaluate(
          '[...document.querySelectorAll(".sm-source a[href^=\\"/\\"]")].slice(0, 1).map((one) => getComputedStyle(one, "::after").content)',
        )
        assert.ok(Array.isArray(printed))
        for (const content of printed)
          assert.match(String(content), /https:\/\/record\.example\.org/, address)
      }
    })
  },
)

inChromium('nothing a page asks for is refused by its own security policy', async (kent) => {
  await withPage(kent, {}, async (page) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|refused/i.test(message.text()))
        complaints.push(message.text())
    })
    for (const address of await addresses(kent)) await page.goto(address)
    assert.deepEqual(complaints, [])
  })
})

inChromium(
  'in forced colours every page keeps its words, its links and its way to leave, with borders where colour carried meaning',
  async (kent) => {
    await withPage(kent, { forcedColors: 'active' }, async (page) => {
      for (const address of (await templates(kent)).values()) {
        await page.goto(address)
        assert.equal(await page.locator('h1').isVisible(), true, address)
        const bare = await page.evaluate(
          '[...document.querySelectorAll(".govuk-button, .sm-then, .sm-state")].filter((one) => { const style = getComputedStyle(one); return ["Top", "Right", "Bottom", "Left"].every((side) => style["border" + side + "Style"] === "none" || style["border" + side + "Width"] === "0px") && style.outlineStyle === "none" }).length',
        )
        assert.equal(bare, 0, `${address} shows its buttons and states by a border`)
      }
    })
  },
)

inChromium(
  'the way to leave quickly is the second stop of the keyboard, in sight while one scrolls, and not printed',
  async (kent) => {
    for (const viewport of [WIDE, NARROW]) {
      await withPage(kent, { viewport, javaScriptEnabled: false }, async (page) => {
        await page.goto('/contact')
        const exit = page.locator('.sm-exit a')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Tab')
        assert.equal(await exit.evaluate((one) => one === one.ownerDocument.activeElement), true)
        assert.equal(await exit.getAttribute('href'), 'https://www.bbc.co.uk/weather')
        await page.mouse.wheel(0, 4000)
        const box = await exit.boundingBox()
        assert.ok(box !== null && box.y >= 0 && box.y < viewport.height / 2)
        await page.emulateMedia({ media: 'print' })
        assert.equal(await exit.isVisible(), false)
      })
    }
  },
)
