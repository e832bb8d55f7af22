/** What a reader of the copy and a reader of the site may rely on: the same page, with links that work for each. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fileOfAddress, withRelativeLinks, withSiteLinks } from './copy-links.ts'
import { html } from './html.ts'

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/)
const address = fc.array(word, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`)
const rest = fc.constantFrom('', '#p37', '?q=a&amp;b=c', '?on=2020-01-01#x', '#')

test('any page turns into a file and back, letter by letter, whatever is kept and whatever it says', () => {
  fc.assert(
    fc.property(
      address,
      fc.array(fc.tuple(address, rest, fc.boolean(), fc.string()), { maxLength: 8 }),
      (page, links) => {
        const kept = new Map(
          links.filter(([, , isKept]) => isKept).map(([to]) => [to, fileOfAddress(to, true)]),
        )
        const text = links
          .map(
            ([to, more, , words]) =>
              html`<a class="x" href="`.text + `${to}${more}">` + html`${words}</a>`.text,
          )
          .join('')
        const whole = `<form action="/search"></form>${text}<a href="#top"></a><a href="https://example.org/a">`
        const file = fileOfAddress(page, true)
        const copied = withRelativeLinks(whole, file, (to) => kept.get(to))
        assert.doesNotMatch(copied, / (href|src|action)="\//)
        assert.equal(withSiteLinks(copied, file), whole)
      },
    ),
    { numRuns: 500 },
  )
})

const exceptSearch = (to: string): string | undefined =>
  to === '/search' ? undefined : fileOfAddress(to, true)
const underItsName = (to: string): string => to.slice(1)

test('links lead to files from any depth, and what is not kept to the page that says so', () => {
  assert.equal(
    withRelativeLinks(
      '<a href="/plan#p1"><a href="/"><a href="/search?q=x"><a href="/search">',
      'meetings/panel/2020.html',
      exceptSearch,
    ),
    '<a href="../../plan.html#p1"><a href="../../index.html"><a href="../../not-in-this-copy.html#/search?q=x"><a href="../../not-in-this-copy.html#/search">',
  )
  assert.equal(withRelativeLinks('<a href="/plan">', 'index.html', exceptSearch), '<a href="./plan.html">')
})

test('a kept paper that is itself a web page keeps its name', () => {
  const copied = withRelativeLinks('<a href="/files/ab/page.html">', 'a/b.html', underItsName)
  assert.equal(copied, '<a href="../files/ab/page.html">')
  assert.equal(withSiteLinks(copied, 'a/b.html'), '<a href="/files/ab/page.html">')
})
