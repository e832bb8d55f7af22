/** The demonstration's figures against the papers that they cite: each anchor is on the page, and states the figure. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'
import { everyMeasureTold } from '../src/domains/performance/index.ts'
import { date } from '../src/lib/index.ts'
import { kentServed } from './kent-served.ts'

const DEMO = join(import.meta.dirname, '../demo/kent')

type Told = Awaited<ReturnType<typeof everyMeasureTold>>[number]
type Cited = Told['measure']['observations'][number]['report']['source']
type Node = DefaultTreeAdapterMap['node']
/** The words of everything on a page that has an address of its own. */
type Anchors = ReadonlyMap<string, string>

const pages = new Map<string, Promise<Anchors>>()

function anchorsOf(path: string): Promise<Anchors> {
  const known = pages.get(path) ?? readAnchors(path)
  pages.set(path, known)
  return known
}

async function readAnchors(path: string): Promise<Anchors> {
  const { address } = await kentServed()
  const answer = await fetch(`${address}${path}`)
  assert.equal(answer.status, 200, `${path} is not served`)
  const found = new Map<string, string>()
  gather(parse(await answer.text()), found)
  return found
}

/** Words of the cells of a table stay apart. */
function gather(node: Node, found: Map<string, string>): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  if (!('childNodes' in node)) return ''
  const words = node.childNodes.map((child) => gather(child, found)).join(' ')
  if ('attrs' in node) {
    const id = node.attrs.find(({ name }) => name === 'id')?.value
    if (id !== undefined) found.set(id, words.replace(/\s+/g, ' '))
  }
  return words
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** The ways in which a paper may print a number; money is given in pence. */
function printed(value: number, style: string): string[] {
  const number = style === 'money' ? value / 100 : value
  const digits = (fewest: number): string => number.toLocaleString('en-GB', { minimumFractionDigits: fewest })
  return [
    digits(0),
    digits(1),
    String(number),
    ...(number >= 1e6 ? [`${number / 1e6}m`, `${number / 1e6} million`] : []),
    ...(SMALL[number] === undefined ? [] : [SMALL[number]]),
  ]
}

const states = (text: string, value: number, style: string): boolean =>
  printed(value, style).some((form) =>
    new RegExp(`(?<![\\d.,])${form.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`, 'iu').test(text),
  )

const numbers = (...figures: readonly (readonly [number | null, string])[]): [number, string][] =>
  figures.flatMap(([value, how]) => (value === null ? [] : [[Math.abs(value), how]]))

/** What a figure or a change states, as a paper would have to print it. */
function figuresOf({
  measure,
}: Told): { what: string; source: Cited; figures: [number, string][]; hedge: string | null }[] {
  const { slug, definition, observations, changes } = measure
  const { style } = definition.unit
  return [
    ...observations.map(({ span, cell, report, earlier }) => ({
      what: `${slug} from ${span.from} until ${span.until}`,
      source: report.source,
      figures:
        earlier.length > 0 ? [] : numbers([cell.value, style], [cell.events, 'count'], [cell.base, 'count']),
      hedge: cell.hedge,
    })),
    ...changes.map(({ span, difference, percent, points, report }) => ({
      what: `the change of ${slug} from ${span.from} until ${span.until}`,
      source: report.source,
      figures: numbers([difference, style], [percent, 'percent'], [points, 'percent']),
      hedge: null,
    })),
  ]
}

/** How papers say that a number is not exact. */
const HEDGED: Readonly<Record<string, RegExp>> = {
  about: /about|around|some|roughly|approximately/i,
  over: /over|more than/i,
  almost: /almost|nearly/i,
}

describe('the figures of the demonstration', () => {
  it('stand where they say that they stand, hedged as they are there', async () => {
    const { ask } = await kentServed()
    const told = await everyMeasureTold(ask, { until: date('2030-01-01'), today: date('2030-01-01') })
    const cited = told.flatMap(figuresOf).filter(({ source: { path } }) => path?.startsWith('/'))
    const faults: string[] = []
    for (const { what, source, figures, hedge } of cited) {
      const text = (await anchorsOf(source.path ?? '')).get(source.anchor ?? '')
      if (text === undefined) faults.push(`${what}: ${source.path}#${source.anchor} is not there`)
      else {
        for (const [value, style] of figures)
          if (!states(text, value, style)) faults.push(`${what}: ${source.anchor} does not state ${value}`)
        if (hedge !== null && !HEDGED[hedge]?.test(text))
          faults.push(`${what}: not ${hedge} in ${source.anchor}`)
      }
    }
    assert.deepEqual(faults, [])
    assert.ok(cited.length > 100, `only ${cited.length} figures cite a paper`)
  })

  it('and the lists beside them lead to places that are there', async () => {
    const registers = readdirSync(DEMO).filter((name) => name.endsWith('.json'))
    const links = new Set(
      registers.flatMap((name) =>
        [...readFileSync(join(DEMO, name), 'utf8').matchAll(/"path": "(\/[^"#]*)#([^"]+)"/g)].map(
          ([, path = '', anchor = '']) => `${path}#${anchor}`,
        ),
      ),
    )
    const faults: string[] = []
    for (const one of links) {
      const [path = '', anchor = ''] = one.split('#')
      if (!(await anchorsOf(path)).has(anchor)) faults.push(one)
    }
    assert.deepEqual(faults, [])
    assert.ok(links.size > 10)
  })
})
