/** An office brings all its papers at once; some are broken, and the machine may be switched off half way. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, it } from 'node:test'
import { zipSync } from 'fflate'
import { aHallOfMirrors, aLocked, aScan, manyPages, noise } from '../pdf/raw-pdf.ts'
import { endAll, type Started, start, until } from './processes.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** 500 in a campaign (SHIREMOOT_CAMPAIGN=1), fewer each time the tests run. */
const FILES = process.env['SHIREMOOT_CAMPAIGN'] === undefined ? 60 : 500
const GOOD = FILES - 20
const THIRD = Math.floor(FILES / 3)

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const nameOf = (number: number): string => `minutes-${String(number).padStart(3, '0')}.md`

/** Minutes of one meeting among many, each on a day of its own. */
function minutes(number: number): string {
  const date = new Date(Date.UTC(2001, 0, 1 + number * 14))
  const day = date.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return `ANYSHIRE POLICE AND CRIME PANEL

MINUTES of a meeting of the Anyshire Police and Crime Panel held in the Shire Hall on ${day.replace(/ (\d)/, ', $1')}.

PRESENT: Cllr A Reed (Chairman), Cllr B Stone and Mrs C Vale

**${number + 1}. Rural crime** *(Item 4)*

1. The Commissioner said that ${number + 3} barns had been watched.

RESOLVED that the Panel note the report.
`
}

const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 9 })

const docx = (document: Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': bytes('<?xml version="1.0"?><Types/>'),
    'word/document.xml': document,
    ...more,
  })

type Bad = { bytes: Uint8Array; code: RegExp }
const is = (code: RegExp, given: Uint8Array): Bad => ({ bytes: given, code })

/** Twenty files that cannot be taken, each with the code of its refusal. */
function badFiles(): Record<string, Bad> {
  const laughs = bytes(
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>',
  )
  return {
    'empty.txt': is(/^empty-file$/, bytes('')),
    'spaces.txt': is(/^empty-file$/, bytes(' \n\t\n')),
    'noise.pdf': is(/^not-a-pdf$/, noise(4000)),
    'noise.txt': is(/^not-text$/, noise(4000)),
    'page.pdf': is(/^not-a-pdf$/, bytes('<!doctype html><title>Not found</title><p>Not found</p>')),
    'scan.pdf': is(/^pdf-no-text$/, aScan(2)),
    'locked.pdf': is(/^pdf-encrypted$/, aLocked(['Words'], 'secret')),
    'cut.pdf': is(/^pdf-truncated$/, aScan(2).slice(0, 700)),
    'endless.pdf': is(/^pdf-too-many-pages$/, manyPages(2001)),
    'mirrors.pdf': is(/^reading-stuck$/, aHallOfMirrors(12)),
    'greedy.txt': is(/^reading-(?:too-much-memory|stuck)$/, bytes('- a\n  - b\n'.repeat(1_500_000))),
    'long.txt': is(/^file-too-large$/, new Uint8Array(21_000_000).fill(120)),
    'register.json': is(/^register-not-json$/, bytes('{ "register": ')),
    'other.json': is(/^not-a-register$/, bytes('[1, 2]')),
    'shopping.txt': is(/^nothing-to-take$/, bytes('Eggs, milk and a loaf of bread.')),
    'bomb.docx': is(/./, docx(new Uint8Array(40_000_000))),
    'laughs.docx': is(/./, docx(laughs)),
    'macro.docx': is(/./, docx(bytes('<w/>'), { 'word/vbaProject.bin': noise(100) })),
    'old.doc': is(/./, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise(500)])),
    'cut.docx': is(/./, docx(bytes('<w/>')).slice(0, 60)),
  }
}

type Outcome = { file: string; outcome?: string; error?: { code: string; message: string } }

describe('a batch of files of which 20 are bad', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'batch-'))
  after(() => {
    endAll()
    rmSync(folder, { recursive: true, force: true })
  })

  it('brings the others, lists the 20 in a sentence each, and goes on where a kill -9 stopped it', async () => {
    const papers = join(folder, 'papers')
    mkdirSync(papers)
    const bad = badFiles()
    assert.equal(Object.keys(bad).length, 20)
    for (const [name, { bytes: given }] of Object.entries(bad)) writeFileSync(join(papers, name), given)
    const register = readFileSync(join(ROOT, 'demo/kent/authority.json'), 'utf8').replace(
      '"kent"',
      '"anyshire"',
    )
    writeFileSync(join(papers, 'authority.json'), register)
    for (let number = 1; number < GOOD; number += 1)
      writeFileSync(join(papers, nameOf(number)), minutes(number))
    const files = readdirSync(papers).map((name) => join(papers, name))
    assert.equal(files.length, FILES)

    const data = join(folder, 'record')
    const bring = (named: readonly string[], ...more: string[]): Started =>
      start(
        join(ROOT, 'bin/shiremoot'),
        ['import', ...named, '--authority', 'anyshire', '--publish', '--data', data, ...more],
        { env: { PATH: process.env['PATH'] ?? '', HOME: folder } },
      )
    const first = bring(files)
    await until('a third is imported', () => first.said().includes(`Importing ${nameOf(THIRD)}`))
    first.child.kill('SIGKILL')
    await first.ended

    const second = bring(files, '--json')
    assert.equal(await second.ended, 1, second.said().slice(-2000))
    const settled = Number(/Going on after (\d+) of \d+ files/.exec(second.said())?.[1])
    assert.ok(settled >= 20 + THIRD - 2, `went on after ${settled}`)
    assert.doesNotMatch(
      second.said(),
      new RegExp(`Reading ${nameOf(THIRD - 3)}`),
      'what was settled is not read again',
    )
    const said = second.said()
    const outcomes: Outcome[] = JSON.parse(said.slice(said.indexOf('[\n'), said.lastIndexOf(']') + 1))
    assert.deepEqual(
      outcomes.map(({ file }) => file),
      files,
      'one outcome for each file, in the order given',
    )
    const refused = outcomes.flatMap(({ file, error }) => (error === undefined ? [] : [{ file, ...error }]))
    assert.deepEqual(
      refused.map(({ file }) => file.slice(papers.length + 1)).toSorted(),
      Object.keys(bad).toSorted(),
    )
    for (const { file, code, message } of refused) {
      const name = file.slice(papers.length + 1)
      assert.match(code, bad[name]?.code ?? /^$/, name)
      assert.match(message, new RegExp(`${name.replace('.', '\\.')}.*[.:;]`), 'the sentence names the file')
      assert.equal(message.trim().split('\n').length, 1)
    }

    // Again, without the bad files that take seconds each: nothing changes, and the end of many lines says what is wrong.
    const slow = /greedy|mirrors|long|bomb/
    const third = bring(files.filter((file) => !slow.test(file)))
    assert.equal(await third.ended, 1)
    assert.match(third.said(), new RegExp(`${GOOD} of ${FILES - 4} files were taken\\. 16 were not:`))
    assert.equal(third.said().match(/already in the record, nothing changed/g)?.length, GOOD)
  })
})
