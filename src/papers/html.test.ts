/** Web pages as sites save them: what of them is the document, and that it comes out as the same text would. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { isHtml } from './html.ts'
import { readPaper } from './read-paper.ts'
import type { Block, Reading } from './reading.ts'
import { readWords } from './testing.ts'
import { wordsOf } from './tree.ts'

const page = (body: string, head = ''): Promise<Reading> =>
  readWords(`<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`, 'page.html')

async function readBytes(bytes: Uint8Array): Promise<Reading> {
  const reading = await readPaper({ name: 'page.html', bytes })
  assert.ok(!isRefusal(reading))
  return reading
}

/** The code with which a page is refused. */
async function refused(html: string): Promise<string> {
  const reading = await readPaper({ name: 'page.html', bytes: new TextEncoder().encode(html) })
  assert.ok(isRefusal(reading), 'it is refused')
  return reading.code
}

/** Whether a file with these words and this name is taken for a web page. */
const isPage = (text: string, name: string): boolean =>
  isHtml({ name, bytes: new TextEncoder().encode(text) })

/** An item of a list as Word saves it. */
const wordItem = (mark: string, text: string): string =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`

/** A page as a browser saves it with its style in one file. */
const archive = (type: string, encoding: string, body: string): string =>
  `From: <Saved by a browser>\r\nSubject: Agenda\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--cut--"\r\n\r\n----cut--\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://x.invalid/\r\n\r\n${body}\r\n----cut--\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n----cut----\r\n`

const words = (reading: Reading): string[] => reading.blocks.map(wordsOf)
const table = (reading: Reading): Extract<Block, { type: 'table' }> => {
  const found = reading.blocks.find((block) => block.type === 'table')
  assert.ok(found?.type === 'table', 'a table is found')
  return found
}

describe('a page saved from a site', () => {
  it('is read without what is hidden and without what belongs to the site', async () => {
    const reading = await page(
      `<a class="skip-link" href="#main">Skip to main content</a>
       <div id="cookie-banner"><p>We use cookies to count visits.</p><button>Accept</button></div>
       <header><a href="/">Northvale Council</a> <a href="/contact">Contact us</a></header>
       <nav><ul><li><a href="/a">Councillors</a></li><li><a href="/b">Meetings</a></li></ul></nav>
       <div class="breadcrumbs"><a href="/">Home</a> <a href="/m">Meetings</a></div>
       <h1>Rural crime report</h1><p style="display: none">Draft text</p><p hidden>More draft</p>
       <p aria-hidden="true">Icon</p><template><p>Row</p></template><noscript>Turn on scripts</noscript>
       <!-- a note --><script>document.write('<p>written</p>')</script>
       <p>Thefts of plant fell by 4 %.</p>
       <div class="share"><a href="f">Facebook</a> <a href="x">X</a></div>
       <p><a href="#top">Back to top</a></p>
       <footer><p>© Northvale Council</p></footer>`,
      '<style>p { color: red }</style>',
    )
    assert.deepEqual(words(reading), ['Rural crime report', 'Thefts of plant fell by 4 %.'])
  })

  it('keeps its title where only its header has one', async () => {
    const reading = await page(
      '<header><a href="/">Home</a><h1>Custody visiting</h1></header><p>Visitors called 12 times.</p>',
    )
    assert.ok(words(reading).includes('Custody visiting'))
  })

  it('is read from its main part where it has one', async () => {
    const reading = await page(
      `<div><p>Search this site</p></div><main><h1>Update</h1><p>${'The force answered more calls in time. '.repeat(8)}</p></main><div><p>Latest news</p></div>`,
    )
    assert.equal(words(reading).length, 2)
  })

  it('is told by what it is, and text that only has tags is none', () => {
    assert.equal(
      isPage('<!-- saved from url=(0022)https://x.invalid/ -->\n<!DOCTYPE html><p>Hi', 'saved'),
      true,
    )
    assert.equal(isPage('<p>Hi</p>', 'part.htm'), true)
    assert.equal(isPage('# Minutes\n\nThe page has <b>tags</b> and <html> in it.', 'minutes.md'), false)
    assert.equal(isPage('<p>Hi</p>', 'minutes.txt'), false)
    assert.equal(isPage('No tags at all', 'minutes.html'), false)
  })
})

