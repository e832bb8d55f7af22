/** Each fault of a copy is named with its file and in words, also when whoever altered it had the key. */
import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { makeKey, signNote } from '../../src/log/index.ts'
import { verifyFolder } from '../../src/verifier/index.ts'
import { append, entryId, said, someActs } from './a-copy.ts'
import { copyFor, edit, finds, removeAfterEach, resealed } from './finding.ts'

removeAfterEach()

/** Where the first version of an entry has its text. */
const at = (entry: number): string => `record/${entryId(entry)}/1.json`

describe('what the verifier says of a copy, its manifest signed by whoever altered it', () => {
  it('a whole one has no fault, and says how much was checked and which texts are not there', async () => {
    const copy = await copyFor()
    const report = await verifyFolder(copy.folder)
    assert.deepEqual(report.faults, [])
    const record = copy.files().filter((path) => path.startsWith('record/')).length
    assert.deepEqual(report.checked, {
      leaves: 302,
      entries: record,
      files: copy.files().length - 1,
      pages: 2,
      cosignatures: 0,
    })
    assert.equal(report.remarks.length, 1)
    assert.match(report.remarks[0] ?? '', /published versions have no text in this copy/)
  })

  it('the text of a thing is not what its leaf commits to', async () => {
    const copy = await copyFor()
    const path = `record/${entryId(5)}/1.json`
    edit(join(copy.folder, path), (text) => text.replace('Minute 5', 'Minute 6'))
    await resealed(copy)
    await finds(copy.folder, [['record-altered', path, 'is not what leaf 6 of the log commits to']])
  })

  it('its leaf, its salt or its form is not right', async () => {
    const copy = await copyFor()
    edit(join(copy.folder, at(5)), (text) => text.replace('"leaf":6', '"leaf":600'))
    edit(join(copy.folder, at(6)), (text) => text.replace(/"salt":"./, '"salt":"g'))
    edit(join(copy.folder, at(7)), (text) => text.replace('"leaf":8', '"leaf":9'))
    await resealed(copy)
    await finds(copy.folder, [
      ['record-altered', at(5), 'names leaf 600, which the log does not have'],
      ['record-malformed', at(6), 'not of its form'],
      ['record-altered', at(7), 'is not what leaf 9'],
    ])
  })

  it('it lies where another one belongs', async () => {
    const copy = await copyFor()
    const [from, to] = [`record/${entryId(5)}/1.json`, `record/${entryId(5)}/2.json`]
    renameSync(join(copy.folder, from), join(copy.folder, to))
    await resealed(copy)
    await finds(copy.folder, [['record-misplaced', to, `holds what belongs in ${from}`]])
  })

  it('what was withdrawn is still there', async () => {
    const copy = await copyFor()
    const acts = someActs()
    const leaf = acts.findIndex(({ act, entry }) => act === 'publish' && entry === entryId(33))
    const one = acts[leaf]
    assert.ok(one)
    const path = `record/${one.entry}/1.json`
    mkdirSync(dirname(join(copy.folder, path)), { recursive: true })
    writeFileSync(
      join(copy.folder, path),
      JSON.stringify({ leaf, salt: one.salt.toString('hex'), text: one.text }),
    )
    await resealed(copy)
    await finds(copy.folder, [['record-withdrawn', path, 'leaf 301 withdrew it']])
  })

  it('the newest list of what a thing leads to is missing, or differs', async () => {
    const copy = await copyFor()
    const path = 'record/links/300.json'
    edit(join(copy.folder, path), (text) => text.replace('[]', '[ ]'))
    await resealed(copy)
    await finds(copy.folder, [
      ['record-altered', path, 'is not what leaf 300'],
      ['links-missing', path, 'the newest list'],
    ])
    rmSync(join(copy.folder, path))
    await resealed(copy)
    await finds(copy.folder, [['links-missing', path, `of what ${entryId(22)} leads to`]])
  })

  it('an older list of links may be gone', async () => {
    const copy = await copyFor()
    const older = someActs().findIndex(({ act, entry }) => act === 'links' && entry === entryId(22))
    rmSync(join(copy.folder, `record/links/${older}.json`))
    await resealed(copy)
    await finds(copy.folder, [])
  })

  it('a file is not the one that its address names', async () => {
    const copy = await copyFor()
    const path = copy.files().find((one) => one.startsWith('files/')) ?? ''
    writeFileSync(join(copy.folder, path), 'Another paper.')
    await resealed(copy)
    await finds(copy.folder, [['file-misnamed', path, 'is not the file that its address names']])
  })
})

describe('what the verifier says of a copy that somebody altered without the key', () => {
  it('a file is altered, missing, or too many', async () => {
    const copy = await copyFor()
    edit(join(copy.folder, 'index.html'), (text) => text.replace('readers', 'Readers'))
    edit(join(copy.folder, 'feeds/all.atom'), (text) => `${text} `)
    rmSync(join(copy.folder, 'meetings/panel-2026-11-22.html'))
    writeFileSync(join(copy.folder, 'more.html'), 'x')
    await finds(copy.folder, [
      ['file-altered', 'index.html', 'its bytes differ'],
      ['file-altered', 'feeds/all.atom', 'bytes and had'],
      ['file-missing', 'meetings/panel-2026-11-22.html', 'is missing'],
      ['file-extra', 'more.html', 'manifest does not list it'],
    ])
  })

  it('a link stands in a file’s place', async () => {
    const copy = await copyFor()
    renameSync(join(copy.folder, 'index.html'), join(copy.data, 'index.html'))
    symlinkSync(join(copy.data, 'index.html'), join(copy.folder, 'index.html'))
    await finds(copy.folder, [['file-extra', 'index.html', 'it is no plain file']])
  })

  it('the manifest is missing, altered, signed by another, or of another moment of the log', async () => {
    const copy = await copyFor()
    const path = join(copy.folder, 'manifest')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/^([0-9a-f]{64}) /m, `${'0'.repeat(64)} `))
    const first = copy.files()[0] ?? ''
    await finds(copy.folder, [
      ['signature-wrong', 'manifest', 'The signature under manifest is wrong'],
      ['file-altered', first, 'was altered'],
    ])
    const other = await makeKey(join(copy.data, 'other'), 'shiremoot/northshire')
    assert.ok('vkey' in other)
    writeFileSync(path, signNote(text.slice(0, text.lastIndexOf('\n\n') + 1), other))
    await finds(copy.folder, [['key-unknown', 'manifest', 'with another']])
    writeFileSync(path, text.replace('shiremoot copy', 'shiremoot copies'))
    await finds(copy.folder, [['manifest-malformed', 'manifest', 'at line 1']])
    rmSync(path)
    await finds(copy.folder, [['manifest-missing', 'manifest', 'is missing']])
  })

  it('the log of the copy is an older one, with its own right signature', async () => {
    const copy = await copyFor()
    const older = join(copy.data, 'older')
    cpSync(join(copy.folder, 'log'), older, { recursive: true })
    await append(copy.log, [said('publish', entryId(900), 1, '{}')])
    await copy.seal()
    rmSync(join(copy.folder, 'log'), { recursive: true })
    cpSync(older, join(copy.folder, 'log'), { recursive: true })
    const { faults } = await verifyFolder(copy.folder)
    const differs = faults.find(({ what }) => what === 'manifest-differs')
    assert.match(differs?.words ?? '', /made when the log had 303 leaves, and log\/checkpoint covers 302/)
  })

  it('the log is missing altogether', async () => {
    const copy = await copyFor()
    rmSync(join(copy.folder, 'log'), { recursive: true })
    const { faults, ok } = await verifyFolder(copy.folder)
    assert.equal(ok, false)
    assert.ok(faults.some(({ what }) => what === 'checkpoint-missing'))
  })

  it('a folder with neither copy nor log is nothing, not right', async () => {
    const copy = await copyFor()
    for (const folder of [join(copy.folder, 'meetings'), join(copy.data, 'nowhere')]) {
      const { found, ok } = await verifyFolder(folder)
      assert.deepEqual([found, ok], ['nothing', false])
    }
    assert.ok(!existsSync(join(copy.data, 'nowhere')))
  })
})
