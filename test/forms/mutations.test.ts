/**
 * The same paper, as another office might have written it, has the same structure: people, places, numbers, days,
 * honorifics, spacing, bullets and the case of labels change, and the reading changes with them and in nothing else.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { asyncProperty, constantFrom, assert as holds, integer, subarray } from 'fast-check'
import { isRefusal } from '../../src/lib/index.ts'
import { type Reading, readPaper } from '../../src/papers/index.ts'
import { DOCUMENTS } from './all-documents.ts'
import { linesOf } from './documents.ts'
import { MUTATIONS, type Mutation } from './mutations.ts'

const PARTS = [
  'kind',
  'date',
  'time',
  'body',
  'items',
  'pages',
  'toFollow',
  'exempt',
  'agendaRefs',
  'refersTo',
  'resolved',
  'paragraphs',
  'present',
  'apologies',
  'standIns',
  'alsoPresent',
  'inAttendance',
  'late',
  'membership',
  'actions',
  'questions',
  'declarations',
  'headings',
  'paperHeads',
  'programme',
  'decisions',
  'recommendations',
] as const

async function read(name: string, words: string): Promise<Reading> {
  const reading = await readPaper({ name, bytes: new TextEncoder().encode(words) })
  assert.ok(!isRefusal(reading))
  return reading
}

/** White space single, marks of list items of one form, honorifics away: what a mutation may change is not compared. */
const alike = (line: string): string =>
  line
    .replace(/\(?\b(?:[a-z]|[ivx]{1,4})\)\s/g, '')
    .replace(/\b(?:Mr|Mrs|Ms|Dr|Dame|Cllr|(?:County )?Councillor)\.?(?=\s)/g, 'Cllr')
    .replace(/\s+/g, ' ')
    .trim()

/** Numbers that fast-check gives, one after the other, as choices of a mutation. */
const picking = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

type Paper = { name: string; file: string; words: string }

/** Changes a paper in the given ways, one after the other, and holds its reading to that of the paper as it was. */
async function holdsUnder(paper: Paper, mutations: readonly Mutation[], seed: number): Promise<number> {
  const pick = picking(seed)
  let { words } = paper
  let before = await read(paper.file, words)
  let made = 0
  for (const mutation of mutations) {
    const mutated = mutation(words, before, pick)
    if (mutated === undefined) continue
    const after = await read(paper.file, mutated.words)
    compare(before, after, mutated.line)
    words = mutated.words
    before = after
    made += 1
  }
  return made
}

function compare(before: Reading, after: Reading, change: (line: string, part: string) => string): void {
  const [was, is] = [linesOf(before, PARTS), linesOf(after, PARTS)]
  for (const part of PARTS) {
    const wanted = (was[part] ?? []).map((line) => alike(change(line, part)))
    assert.deepEqual((is[part] ?? []).map(alike), wanted, part)
  }
  assert.equal(after.embedded.length, before.embedded.length)
  before.embedded.forEach((inner, index) => {
    const other = after.embedded[index]
    if (other !== undefined) compare(inner, other, change)
  })
}

/** Each item without its number: its title, what was resolved, how many paragraphs, what was promised under it. */
const itemsOf = (reading: Reading): string[] =>
  reading.items.map((item) => {
    const [from, to] = [reading.blocks[item.blocks[0]]?.start ?? 0, reading.blocks[item.blocks[1]]?.start]
    const told = reading.actions.filter((one) => one.start >= from && (to === undefined || one.start < to))
    return alike(
      JSON.stringify([
        item.title,
        item.paragraphs,
        item.resolutions.map((one) => [one.text, one.parts]),
        told.map((one) => [one.owner, one.firm, one.due, one.kind]),
      ]),
    )
  })

/** The words of an item with another number, in its paragraphs too. */
const numbered = (part: string, was: string, is: string): string =>
  part.replace(was, is).replaceAll(`\n${was}.`, `\n${is}.`)

/** The minutes with the first two items changing places: each takes the number of the other, in its paragraphs too. */
function inAnotherOrder(words: string, { kind, items, blocks, text }: Reading): string | undefined {
  const [first, second, third] = items
  if (kind !== 'minutes' || first?.number == null || second?.number == null || text !== words)
    return undefined
  const at = [first, second].map((item) => blocks[item.blocks[0]]?.start ?? 0)
  const end = third === undefined ? words.length : (blocks[third.blocks[0]]?.start ?? words.length)
  const [from = 0, middle = 0] = at
  const one = words.slice(from, middle)
  const other = words.slice(middle, end)
  if (!one.includes(first.number) || !other.includes(second.number)) return undefined
  const turned = `${numbered(other.trimEnd(), second.number, first.number)}\n\n${numbered(one.trimEnd(), first.number, second.number)}\n\n`
  return `${words.slice(0, from)}${turned}${words.slice(end)}`
}

const PAPERS: readonly Paper[] = DOCUMENTS.map(({ name, file = 'paper.txt', words }) => ({
  name,
  file,
  words,
}))
const KENT = resolve(import.meta.dirname, '../../demo/kent')
const OF_KENT: readonly Paper[] = [
  '2017-11-15-opportunities-progress.md',
  '2019-11-21-panel-agenda-pack.md',
  '2022-06-08-delivery-report.md',
].map((file) => ({ name: file, file, words: readFileSync(join(KENT, file), 'utf8') }))

/** How many mixtures of mutations are tried: always the same ones, unless a longer campaign asks for more. */
const DEFAULT_RUNS = 150
const RUNS = Number(process.env['SHIREMOOT_MUTATIONS'] ?? DEFAULT_RUNS)

describe('a paper that another office wrote', () => {
  for (const [what, mutation] of Object.entries(MUTATIONS)) {
    it(`has the same structure with ${what}`, async () => {
      let made = 0
      for (const paper of PAPERS) {
        for (const seed of [3, 58]) {
          try {
            made += await holdsUnder(paper, [mutation], seed)
          } catch (fault) {
            throw new Error(`${paper.name}, with choices of ${seed}`, { cause: fault })
          }
        }
      }
      assert.ok(made >= 6, `only ${made} papers could be changed so`)
    })
  }

  it('has the same structure with several of them at once', async () => {
    await holds(
      asyncProperty(
        constantFrom(...PAPERS),
        subarray(Object.values(MUTATIONS), { minLength: 2 }),
        integer({ min: 1, max: 2 ** 30 }),
        async (paper, mutations, seed) => {
          await holdsUnder(paper, mutations, seed)
        },
      ),
      RUNS === DEFAULT_RUNS ? { numRuns: RUNS, seed: 2019 } : { numRuns: RUNS },
    )
  })

  it('has the same items when they are taken in another order', async () => {
    let made = 0
    for (const paper of PAPERS) {
      const before = await read(paper.file, paper.words)
      const turned = inAnotherOrder(paper.words, before)
      if (turned === undefined) continue
      const after = await read(paper.file, turned)
      assert.deepEqual(itemsOf(after).toSorted(), itemsOf(before).toSorted(), paper.name)
      assert.notDeepEqual(itemsOf(after), itemsOf(before), paper.name)
      made += 1
    }
    assert.ok(made >= 8, `only ${made} papers could be turned round`)
  })

  it('has the same structure when it is as long as the papers of Kent', async () => {
    for (const paper of OF_KENT)
      for (const mutation of Object.values(MUTATIONS)) await holdsUnder(paper, [mutation], 7)
  })
})
