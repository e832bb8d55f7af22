/** Saved pages of many sites, each held to what a good reader finds in it; and the same agenda as page and as text. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../../src/lib/index.ts'
import { type Reading, readPaper } from '../../src/papers/index.ts'
import { hold } from './documents.ts'
import { WEB_PAGES } from './web-pages.ts'

async function read(name: string, words: string): Promise<Reading> {
  const reading = await readPaper({ name, bytes: new TextEncoder().encode(words) })
  assert.ok(!isRefusal(reading))
  return reading
}

describe('papers in many forms: web pages', () => {
  for (const page of WEB_PAGES) {
    it(page.name, async () => {
      assert.deepEqual(hold(page, await read(page.file ?? 'page.html', page.words)).faults, [])
    })
  }
})

/** What of a reading does not depend on how it was set. */
const structure = ({
  kind,
  body,
  date,
  time,
  place,
  items,
  attendance,
  actions,
  questions,
}: Reading): unknown => ({
  kind,
  body,
  date,
  time,
  place,
  attendance,
  items: items.map(({ blocks: _blocks, resolutions, ...item }) => ({
    ...item,
    resolutions: resolutions.map(({ text, parts }) => ({ text, parts })),
  })),
  actions: actions.map(({ ref, owner, due, kind: sort }) => ({ ref, owner, due, sort })),
  questions: questions.length,
})

describe('the same paper as a page and as text', () => {
  it('has the same structure when it is an agenda', async () => {
    const text = `# Agenda\n\nMeeting of the Fenland Police and Crime Panel to be held on Thursday 5 June 2025 at 2.00 pm in the Chapter House\n\n1. Apologies\n2. Minutes of the meeting held on 8 May 2025 (Pages 3 - 8)\n3. Response times (to follow)\n4. Any other business\n`
    const html = `<html><body><nav><a href="/">Home</a></nav><h1>Agenda</h1><p>Meeting of the Fenland Police and Crime Panel to be held on Thursday 5&nbsp;June 2025 at 2.00&nbsp;pm in the <i>Chapter House</i></p><ol><li>Apologies</li><li>Minutes of the meeting held on 8 May 2025 <span>(Pages 3 - 8)</span></li><li><p>Response times (to follow)</p></li><li>Any other business</li></ol></body></html>`
    assert.deepEqual(structure(await read('a.html', html)), structure(await read('a.md', text)))
  })

  it('has the same structure when it is minutes', async () => {
    const text = `# Minutes of the Penmoor Police and Crime Panel held on 4 June 2025\n\nPresent: Councillor Gil Ash (Chair), Councillor Bea Yew\n\n## 61. Custody\n\n1. The Commissioner undertook to circulate the figures by 1 July 2025.\n\n2. Members were glad of it.\n\nRESOLVED that:\n\n(a) the report be noted; and\n(b) a further report be brought in autumn.\n\n## 62. Close\n\nIt ended at noon.\n`
    const html = `<body><h1>Minutes of the Penmoor Police and Crime Panel held on 4 June 2025</h1><p>Present: Councillor Gil Ash (Chair), Councillor Bea Yew</p><h2>61. Custody</h2><ol><li><p>The Commissioner undertook to circulate the figures by 1 July 2025.</p></li><li><p>Members were glad of it.</p></li></ol><p><b>RESOLVED</b> that:</p><p>(a) the report be noted; and</p><p>(b) a further report be brought in autumn.</p><h2>62. Close</h2><p>It ended at noon.</p></body>`
    assert.deepEqual(structure(await read('m.html', html)), structure(await read('m.md', text)))
  })
})