describe('lists of a page', () => {
  it('keeps the heading that opens a fold, and several values of one term a line each', async () => {
    const reading = await page(
      '<h1>Minutes</h1><dl><dt>Present</dt><dd>Ann Hill, Commissioner</dd><dd>Ben Clark, Chief Constable</dd><dt>Time</dt><dd>2pm</dd></dl><h2><button>1. Patrols</button></h2><p>They grew.</p><button>Close</button>',
    )
    assert.deepEqual(words(reading), [
      'Minutes',
      'Present',
      'Ann Hill, Commissioner',
      'Ben Clark, Chief Constable',
      'Time: 2pm',
      'Patrols',
      'They grew.',
    ])
  })

  it('print the numbers that a browser computes', async () => {
    const reading = await page(
      `<ol start="4"><li>Apologies</li><li value="9">Budget</li><li>Any other business</li></ol>
       <p>It was agreed:</p><ol type="a" start="2"><li>to note the report</li><li>to ask for more</li></ol>
       <ol reversed style="list-style-type: lower-roman"><li>the last</li><li>the first</li></ol>
       <ul style="list-style: none"><li>No mark here</li></ul>`,
    )
    assert.match(
      reading.text,
      /4\. Apologies\n9\. Budget\n10\. Any other business[^]*b\. to note the report\nc\. to ask for more[^]*ii\. the last\ni\. the first[^]*\nNo mark here/,
    )
  })

  it('print no mark before an item that has its own', async () => {
    const reading = await page('<ul><li>1. Apologies</li><li>2. Declarations of interest</li></ul>')
    assert.equal(reading.text, '1. Apologies\n2. Declarations of interest')
  })

  it('keep what hangs below an item below it', async () => {
    const reading = await page(
      '<p>Noted:</p><ul><li>roads<ul><li>lanes</li><li>verges</li></ul></li><li>fields</li></ul>',
    )
    const list = reading.blocks.find((block) => block.type === 'list')
    assert.ok(list?.type === 'list')
    assert.deepEqual(
      list.items.map((item) => [item.text, item.items.map((inner) => inner.text)]),
      [
        ['roads', ['lanes', 'verges']],
        ['fields', []],
      ],
    )
  })

  it('saved from Word keep the numbers that Word printed', async () => {
    const reading = await page(
      `<p class=MsoNormal><b>Agenda of the Westmoor Police and Crime Panel<o:p></o:p></b></p>${wordItem('7.', 'Apologies')}${wordItem('8.', 'Precept')}`,
    )
    assert.deepEqual(
      reading.items.map(({ number, title }) => [number, title]),
      [
        ['7', 'Apologies'],
        ['8', 'Precept'],
      ],
    )
  })
})

describe('tables of a page', () => {
  it('have the headers of their columns and rows, over spans', async () => {
    const reading = await page(
      `<table><caption>Thefts</caption><thead><tr><th rowspan="2">Area</th><th colspan="2">2024</th></tr><tr><th>Cars</th><th>Shops</th></tr></thead>
       <tbody><tr><th>East</th><td>12</td><td>30</td></tr><tr><th>West</th><td colspan="2">not counted</td></tr></tbody></table>`,
    )
    const { title, columns, rows, rowHeaders } = table(reading)
    assert.equal(title, 'Thefts')
    assert.deepEqual(columns, ['Area', '2024 Cars', '2024 Shops'])
    assert.deepEqual(rows, [
      ['East', '12', '30'],
      ['West', 'not counted', ''],
    ])
    assert.equal(rowHeaders, true)
  })

  it('that only place words on the page are no tables', async () => {
    const reading = await page(
      '<table role="presentation"><tr><td><h1>Update</h1></td></tr><tr><td><p>The first paragraph.</p><p>The second.</p></td></tr></table>',
    )
    assert.equal(reading.tables.length, 0)
    assert.deepEqual(words(reading), ['Update', 'The first paragraph.', 'The second.'])
  })

  it('that set Welsh beside English are read one language after the other', async () => {
    const reading = await page(
      '<h1>Agenda</h1><table><tr><td>Bydd y cyfarfod yn cael ei gynnal yn y neuadd.</td><td>The meeting will be held in the hall.</td></tr><tr><td>Mae croeso i’r cyhoedd ddod iddo.</td><td>The public are welcome to come to it.</td></tr></table>',
    )
    assert.deepEqual(
      reading.blocks.slice(1).map(({ lang }) => lang),
      ['cy', 'en', 'cy', 'en'],
    )
  })

  it('one after the other stay two', async () => {
    const one = '<table><tr><th>Area</th><th>Thefts</th></tr><tr><td>East</td><td>3</td></tr></table>'
    assert.equal((await page(`${one}${one}`)).tables.length, 2)
  })
})

