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

/** Where a link to a kept paper leads in the copy, held to lead back to where it led. */
function paperInTheCopy(name: string): string {
  const written = `<a href="/files/ab/${name}">`
  const copied = withRelativeLinks(written, 'a/b.html', exceptSearch)
  assert.equal(withSiteLinks(copied, 'a/b.html'), written)
  return /"\.\.\/files\/ab\/(.*)"/.exec(copied)?.[1] ?? ''
}

test('a kept paper that browsers would run is plain text by its name, and any other keeps its name', () => {
  for (const name of [
    'page.html',
    'PAGE.HTM',
    'a.xhtml',
    'a.svg',
    'a.xml',
    'a.mht',
    'a.js',
    'a.unheard',
    'x.html.txt',
    'x.svg.odt',
  ])
    assert.equal(paperInTheCopy(name), `${name}.txt`)
  for (const name of [
    'a.pdf',
    'a.PDF',
    'notes.txt',
    'pack.md',
    'a.csv',
    'a.json',
    'a.docx',
    'a.odt',
    '12.3.2024.pdf',
  ])
    assert.equal(paperInTheCopy(name), name)
  for (const name of ['notes', 'page.html.', 'page.h%C3%A9', `${'x'.repeat(250)}.html`])
    assert.equal(paperInTheCopy(name), `${name}/paper.txt`)
})

const paperName = fc
  .array(fc.constantFrom('.', 'a', 'html', '.html', '.txt', '.md', 'paper.txt', '%20', 'x'.repeat(120)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => `n${pieces.join('')}`)

test('no two papers have one name in the copy, none has a name that browsers run, and none is too long', () => {
  fc.assert(
    fc.property(paperName, paperName, (one, other) => {
      const name = paperInTheCopy(one)
      assert.match(name, /\.(txt|md)$/)
      assert.equal(name === paperInTheCopy(other), one === other)
      const parts = decodeURIComponent(name).split('/')
      if (decodeURIComponent(one).length <= 255)
        assert.ok(
          parts.every(({ length }) => length <= 255),
          name,
        )
    }),
  )
})
