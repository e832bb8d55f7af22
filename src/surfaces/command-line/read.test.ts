/** What `shiremoot read` prints and how it ends, run as a command. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const COMMAND = join(import.meta.dirname, 'index.ts')
const AGENDA =
  'AGENDA\n\nThe Northshire Police and Crime Panel will meet on 6 February 2020 at 2 pm in the Guildhall, Northtown.\n\nMembership\n\nCllr Ann Hill (Chair)\tEastham Council\nCllr Bea Moor\tSouthby Council\nVacancy\tWestport Council\n\n1. Apologies\n3. Precept (Pages 3 - 9)\n'

let folder = ''

const read = (...args: string[]): { code: number | null; out: string; err: string } => {
  const run = spawnSync(process.execPath, [COMMAND, 'read', ...args], { cwd: folder, encoding: 'utf8' })
  // What takes more than a second on a busy machine says that it goes on.
  return { code: run.status, out: run.stdout, err: run.stderr.replace(/^Reading .*…\n/gm, '') }
}

describe('shiremoot read', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'shiremoot-read-'))
    writeFileSync(join(folder, 'agenda.txt'), AGENDA)
    writeFileSync(join(folder, 'empty.txt'), '')
    symlinkSync('loop.txt', join(folder, 'loop.txt'))
    writeFileSync(join(folder, 'letter.docx'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('prints the outline in words, with warnings and their lines', () => {
    const { code, out, err } = read('agenda.txt')
    assert.deepEqual([code, err], [0, ''])
    for (const words of [
      'agenda.txt: agenda',
      'Date: 6 February 2020 at 14:00',
      'Precept, pages 3 to 9',
      'Membership: 3 places, 1 vacant',
      'Warning, line 12: The agenda goes from item 1 to item 3',
    ]) {
      assert.ok(out.includes(words), `${words}\n${out}`)
    }
  })

  it('prints one JSON array and nothing else, failed files at their place', () => {
    const { code, out, err } = read('--json', 'missing.txt', 'agenda.txt', 'empty.txt')
    const printed: { file: string; kind?: string; error?: { code: string } }[] = JSON.parse(out)
    assert.equal(code, 1)
    assert.deepEqual(
      printed.map((one) => [one.file, one.kind ?? one.error?.code]),
      [
        ['missing.txt', 'file-not-found'],
        ['agenda.txt', 'agenda'],
        ['empty.txt', 'empty-file'],
      ],
    )
    assert.match(err, /missing\.txt is not there/)
  })

  it('ends with 2 and one sentence that names the file when it can read none', () => {
    for (const [file, words] of [
      ['missing.txt', /missing\.txt is not there/],
      ['.', /is a folder/],
      ['loop.txt', /loop\.txt leads to no file/],
      ['x'.repeat(4000), /leads to no file/],
      ['empty.txt', /empty\.txt is empty/],
      ['letter.docx', /letter\.docx/],
      ['two\nlines\u001b[31m.txt', /^two\?lines\?\[31m\.txt is not there/],
    ] as const) {
      const { code, err } = read(file)
      assert.equal(code, 2)
      assert.match(err, words)
      assert.equal(err.trim().split('\n').length, 1)
    }
  })

  it('ends with 2 on no file or an option it does not know, and helps when asked', () => {
    assert.equal(read().code, 2)
    assert.equal(read('--colour', 'agenda.txt').code, 2)
    const help = read('--help')
    assert.equal(help.code, 0)
    assert.match(help.out, /read FILE…/)
  })
})
