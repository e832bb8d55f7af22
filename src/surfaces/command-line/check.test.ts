/** What `shiremoot check` prints and how it ends, run as a command. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const COMMAND = join(import.meta.dirname, 'index.ts')

const GRANTS = [
  '# Grants to partners',
  '',
  'Costs of the shelter rose from 200 to 250, an increase of 50.',
  '',
  '| Partner | Grant |',
  '|---|---|',
  '| Harbour Trust | £1,215 |',
  '| Night shelter | £2,307 |',
  '| Total | £3,622 |',
  '',
  'The office has 3 rooms.',
  '',
].join('\n')

let folder = ''

const check = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { code: number | null; out: string; err: string } => {
  const run = spawnSync(process.execPath, [COMMAND, 'check', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  // What takes more than a second on a busy machine says that it goes on.
  return { code: run.status, out: run.stdout, err: run.stderr.replace(/^Checking .*…\n/gm, '') }
}

describe('shiremoot check', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'shiremoot-check-'))
    writeFileSync(join(folder, 'grants.md'), GRANTS)
    writeFileSync(join(folder, 'right.md'), GRANTS.replace('£3,622', '£3,522'))
    writeFileSync(join(folder, 'plain.txt'), 'The board met in the town hall and thanked its staff.\n')
    writeFileSync(join(folder, 'empty.txt'), '')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('says where a total is wrong, prints the row and the calculation, ends with 1 and with what was seen', () => {
    const { code, out, err } = check(['grants.md'])
    assert.deepEqual([code, err], [1, ''])
    for (const words of [
      'grants.md: 1 thing does not add up',
      'Table 1, row “Total”: does not add up',
      '“| Total | £3,622 |”',
      '£3,522',
      '£100 more',
    ])
      assert.ok(out.includes(words), `${words}\n${out}`)
    const last = out.trim().split('\n').at(-1) ?? ''
    assert.match(
      last,
      /^\d+ figures seen, \d+ of them in \d+ relations: \d+ consistent, 1 not; the others stand alone and were not checked\.$/,
    )
  })

  it('ends with 0 where all that was compared agrees, or nothing could be', () => {
    const { code, out } = check(['right.md', 'plain.txt'])
    assert.equal(code, 0)
    assert.match(out, /right\.md: nothing that was compared fails to add up/)
    assert.match(out, /0 figures seen, none of them in a relation that can be checked\./)
  })

  it('prints relations of all files in order as JSON, numbers as numbers, and a failed file at its place', () => {
    const { code, out, err } = check(['--json', 'grants.md', 'empty.txt', 'right.md'])
    assert.equal(code, 1)
    assert.match(err, /empty\.txt is empty/)
    const printed: Record<string, unknown>[] = JSON.parse(out)
    const documents = printed.map((one) => String(one['document'] ?? one['file']))
    assert.deepEqual([...new Set(documents)], ['grants.md', 'empty.txt', 'right.md'])
    const wrong = printed.filter(({ verdict }) => verdict === 'inconsistent')
    assert.equal(wrong.length, 1)
    const [{ kind, discrepancy, severity, recomputed, stated, start, end } = {}] = wrong
    assert.deepEqual(
      { kind, discrepancy, severity, recomputed },
      {
        kind: 'table-column-sum',
        discrepancy: 100,
        severity: 'error',
        recomputed: { point: 3522, lo: 3521, hi: 3523 },
      },
    )
    const at = GRANTS.indexOf('£3,622')
    assert.deepEqual(stated, {
      role: 'total',
      text: '£3,622',
      start: at,
      end: at + 6,
      value: 3622,
      unit: 'GBP',
      ulp: 1,
      lo: 3621.5,
      hi: 3622.5,
    })
    assert.deepEqual([start, end], [GRANTS.indexOf('£1,215'), at + 6])
  })

  it('gives coverage and notes beside the relations when asked', () => {
    const { out } = check(['--json', '--coverage', 'grants.md', 'plain.txt'])
    const { relations, coverage, notes } = JSON.parse(out)
    assert.ok(Array.isArray(relations) && Array.isArray(notes))
    assert.equal(coverage.relations.inconsistent, 1)
    assert.ok(coverage.figures > coverage.inARelation)
    assert.deepEqual(
      coverage.documents.map(({ document }: { document: string }) => document),
      ['grants.md', 'plain.txt'],
    )
  })

  it('writes no colours where it prints to no terminal, and does where colours are forced', () => {
    const escape = String.fromCharCode(27)
    assert.equal(check(['grants.md']).out.includes(escape), false)
    assert.equal(check(['grants.md'], { FORCE_COLOR: '1' }).out.includes(escape), true)
    assert.equal(check(['grants.md'], { NO_COLOR: '1' }).out.includes(escape), false)
  })

  it('ends with 2 and one sentence where no file could be read, or none was named', () => {
    const missing = check(['missing.txt'])
    assert.deepEqual([missing.code, missing.out], [2, ''])
    assert.match(missing.err, /^missing\.txt is not there[^\n]*\n$/)
    const none = check([])
    assert.equal(none.code, 2)
    assert.match(none.err, /^check needs the name of at least one file[^\n]*\n$/)
  })
})
