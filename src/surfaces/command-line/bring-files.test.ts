/** What an office may rely on when it brings files into the record. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { importer as plan, kinds as planKinds } from '../../domains/plan/index.ts'
import { importer as scrutiny, kinds as scrutinyKinds } from '../../domains/scrutiny/index.ts'
import { refuse } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import { draft, type Importer } from '../../record/index.ts'
import { aNotice, aRecord, noticeKind } from '../../record/testing.ts'
import { bringFiles, type FileOutcome, type Into } from './bring-files.ts'
import { wordsFor } from './import-words.ts'

const MINUTES = `ANYSHIRE POLICE AND CRIME PANEL

MINUTES of a meeting of the Anyshire Police and Crime Panel held in the Shire Hall on Tuesday, 4 February 2025.

PRESENT: Cllr A Reed (Chairman), Cllr B Stone and Mrs C Vale

**12. Rural crime** *(Item 4)*

1. The Commissioner said that barns had been watched all winter.

RESOLVED that the Panel request a report on rural crime at its next meeting.
`

async function anOffice(
  t: TestContext,
): Promise<{ into: Into; folder: string; rows: () => Promise<number> }> {
  const record = await aRecord(t)
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  t.after(() => rm(folder, { recursive: true }))
  const into: Into = {
    db: record.db,
    files: join(folder, 'kept'),
    kinds: [...planKinds, ...scrutinyKinds],
    importers: [plan, scrutiny],
  }
  const rows = async (): Promise<number> => {
    const found = await record.db.selectFrom('record.history').select('number').execute()
    return found.length
  }
  return { into, folder, rows }
}

const OPTIONS = { authority: 'anyshire', publish: true, dryRun: false }

const only = (outcomes: FileOutcome[]): Exclude<FileOutcome, { outcome: 'failed' }> => {
  const [one] = outcomes
  assert.ok(one && one.outcome !== 'failed', JSON.stringify(outcomes))
  return one
}

test('minutes bring their meeting, people, resolution and request, and the same file again changes nothing', async (t) => {
  const { into, folder, rows } = await anOffice(t)
  const file = join(folder, 'minutes.md')
  await writeFile(file, MINUTES)
  const first = only(await bringFiles(into, [file], OPTIONS))
  assert.equal(first.outcome, 'imported')
  const kinds = new Set(first.entries.map(({ kind }) => kind))
  for (const kind of ['body', 'meeting', 'minutes', 'minute', 'resolution', 'action', 'person'])
    assert.ok(kinds.has(kind), `${kind} is among ${[...kinds].join(', ')}`)
  assert.ok(first.published >= first.entries.length)
  const history = await rows()
  const again = only(await bringFiles(into, [file], OPTIONS))
  assert.equal(again.outcome, 'unchanged')
  assert.equal(again.published, 0)
  assert.equal(await rows(), history, 'no line of history was added')
})

test('a dry run tells what would happen, and keeps nothing', async (t) => {
  const { into, folder, rows } = await anOffice(t)
  const file = join(folder, 'minutes.md')
  await writeFile(file, MINUTES)
  const before = await rows()
  const outcome = only(await bringFiles(into, [file], { ...OPTIONS, dryRun: true }))
  assert.ok(outcome.entries.some(({ kind }) => kind === 'action'))
  assert.match(
    wordsFor(outcome, { dryRun: true, publish: true }).join('\n'),
    /would bring .*\d people.*1 set of minutes.*1 action[,;.]/s,
  )
  assert.equal(await rows(), before)
  assert.equal(existsSync(into.files), false, 'no file was kept')
})

test('one bad file does not keep the good ones out, and each says in a sentence what is wrong', async (t) => {
  const { into, folder } = await anOffice(t)
  const good = join(folder, 'minutes.md')
  await writeFile(good, MINUTES)
  await writeFile(join(folder, 'empty.md'), '')
  await writeFile(join(folder, 'odd.json'), '{"a": 1}')
  await writeFile(join(folder, 'shopping.md'), 'Eggs, milk and bread.\n')
  const files = ['missing.md', 'empty.md', 'odd.json', 'shopping.md'].map((name) => join(folder, name))
  const outcomes = await bringFiles(into, [...files, folder, good], OPTIONS)
  const codes = outcomes.map((outcome) =>
    outcome.outcome === 'failed' ? outcome.error.code : outcome.outcome,
  )
  assert.deepEqual(codes, [
    'file-not-found',
    'empty-file',
    'not-a-register',
    'nothing-to-take',
    'is-a-folder',
    'imported',
  ])
  for (const outcome of outcomes)
    if (outcome.outcome === 'failed')
      assert.ok(outcome.error.message.includes(folder) || outcome.error.message.includes('.md'))
})

test('a record of a decision is said to be one that is not kept yet', async (t) => {
  const { into, folder } = await anOffice(t)
  const file = join(folder, 'decision.md')
  await writeFile(
    file,
    '# Decision Notice D/2024/3\n\nTitle: Lease of a boathouse\n\nBody: Anyshire Police and Crime Panel\n\nDate: 4 March 2024\n\n## Decision\n\nTo renew it.\n',
  )
  const [outcome] = await bringFiles(into, [file], OPTIONS)
  assert.ok(outcome?.outcome === 'failed')
  assert.equal(outcome.error.code, 'nothing-to-take')
  assert.match(outcome.error.message, /record of a decision, which the record does not keep yet/)
})

test('a file that is refused half way leaves nothing behind', async (t) => {
  const { into, folder, rows } = await anOffice(t)
  const file = join(folder, 'minutes.md')
  await writeFile(file, MINUTES)
  const before = await rows()
  const refusing: Importer<Reading> = {
    name: 'refusing',
    wants: () => true,
    bring: async () => refuse('for-a-test', 'It is refused after others have brought their part.'),
  }
  const [outcome] = await bringFiles({ ...into, importers: [scrutiny, refusing] }, [file], OPTIONS)
  assert.equal(outcome?.outcome, 'failed')
  assert.equal(await rows(), before)
})

test('only what was not to be published is called a draft, also when nothing that readers see has changed', async (t) => {
  const { into, folder } = await anOffice(t)
  const file = join(folder, 'minutes.md')
  await writeFile(file, MINUTES)
  const drafts = only(await bringFiles(into, [file], { ...OPTIONS, publish: false }))
  assert.match(wordsFor(drafts, { ...OPTIONS, publish: false }).join(), /as drafts, not public/)
  const changed = { ...drafts, outcome: 'imported', published: 0 } as const
  assert.doesNotMatch(wordsFor(changed, OPTIONS).join(), /draft/)
})

test('a file whose entry would have an address that another has is refused, and the others are brought', async (t) => {
  const { into, folder } = await anOffice(t)
  const files = ['a.md', 'b.md', 'c.md'].map((name) => join(folder, name))
  for (const file of files) await writeFile(file, MINUTES.replaceAll('barns', basename(file)))
  const noting: Importer<Reading> = {
    name: 'noting',
    wants: () => true,
    bring: async ({ tx, permit }, _reading, { name }) => {
      const path = name === 'c.md' ? '/notices/free' : '/notices/one'
      const notice = aNotice({ title: name, path })
      const { id, outcome } = await draft(tx, permit, noticeKind, name, notice, 'for a test')
      return { entries: [{ id, kind: 'notice', title: name, path, outcome }], links: [], open: [] }
    },
  }
  const outcomes = await bringFiles({ ...into, kinds: [noticeKind], importers: [noting] }, files, OPTIONS)
  const [, second] = outcomes
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['imported', 'failed', 'imported'],
  )
  assert.ok(second?.outcome === 'failed')
  assert.equal(second.error.code, 'address-taken')
  assert.match(second.error.message, /“b\.md” .*because the notice “a\.md” has that address/)
})

test('two imports at the same time wait for each other, and what both say of one person is kept', async (t) => {
  const { into, folder } = await anOffice(t)
  const files = await Promise.all(
    ['4 February', '4 March', '1 April', '6 May'].map(async (day) => {
      const file = join(folder, `${day}.md`)
      await writeFile(file, MINUTES.replace('4 February', day))
      return file
    }),
  )
  const outcomes = await Promise.all(files.map((file) => bringFiles(into, [file], OPTIONS)))
  for (const outcome of outcomes) assert.equal(only(outcome).outcome, 'imported')
  const { working } = await into.db
    .selectFrom('record.entry')
    .select('working')
    .where('kind', '=', 'person')
    .where('key', '=', 'c-vale')
    .executeTakeFirstOrThrow()
  const dates = JSON.stringify(working).match(/2025-\d\d-\d\d\/minutes/g)
  assert.equal(new Set(dates).size, 4, JSON.stringify(working))
})

test('an authority that nobody has described is refused with the way to describe it', async (t) => {
  const { into, folder } = await anOffice(t)
  const file = join(folder, 'minutes.md')
  await writeFile(file, MINUTES)
  const [outcome] = await bringFiles(into, [file], { ...OPTIONS, authority: 'nowhere' })
  assert.ok(outcome?.outcome === 'failed')
  assert.equal(outcome.error.code, 'authority-unknown')
  assert.match(outcome.error.message, /import its register first/)
})

test('corrections named on the command line are read with their paper, not taken for a register', async (t) => {
  const { into, folder } = await anOffice(t)
  const paper = join(folder, 'minutes.md')
  const beside = `${paper}.corrections.json`
  await writeFile(paper, MINUTES)
  await writeFile(
    beside,
    JSON.stringify({
      progress: [{ ref: '12.R', date: '2025-03-01', state: 'done', text: 'Given.', source: '/meetings/x' }],
    }),
  )
  const outcomes = await bringFiles(into, [beside, paper], OPTIONS)
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['unchanged', 'imported'],
  )
  const action = await into.db
    .selectFrom('record.entry')
    .select('working')
    .where('kind', '=', 'action')
    .executeTakeFirst()
  assert.match(JSON.stringify(action?.working), /Given\./)
})

test('a name that no address or list of files can hold is kept without its line ends, and the longest name is one', async (t) => {
  const { into, folder } = await anOffice(t)
  const files = ['line\nend\\of.md', `${'m'.repeat(250)}.md`].map((name) => join(folder, name))
  for (const file of files) await writeFile(file, MINUTES.replaceAll('barns', basename(file).slice(0, 4)))
  for (const file of files) only(await bringFiles(into, [file], OPTIONS))
  const names = await into.db.selectFrom('record.file').select('name').orderBy('name').execute()
  assert.deepEqual(
    names.map(({ name }) => name),
    ['line_end_of.md', `${'m'.repeat(250)}.md`],
  )
})
