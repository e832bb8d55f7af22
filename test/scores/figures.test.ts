/** The figures of the sample papers are checked as their hand-made labels say; prints how well, kind by kind. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, describe, it } from 'node:test'
import { checkFigures } from '../../src/figures/index.ts'
import { type Labels, matched, optional, type Predicted } from './figures.ts'
import { tableOf } from './gold.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SAMPLES = resolve(ROOT, process.env['SHIREMOOT_SAMPLES'] ?? '../shared')
const skip = existsSync(join(SAMPLES, 'gold/figures'))
  ? false
  : `the sample papers are not in ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

function labels(): Labels {
  const parsed: Labels = JSON.parse(readFileSync(join(SAMPLES, 'gold/figures/gold-seeds.json'), 'utf8'))
  return parsed
}

const predictions = (): Predicted[] =>
  readdirSync(join(SAMPLES, 'seeds'))
    .filter((name) => name.endsWith('.txt'))
    .flatMap((document) => {
      const text = readFileSync(join(SAMPLES, 'seeds', document), 'utf8')
      return checkFigures({ text }).relations.map((relation) => ({ document, ...relation }))
    })

/** Agreement by rounding is agreement. */
const alike = (verdict: string): string => (verdict === 'consistent-within-rounding' ? 'consistent' : verdict)

describe('the figures of the sample papers', { skip }, () => {
  const { relations, negatives } = skip === false ? labels() : { relations: [], negatives: [] }
  const found = skip === false ? predictions() : []
  const pairs = matched(relations, found)
  const labelOf = new Map([...pairs].map(([label, each]) => [each, label]))
  const required = relations.filter((label) => !optional(label))

  after(() => {
    const kinds = [...new Set(required.map(({ kind }) => kind))].toSorted((a, b) => a.localeCompare(b))
    const scores = kinds.map((kind) => {
      const own = required.filter((label) => label.kind === kind)
      const hit = own.filter((label) => pairs.has(label)).length
      const read = hit + found.filter((each) => each.kind === kind && !labelOf.has(each)).length
      return {
        sample: 'all',
        fact: kind,
        expected: own.length,
        found: hit,
        read,
        required: true,
        missed: [],
        extra: [],
      }
    })
    console.log(`\n${tableOf(scores).join('\n')}\n`)
  })

  it('raise an alarm where they do not add up, and nowhere else', () => {
    const alarms = found.filter(({ verdict }) => verdict === 'inconsistent')
    assert.deepEqual(
      alarms.map((each) => labelOf.get(each)?.id ?? each.message).toSorted((a, b) => a.localeCompare(b)),
      relations.filter(({ verdict }) => verdict === 'inconsistent').map(({ id }) => id),
    )
  })

  it('are found in nine relations of ten, with few that are none', () => {
    const hit = required.filter((label) => pairs.has(label))
    const missed = required.filter((label) => !pairs.has(label)).map(({ id }) => id)
    const extra = found.filter((each) => !labelOf.has(each))
    assert.ok(hit.length / required.length >= 0.9, `missed: ${missed.join(', ')}`)
    assert.ok(
      hit.length / (hit.length + extra.length) >= 0.85,
      extra.map(({ message }) => message).join('; '),
    )
  })

  it('get the verdict of their labels', () => {
    const wrong = [...pairs].filter(
      ([label, each]) =>
        alike(label.verdict) !== alike(each.verdict) && !(label.alt_verdicts ?? []).includes(each.verdict),
    )
    assert.ok(1 - wrong.length / pairs.size >= 0.97, wrong.map(([label]) => label.id).join(', '))
  })

  it('are not seen in numbers that claim nothing', () => {
    const onNothing = found.filter(
      (each) =>
        !labelOf.has(each) &&
        negatives.some(
          (none) => none.document === each.document && each.start < none.end && none.start < each.end,
        ),
    )
    assert.deepEqual(
      onNothing.map(({ message }) => message),
      [],
    )
  })

  it('that fail for one reason share it', () => {
    const causes = new Map(
      found.flatMap((each) => {
        const id = labelOf.get(each)?.id
        return each.verdict === 'inconsistent' && id !== undefined ? [[id, each.cause]] : []
      }),
    )
    assert.equal(causes.get('S-047'), causes.get('S-049'))
    assert.equal(new Set(causes.values()).size, 3)
  })
})

describe('the figures of the demonstration', () => {
  it('raise the alarms of the papers they are from', () => {
    const folder = join(ROOT, 'demo/kent')
    const alarms = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => checkFigures({ text: readFileSync(join(folder, name), 'utf8') }).relations)
      .filter(({ verdict }) => verdict === 'inconsistent')
    assert.deepEqual(
      alarms.map(({ stated }) => stated?.text),
      ['5631', '8726', '£4,109,761', '90%'],
    )
  })
})
