import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paperToPdf } from '../../scripts/make-demo-pdf.ts'
import { isRefusal } from '../../src/lib/index.ts'
import { type Reading, readPaper } from '../../src/papers/index.ts'
import {
  aBomb,
  aLocked,
  aNonsenseFont,
  aScan,
  linesOfText,
  manyPages,
  noise,
  onePage,
  rawPdf,
} from './raw-pdf.ts'

const LINES = [
  'The panel met at County Hall and heard how the force answers calls for help.',
  'Members asked what had changed since the last report and when it would be known.',
]

async function refusal(bytes: Uint8Array, name = 'paper.pdf'): Promise<{ code: string; message: string }> {
  const read = await readPaper({ name, bytes })
  assert.ok(isRefusal(read), 'it was read')
  return { code: read.code, message: read.message }
}

async function reading(bytes: Uint8Array): Promise<Reading> {
  const read = await readPaper({ name: 'paper.pdf', bytes })
  assert.ok(!isRefusal(read), isRefusal(read) ? read.message : '')
  return read
}

const aPaper = () =>
  paperToPdf(
    `# A paper\n\n${Array.from({ length: 60 }, (_, index) => `${index + 1}. ${LINES.join(' ')}`).join('\n\n')}`,
  )

describe('a PDF that cannot be read is refused in one sentence that says why and what to do', () => {
  it('a scan has no text, and none is guessed', async () => {
    const { code, message } = await refusal(aScan(3))
    assert.equal(code, 'pdf-no-text')
    assert.match(message, /^paper\.pdf: its 3 pages hold pictures and no text/)
  })

  it('a locked one asks for the password to be removed', async () => {
    const { code, message } = await refusal(aLocked(LINES, 'secret'))
    assert.equal(code, 'pdf-encrypted')
    assert.match(message, /remove the password/)
  })

  it('one that anyone may open, though locked against changes, is read', async () => {
    const read = await reading(aLocked(LINES, ''))
    assert.match(read.text, /County Hall/)
  })

  it('one cut off anywhere is refused as cut off', async () => {
    const whole = aPaper()
    for (let part = 1; part < 20; part += 1) {
      const cut = whole.slice(0, Math.floor((whole.length * part) / 20))
      assert.equal((await refusal(cut)).code, 'pdf-truncated', `cut at ${part} of 20`)
    }
  })

  it('one with its middle gone is refused as damaged, or says which pages have no text', async () => {
    const whole = aPaper()
    const end = Buffer.from('\nstartxref\n0\n%%EOF\n')
    const read = await readPaper({
      name: 'paper.pdf',
      bytes: new Uint8Array(Buffer.concat([whole.slice(0, 4000), end])),
    })
    assert.ok(isRefusal(read) || read.warnings.length > 0)
    if (isRefusal(read)) assert.match(read.code, /^pdf-(?:damaged|no-text)$/)
  })

  it('a page of the web or a picture under the name of a PDF is none', async () => {
    assert.equal(
      (await refusal(new TextEncoder().encode('<!doctype html><p>Not found</p>'))).code,
      'not-a-pdf',
    )
    assert.equal((await refusal(noise(5000))).code, 'not-a-pdf')
    assert.equal((await refusal(new Uint8Array(0))).code, 'empty-file')
  })

  it('a text that begins with words about PDFs is still a text', async () => {
    const words = `A note on files.\n\n${'A file in the form %PDF-1.7 is read with its pages. '.repeat(4)}`
    const read = await readPaper({ name: 'note.txt', bytes: new TextEncoder().encode(words) })
    assert.ok(!isRefusal(read))
    assert.match(read.text, /%PDF-1\.7/)
  })

  it('a font that maps every letter to a sign of private use gives no words', async () => {
    const { code, message } = await refusal(aNonsenseFont(LINES.join('\n')))
    assert.equal(code, 'pdf-unreadable-font')
    assert.match(message, /do not say which letters they show/)
  })

  it('letters shifted by one are no English', async () => {
    const shifted = LINES.map((line) =>
      line.replace(/[a-y]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1)),
    )
    const lines = Array.from({ length: 12 }, (_, index) => shifted[index % 2] ?? '')
    assert.equal((await refusal(rawPdf(onePage(linesOfText(lines))))).code, 'pdf-unreadable-font')
  })

  it('a table of figures and names is no nonsense for having no common words', async () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `District ${index} ${index * 31} ${index * 17} ${index * 3}`,
    )
    const read = await reading(rawPdf(onePage(linesOfText(lines))))
    assert.match(read.text, /District 39/)
  })

  it('more than 2,000 pages are refused before any is read, and so is a file over 100 MB', async () => {
    assert.equal((await refusal(manyPages(2001))).code, 'pdf-too-many-pages')
    const large = new Uint8Array(100_000_001)
    large.set(new TextEncoder().encode('%PDF-1.7\n'))
    assert.equal((await refusal(large)).code, 'pdf-too-large')
  })

  it('what cannot be trusted is bounded: a stream that unpacks to much, a page tree in a circle, a page as large as a county', async () => {
    const bomb = await readPaper({ name: 'bomb.pdf', bytes: aBomb(200) })
    assert.ok(isRefusal(bomb), 'a bomb holds no text')
    const circle = rawPdf([
      { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
      { dictionary: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>' },
    ])
    assert.ok(isRefusal(await readPaper({ name: 'circle.pdf', bytes: circle })))
    const vast = await reading(rawPdf(onePage(linesOfText(LINES), { box: '[0 0 200000 200000]' })))
    assert.match(vast.text, /County Hall/)
  })

  it('after a refusal the next file is read as if nothing had been', async () => {
    await refusal(aScan())
    assert.match((await reading(rawPdf(onePage(linesOfText(LINES))))).text, /Members asked/)
  })

  it('a PDF under another name is read and the name is told', async () => {
    const read = await readPaper({ name: 'paper.txt', bytes: rawPdf(onePage(linesOfText(LINES))) })
    assert.ok(!isRefusal(read))
    assert.ok(read.warnings.some(({ code }) => code === 'wrong-extension'))
  })
})
