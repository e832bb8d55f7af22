/** What an office may rely on when it takes something out of public view, and when it corrects a paper. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { importer as plan } from '../../domains/plan/index.ts'
import { importer as scrutiny } from '../../domains/scrutiny/index.ts'
import { isRefusal } from '../../lib/index.ts'
import { everyWhole, search, tombstoneAt, tombstones, wholeAt } from '../../record/index.ts'
import { aRecord, everyLeafHolds, type TestRecord } from '../../record/testing.ts'
import { actOnce } from './acting.ts'
import { bringFiles, type FileOutcome, type Into } from './bring-files.ts'
import { wordsFor } from './import-words.ts'
import { everyKind } from './kinds.ts'
import { askedOfPaths } from './path-arguments.ts'
import { type Gone, withdrawPaths } from './withdrawing.ts'

const OPTIONS = { authority: 'anyshire', publish: true, dryRun: false }

const minutes = (resolved: string[]): string => `ANYSHIRE POLICE AND CRIME PANEL

MINUTES of a meeting of the Anyshire Police and Crime Panel held in the Shire Hall on Tuesday, 4 February 2025.

PRESENT: Cllr A Reed (Chairman), Cllr B Stone and Mrs C Vale

**12. Rural crime** *(Item 4)*

1. The Commissioner said that barns had been watched all winter.

${resolved.join('\n\n')}
`

const REPORT = 'RESOLVED that the Panel request a report on rural crime at its next meeting.'

const MINUTES_PATH = '/meetings/anyshire-police-and-crime-panel/2025-02-04/minutes'

type Office = { record: TestRecord; bring: (name: string, text: string) => Promise<FileOutcome> }

async function anOffice(t: TestContext): Promise<Office> {
  const record = await aRecord(t)
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  t.after(() => rm(folder, { recursive: true }))
  const into: Into = {
    db: record.db,
    files: join(folder, 'kept'),
    kinds: everyKind,
    importers: [plan, scrutiny],
  }
  return {
    record,
    bring: async (name, text) => {
      const file = join(folder, name)
      await writeFile(file, text)
      const [outcome] = await bringFiles(into, [file], OPTIONS)
      assert.ok(outcome)
      return outcome
    },
  }
}

const done = (outcome: FileOutcome): Exclude<FileOutcome, { outcome: 'failed' }> => {
  assert.ok(outcome.outcome !== 'failed', JSON.stringify(outcome))
  return outcome
}

async function withdrawing({ record }: Office, path: string, dryRun = false): Promise<Gone> {
  const said = { reason: 'inaccurate', words: 'It was wrong.', keepTitle: true } as const
  const gone = await actOnce(record.db, dryRun, (tx) =>
    withdrawPaths(tx, record.permits.withdraw, everyKind, [path], said),
  )
  assert.ok(!isRefusal(gone), JSON.stringify(gone))
  return gone
}

const register = (entries: unknown[]): string => JSON.stringify({ register: 'withdrawals', entries })

test('a page takes what stands on it with it, and what hangs on it and stays public is named', async (t) => {
  const office = await anOffice(t)
  await office.bring('minutes.md', minutes([REPORT]))
  assert.ok((await search(office.record.ask, { words: 'barns', page: 1 })).total > 0)
  const tried = await withdrawing(office, MINUTES_PATH, true)
  assert.ok(
    (await search(office.record.ask, { words: 'barns', page: 1 })).total > 0,
    'a dry run keeps nothing',
  )
  const gone = await withdrawing(office, MINUTES_PATH)
  assert.deepEqual(gone, tried)
  assert.deepEqual(
    gone.withdrawn.map(({ kind }) => kind),
    ['minutes', 'minute', 'resolution'],
  )
  assert.ok(gone.left.some(({ kind, link }) => kind === 'action' && link === 'arises-from'))
  assert.deepEqual(await wholeAt(office.record.ask, MINUTES_PATH), [])
  assert.equal((await tombstoneAt(office.record.ask, MINUTES_PATH))?.reason, 'inaccurate')
  const again = await withdrawing(office, MINUTES_PATH)
  assert.deepEqual([again.withdrawn, again.already.length], [[], 3])
  await everyLeafHolds(office.record.ask)
})

test('a page takes the earlier versions of its paper with it, so that nothing it said stays in downloads or files', async (t) => {
  const office = await anOffice(t)
  await office.bring('minutes.md', minutes([REPORT]))
  const corrected = minutes([REPORT]).replace('all winter', 'since January')
  done(await office.bring('minutes-corrected.md', corrected))
  const gone = await withdrawing(office, MINUTES_PATH)
  assert.deepEqual(
    gone.withdrawn.map(({ path }) => path).filter((path) => !path.includes('#')),
    [MINUTES_PATH, `${MINUTES_PATH}?version=1`],
  )
  assert.deepEqual(gone.filesLeft, [])
  for await (const whole of everyWhole(office.record.ask))
    assert.doesNotMatch(JSON.stringify(whole.content), /all winter|since January/)
  const again = await withdrawing(office, MINUTES_PATH)
  assert.equal(again.already.length, gone.withdrawn.length)
})

test('an address with a fragment takes that part alone', async (t) => {
  const office = await anOffice(t)
  await office.bring('minutes.md', minutes([REPORT]))
  const gone = await withdrawing(office, `${MINUTES_PATH}#minute-12-resolution`)
  assert.deepEqual(
    gone.withdrawn.map(({ kind }) => kind),
    ['resolution'],
  )
  assert.equal((await wholeAt(office.record.ask, MINUTES_PATH)).length, 2)
})

test('the same file again leaves what was withdrawn withdrawn, and says how to bring it back', async (t) => {
  const office = await anOffice(t)
  await office.bring('minutes.md', minutes([REPORT]))
  await withdrawing(office, MINUTES_PATH)
  const again = done(await office.bring('minutes.md', minutes([REPORT])))
  assert.equal(again.published, 0)
  assert.deepEqual(await wholeAt(office.record.ask, MINUTES_PATH), [])
  const said = again.open.filter(({ what }) => what.includes('stays withdrawn'))
  assert.equal(said.length, 3)
  assert.match(said[0]?.mend ?? '', /bin\/shiremoot reinstate '\/meetings\/.*minutes' --authority anyshire/)
})

test('what a corrected paper no longer holds is named with the command that withdraws it, as long as it is public', async (t) => {
  const office = await anOffice(t)
  const second = 'RESOLVED that the Panel ask the Commissioner to publish the rota of patrols.'
  await office.bring('minutes.md', minutes([REPORT, second]))
  const corrected = done(await office.bring('minutes-corrected.md', minutes([REPORT])))
  const left = corrected.open.filter(({ what }) => what.includes('no longer holds'))
  assert.deepEqual(
    left.map(({ what }) => /the (action|resolution) “/.exec(what)?.[1]),
    ['action', 'resolution'],
  )
  const resolution = left.find(({ place }) => place.startsWith(`${MINUTES_PATH}#`))
  assert.ok(resolution, JSON.stringify(corrected.open))
  assert.match(resolution.what, /minutes-corrected\.md takes the place of an earlier version/)
  assert.equal(
    resolution.mend,
    `If it should go: bin/shiremoot withdraw '${resolution.place}' --authority anyshire --reason replaced --words "why".`,
  )
  const again = done(await office.bring('minutes-corrected.md', minutes([REPORT])))
  assert.ok(
    again.open.some(({ place }) => place === resolution.place),
    'said again until it is settled',
  )
  await withdrawing(office, resolution.place)
  const settled = done(await office.bring('minutes-corrected.md', minutes([REPORT])))
  assert.ok(!settled.open.some(({ place }) => place === resolution.place))
})

test('a link that only the earlier version of a paper made is parted, and that is said', async (t) => {
  const office = await anOffice(t)
  const text = minutes([REPORT])
  await office.bring('minutes.md', text)
  const [meeting] = await wholeAt(office.record.ask, '/meetings/anyshire-police-and-crime-panel/2025-02-04')
  const attending = (whole: typeof meeting): string[] =>
    (whole?.links.to ?? []).flatMap(({ link, path }) => (link === 'attended' ? [path] : []))
  assert.deepEqual(attending(meeting), ['/people/a-reed', '/people/b-stone', '/people/c-vale'])
  const corrected = done(await office.bring('minutes-corrected.md', text.replace(' and Mrs C Vale', '')))
  assert.ok(
    corrected.open.some(({ what }) => /no longer says that \/people\/c-vale is joined to/.test(what)),
    JSON.stringify(corrected.open),
  )
  const [now] = await wholeAt(office.record.ask, '/meetings/anyshire-police-and-crime-panel/2025-02-04')
  assert.deepEqual(attending(now), ['/people/a-reed', '/people/b-stone'])
})

test('imports and withdrawals at once wait for each other', async (t) => {
  const office = await anOffice(t)
  await office.bring('minutes.md', minutes([REPORT]))
  const texts = ['one', 'two', 'three'].map((word) => minutes([REPORT]).replace('barns', `${word} barns`))
  const [gone, ...outcomes] = await Promise.all([
    withdrawing(office, `${MINUTES_PATH}#minute-12-resolution`),
    ...texts.map((text, index) => office.bring(`minutes-${index}.md`, text)),
  ])
  assert.equal(gone.withdrawn.length, 1)
  for (const outcome of outcomes) done(outcome)
  await everyLeafHolds(office.record.ask)
})

test('a register of withdrawals is carried out with the import, once, and its words are in the register of the site', async (t) => {
  const office = await anOffice(t)
  await office.bring('minutes.md', minutes([REPORT]))
  const entries = [
    { path: MINUTES_PATH, reason: 'published-in-error', words: 'Not agreed yet.', keepTitle: true },
  ]
  const first = done(await office.bring('withdrawals.json', register(entries)))
  assert.deepEqual([first.outcome, first.withdrawn?.length], ['imported', 3])
  assert.match(wordsFor(first, OPTIONS).join('\n'), /withdrew 3 entries\.\n {2}\/meetings/)
  assert.equal((await tombstones(office.record.ask)).rows.length, 3)
  assert.equal(done(await office.bring('withdrawals.json', register(entries))).outcome, 'unchanged')
})

test('a register that cannot be carried out withdraws nothing and says what is wrong with it', async (t) => {
  const office = await anOffice(t)
  await office.bring('minutes.md', minutes([REPORT]))
  const good = { path: MINUTES_PATH, reason: 'inaccurate', words: 'It was wrong.' }
  const wrong: [unknown[], RegExp][] = [
    [[{ ...good, path: 'meetings' }], /entry 1 needs a "path" that begins with \//],
    [
      [good, { ...good, reason: 'shame' }],
      /entry 2, gives the reason "shame", which there is not; it is one of/,
    ],
    [[{ ...good, words: '' }], /needs "words"/],
    [[{ ...good, keepTitle: 'no' }], /"keepTitle" of entry 1 is true or false/],
    [[good, { ...good, path: '/nowhere' }], /Nothing public of anyshire stands at \/nowhere/],
    [[1], /entry 1 is no object/],
  ]
  for (const [entries, message] of wrong) {
    const outcome = await office.bring('withdrawals.json', register(entries))
    assert.ok(outcome.outcome === 'failed')
    assert.match(outcome.error.message, message)
  }
  assert.equal((await wholeAt(office.record.ask, MINUTES_PATH)).length, 3)
})

test('an address is taken as a browser shows it, and what is none is refused', () => {
  const taken = { command: 'withdraw', texts: ['reason'], flags: ['yes'] }
  const asked = askedOfPaths(
    ['https://example.org/people/ann#p1', '/plan', '--authority', 'kent', '--reason', ' security ', '--yes'],
    taken,
  )
  assert.ok(asked !== 'help' && !isRefusal(asked))
  assert.deepEqual(asked.paths, ['/people/ann#p1', '/plan'])
  assert.deepEqual([...asked.texts, ...asked.flags], [['reason', 'security'], 'yes'])
  const refused = (args: string[]): string | undefined => {
    const answer = askedOfPaths(args, taken)
    return answer !== 'help' && isRefusal(answer) ? answer.code : undefined
  }
  assert.equal(refused(['--authority', 'kent']), 'no-path')
  assert.equal(refused(['people/ann', '--authority', 'kent']), 'no-path')
  assert.equal(refused(['//people/ann', '--authority', 'kent']), 'no-path')
  assert.equal(refused(['/people/ann']), 'no-authority')
  assert.equal(refused(['/people/ann', '--authority', 'kent', '--as', ' ']), 'no-name')
  assert.equal(refused(['/people/ann', '--authority', 'kent', '--never']), 'bad-arguments')
  assert.equal(askedOfPaths(['--help'], taken), 'help')
})
