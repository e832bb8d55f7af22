/** What comes of the real plans and the real progress paper, where samples of them are at hand. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { isRefusal } from '../../lib/index.ts'
import { type Reading, readPaper } from '../../papers/index.ts'
import { commitmentPath } from './commitment.ts'
import { planSlug } from './plan.ts'
import { forMatching, type PlanPaper, partsOf } from './plan-in-paper.ts'
import { progressIn } from './progress-in-paper.ts'
import { proposeServes } from './serves.ts'
import { aSource, noCorrections } from './testing.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const SEEDS = resolve(ROOT, process.env['SHIREMOOT_SAMPLES'] ?? '../shared', 'seeds')
const absent = existsSync(SEEDS) ? false : `no samples at ${SEEDS}; SHIREMOOT_SAMPLES names another folder`

async function seed(name: string): Promise<Reading> {
  const reading = await readPaper({ name, bytes: readFileSync(join(SEEDS, name)) })
  if (isRefusal(reading)) throw new Error(reading.message)
  return reading
}

async function planOf(
  name: string,
): Promise<{ paper: Reading & PlanPaper; named: { slug: string; title: string; authority: string } }> {
  const reading = await seed(name)
  const { plan } = reading
  if (plan === null) throw new Error(`${name} was not read as a plan`)
  const from = plan.from?.slice(0, 4) ?? ''
  const named = { slug: `${planSlug(plan.title, null)}-${from}`, title: plan.title, authority: 'kent' }
  return { paper: { ...reading, plan }, named }
}

const SAFER = '000_b2da8c9963c34bd8.txt'
const MAKING = '001_6ba1a2a0bb0f7151.txt'

test('the plan of 2022 gives seven priorities to the force and six to the policing body', {
  skip: absent,
}, async () => {
  const { paper, named } = await planOf(MAKING)
  const { parts, open } = partsOf(paper, named, noCorrections)
  assert.equal(named.slug, 'making-kent-safer-2022')
  assert.deepEqual(
    (['force', 'policing-body', null] as const).map(
      (owner) => parts.priorities.filter((priority) => priority.owner === owner).length,
    ),
    [7, 6, 0],
  )
  assert.equal(new Set(parts.priorities.map(({ slug }) => slug)).size, 13)
  assert.equal(parts.national.length, 4)
  assert.deepEqual(open, [])
})

test('the plan of 2017 says which headings are lost and keeps the printed total', {
  skip: absent,
}, async () => {
  const { paper, named } = await planOf(SAFER)
  const { parts, open } = partsOf(paper, named, noCorrections)
  assert.equal(named.slug, 'safer-in-kent-2017')
  assert.deepEqual(
    open.map(({ what }) => what),
    ['priorities 1 to 4: heading not found'],
  )
  assert.equal(parts.allocations?.total, '£4,109,761')
  assert.equal(parts.allocations?.rows.length, 5)
})

test('the paper of November 2017 reports on the two opportunities that the plan at hand names', {
  skip: absent,
}, async () => {
  const { paper, named } = await planOf(SAFER)
  const { parts } = partsOf(paper, named, noCorrections)
  const commitments = parts.commitments.map(({ slug, title }) => ({
    path: commitmentPath(named.slug, slug),
    title,
  }))
  const { found, open } = progressIn(await seed('002_d8995b7e16274822.txt'), aSource('x'), commitments)
  assert.deepEqual(
    found.map(({ progress }) => [progress.date, progress.source.place]),
    [
      ['2017-11-15', 'paragraphs 3 to 4'],
      ['2017-11-15', 'paragraphs 5 to 7'],
    ],
  )
  assert.deepEqual(open, [])
})

test('each section of the force’s report of 2022 is tied to the priority that heads it', {
  skip: absent,
}, async () => {
  const { paper, named } = await planOf(MAKING)
  const { parts } = partsOf(paper, named, noCorrections)
  const priorities = forMatching(parts.priorities, named)
  const report = await seed('004_f2403d9d88c7b8e3.txt')
  const headed = report.blocks.flatMap((block) =>
    block.type === 'heading' && block.level <= 3 ? [block.text] : [],
  )
  for (const { title } of parts.priorities.filter(({ owner }) => owner === 'force')) {
    const heading = headed.find((text) => text.toLowerCase().replace(/\.$/, '') === title.toLowerCase())
    if (heading === undefined) continue
    assert.ok(
      proposeServes(heading, priorities).some((serves) => serves.title === title),
      heading,
    )
  }
})
