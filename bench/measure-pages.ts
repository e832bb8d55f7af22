/**
 * How long pages of measures take at two million observations, made anew each time, and how long figures take to come into
 * the record: `node bench/measure-pages.ts [measures] [requests]`. The aim for a measure's page is a p95 of 100 ms.
 */
import { connect, type Login, sql } from '../src/database/index.ts'
import { embeddedServer } from '../src/database/testing.ts'
import { recordObservations } from '../src/domains/performance/import.ts'
import { kinds } from '../src/domains/performance/index.ts'
import {
  aBringer,
  anEntry,
  aSource,
  incoming,
  months,
  TODAY,
  yearTo,
} from '../src/domains/performance/testing.ts'
import { isRefusal } from '../src/lib/index.ts'
import { publishBrought } from '../src/record/index.ts'
import { aRecord } from '../src/record/testing.ts'
import { buildPublicSite } from '../src/surfaces/public/index.ts'
import { manyMeasures } from './many-measures.ts'

const MEASURES = Number(process.argv[2] ?? 400)
const REQUESTS = Number(process.argv[3] ?? 300)
const DISTRICTS = 13
/** Months by district: with these, 400 measures hold two million observations. */
const ROWS = 385

const endings: (() => unknown)[] = []
const ending = { after: (end: () => unknown) => endings.push(end) }

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)

/** The same numbers in each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

async function timed<Outcome>(what: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const start = performance.now()
  const outcome = await work()
  say(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`)
  return outcome
}

const random = numbers(7)
const districts = Array.from({ length: DISTRICTS }, (_, index) => `District ${index + 1}`)
const monthAt = (index: number): string =>
  `${1988 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

/** So many figures by district and month. */
const figures = (rows: number, measure = 'burglary') =>
  Array.from({ length: rows }, (_, row) =>
    districts.map((name) =>
      incoming(months(monthAt(row)), Math.floor(random() * 900) + 20, {
        measure,
        part: { dimension: 'district', name },
      }),
    ),
  ).flat()

try {
  let superuser: Login | undefined
  const record = await aRecord(ending, {
    ...embeddedServer,
    database: async (until) => {
      const logins = await embeddedServer.database(until)
      superuser = logins.superuser
      return logins
    },
  })
  if (superuser === undefined) throw new Error('The server gave no login that may fill its tables')
  const filler = connect<unknown>(superuser, { connections: 1 })
  endings.push(() => filler.destroy())
  const bring = aBringer({ after: (end) => endings.push(end) })
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  const whole = Array.from({ length: 36 }, (_, index) =>
    incoming(months(monthAt(348 + index)), Math.floor(random() * 900) + 4000),
  )
  const years = ['2017-09', '2018-09', '2019-09'].map((year) =>
    incoming(yearTo(year), 55_000 + Math.floor(random() * 900)),
  )
  await bring.figures(record, [...whole, ...years, ...figures(ROWS)])
  const paths = await timed(`filling ${MEASURES} measures`, () =>
    manyMeasures(filler, record.authority, 'burglary', MEASURES - 1),
  )
  await sql`vacuum analyze`.execute(filler)
  const observations = MEASURES * (whole.length + years.length + ROWS * DISTRICTS)
  const { rows } = await sql<{ size: string }>`
    select pg_size_pretty(pg_total_relation_size('published.entry_version')) as size`.execute(filler)
  say(
    `${observations.toLocaleString('en-GB')} observations, ${rows[0]?.size ?? '?'} in the table of versions`,
  )

  const site = await buildPublicSite({ ask: record.ask, files: '/nowhere', keep: 0 })
  endings.push(() => site.close())
  const pages = [
    ['a measure', (path: string) => path],
    ['a measure by district', (path: string) => `${path}/by/district`],
    ['how it is measured', (path: string) => `${path}/definition`],
    ['all measures', () => '/measures'],
  ] as const
  for (const [name, addressOf] of pages) {
    const taken: number[] = []
    let length = 0
    for (let turn = 0; turn < REQUESTS; turn += 1) {
      const url = addressOf(paths[Math.floor(random() * paths.length)] ?? '/measures/burglary')
      const start = performance.now()
      const { statusCode, rawPayload } = await site.inject({ method: 'GET', url })
      // The first requests compile what later ones use.
      if (turn >= 20) taken.push(performance.now() - start)
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
      length = rawPayload.length
      if (name === 'all measures' && turn > 40) break
    }
    const sorted = taken.toSorted((one, other) => one - other)
    say(
      `${name}: p50 ${at(sorted, 0.5)} ms, p95 ${at(sorted, 0.95)} ms, p99 ${at(sorted, 0.99)} ms (${length.toLocaleString('en-GB')} bytes)`,
    )
  }

  for (const many of [5000, 10_000, 20_000]) {
    const names = Array.from(
      { length: Math.ceil(many / (DISTRICTS * 12)) },
      (_, index) => `m-${many}-${index}`,
    )
    await bring.register(record, { register: 'measures', entries: names.map((slug) => anEntry({ slug })) })
    const all = names.flatMap((name) => figures(12, name)).slice(0, many)
    const source = aSource(`figures-${many}.csv`)
    for (const what of ['figures into many measures', 'the same again'])
      await timed(`${all.length} ${what}`, () =>
        record.act(async (tx) => {
          const act = { tx, permit: record.permits.bring, today: TODAY }
          const brought = await recordObservations(act, all, source)
          if (isRefusal(brought)) throw new Error(brought.message)
          await publishBrought(tx, record.permits.publish, kinds, brought)
        }),
      )
  }
  for (const many of [5000, 10_000, 20_000]) {
    const slug = `one-${many}`
    await bring.register(record, { register: 'measures', entries: [anEntry({ slug })] })
    const all = Array.from({ length: Math.ceil(many / 100) }, (_, row) =>
      Array.from({ length: 100 }, (_cell, part) =>
        incoming(months(monthAt(row)), part, {
          measure: slug,
          part: { dimension: 'ward', name: `Ward ${part}` },
        }),
      ),
    ).flat()
    await timed(`${all.length} figures into one breakdown`, () =>
      bring.figures(record, all, { name: `${slug}.csv` }),
    )
  }
} finally {
  for (const end of endings.toReversed()) await end()
}