describe('words of a page', () => {
  it('are lines where breaks end them, and go on where they only wrapped', async () => {
    const reading = await page(
      '<h1>Update</h1><p>Shire Hall<br>Northborough</p><p>The force answered<br>more calls in time.<br><br>Fewer were lost.</p>',
    )
    assert.deepEqual(words(reading).slice(1), [
      'Shire Hall',
      'Northborough',
      'The force answered more calls in time.',
      'Fewer were lost.',
    ])
  })

  it('are decoded as UTF-8 where they are, whatever an old page says, and else as the page says', async () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body><p>Llŷn</p></body></html>'
    assert.equal((await readBytes(new TextEncoder().encode(html))).text, 'Llŷn')
    const old = Buffer.from(html.replace('Llŷn', '£5 – caf\u00e9').replace('–', '\u0096'), 'latin1')
    const reading = await readBytes(old)
    assert.equal(reading.text, '£5 – café')
    assert.ok(!reading.warnings.some(({ code }) => code === 'encoding-guessed'))
    const unsaid = await readBytes(Buffer.from('<html><body><p>caf\u00e9</p></body></html>', 'latin1'))
    assert.equal(unsaid.text, 'café')
    assert.ok(unsaid.warnings.some(({ code }) => code === 'encoding-guessed'))
  })

  it('keep the language that their element states', async () => {
    const reading = await page('<p lang="cy">Neuadd Gwent</p><p lang="en">Gwent Hall</p>')
    assert.deepEqual(
      reading.blocks.map(({ lang }) => lang),
      ['cy', 'en'],
    )
  })

  it('of lists of definitions stand beside what they define', async () => {
    const reading = await page(
      '<h1>Meeting</h1><dl><dt>Date</dt><dd>6 February 2020</dd><dt>Venue</dt><dd>Shire Hall</dd></dl>',
    )
    assert.deepEqual(words(reading).slice(1), ['Date: 6 February 2020', 'Venue: Shire Hall'])
    assert.equal(reading.date, '2020-02-06')
  })

  it('that lead to a recording keep its address', async () => {
    const reading = await page('<h1>Panel</h1><p><a href="https://cast.invalid/7">Watch the meeting</a></p>')
    assert.equal(words(reading)[1], 'Watch the meeting (https://cast.invalid/7)')
  })
})

describe('a page saved as one file', () => {
  it('is read from its page', async () => {
    const quoted = archive(
      'text/html',
      'quoted-printable',
      '<html><body><p>Llin=\r\nell =C2=A35</p></body></html>',
    )
    assert.equal((await readWords(quoted, 'saved.mhtml')).text, 'Llinell £5')
    const base = Buffer.from('<html><body><p>caf\u00e9</p></body></html>', 'latin1').toString('base64')
    assert.equal(
      (await readWords(archive('text/html; charset="iso-8859-1"', 'base64', base), 'saved.mht')).text,
      'café',
    )
  })

  it('is refused when it holds none', async () => {
    assert.equal(await refused(archive('image/png', 'base64', 'AAAA')), 'web-archive-broken')
  })
})

describe('a page made to harm', () => {
  it('is refused when it nests without end, or has nothing to read', async () => {
    assert.equal(await refused(`<html><body>${'<div>'.repeat(50_000)}words`), 'html-too-deep')
    assert.equal(await refused(`<html><body>${'<i a>'.repeat(50_000)}words`), 'html-too-deep')
    assert.equal(
      await refused(
        '<html><head><meta http-equiv="refresh" content="0; url=https://x.invalid"></head></html>',
      ),
      'empty-file',
    )
    assert.equal(
      await refused('<html><body><script>load()</script><noscript>Scripts are off</noscript></body></html>'),
      'empty-file',
    )
  })

  it('is read within bounds, whatever its spans, attributes and null bytes', async () => {
    const spans = '<tr><td colspan="999999999" rowspan="999999999">x</td></tr>'.repeat(2000)
    const wide = await page(`<h1>Table</h1><table><tr><th>A</th><th>B</th></tr>${spans}</table>`)
    assert.ok(table(wide).rows.flat().length <= 250_000)
    const long = await page(`<p title="${'x'.repeat(1_000_000)}">Short words</p>`)
    assert.deepEqual(words(long), ['Short words'])
    assert.deepEqual(words(await page('<p>So\0me words</p><br>'.repeat(3))), [
      'Some words',
      'Some words',
      'Some words',
    ])
    assert.deepEqual(words(await page('<p>First line</p><plaintext><p>not a tag')), [
      'First line',
      '<p>not a tag</body></html>',
    ])
    const raised = await page(`<p>a${'b<sup>1</sup>'.repeat(20_000)}</p>`)
    assert.equal(raised.blocks.length, 1)
    const rows = await page(`<dl>${'<dt>Name<dd>Value'.repeat(20_000)}</dl>${'word<br>'.repeat(20_000)}`)
    assert.ok(rows.blocks.length > 30_000)
  })
})
