/** Real figures: uses of Taser by force in 2019/20, where residents are a poor base and a ranking would mislead. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { csvRows } from '../../../statistics/testing.ts'
import { aRequest, wordsOf } from '../reference/testing.ts'
import { aDefinition, aMeasure } from '../testing.ts'
import { compared } from './compared.ts'
import { funnelWords } from './comparison-words.ts'
import { comparedPage } from './public/compared-page.ts'
import { aGroup, byForce } from './testing.ts'

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../../../shared')
const FILES = ['useofforce/taser-use-by-force-by-year.csv', 'lookups/force-demographics.csv'].map((file) =>
  join(SAMPLES, 'data', file),
)
const skip = FILES.every((file) => existsSync(file))
  ? false
  : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

const KENTS_GROUP = [
  'Avon and Somerset',
  'Derbyshire',
  'Essex',
  'Hertfordshire',
  'Leicestershire',
  'Nottinghamshire',
  'Staffordshire',
]

function taserByForce() {
  const [uses = [], people = []] = FILES.map((file) => csvRows(readFileSync(file, 'utf8')))
  const population = new Map(
    people.map((row) => [row['PFA16NM'] ?? '', Number(Object.values(row)[1])] as const),
  )
  return byForce(
    Object.fromEntries(
      uses
        .filter((row) => row['ytd'] === '2020-03-31')
        .map((row) => {
          const name = row['Police force'] ?? ''
          return [name, { events: Number(row['Total']), base: population.get(name) ?? 0 }]
        }),
    ),
  )
}

test('34 of 43 forces lie outside the limits of chance, one once they are widened, and nobody is ranked', {
  skip,
}, () => {
  const found = compared(taserByForce(), [], ['Kent Police'], null)
  assert.ok(found?.funnel)
  assert.equal(found.forces.length, 43)
  assert.equal(found.funnel.places.filter((place) => place.outsideOuter).length, 34)
  assert.equal(found.funnel.places.filter((place) => place.outsideAdjusted).length, 1)
  const said = funnelWords(found.funnel).join(' ')
  assert.match(said, /34 of 43 forces lie outside/)
  assert.match(said, /one force lies outside: Metropolitan\./)
  assert.match(said, /not ranked here/)
})

test('Kent used Taser 863 times, 0.4995 per 1,000 residents (0.467 to 0.534)', { skip }, () => {
  const { own } = compared(taserByForce(), [], ['Kent Police'], null) ?? {}
  assert.ok(own?.interval)
  assert.equal(own.events, 863)
  assert.equal(own.value.toFixed(4), '0.4995')
  assert.deepEqual([own.interval.low.toFixed(3), own.interval.high.toFixed(3)], ['0.467', '0.534'])
})

test('the page has the sentence, both pictures and a table by name with an interval in every row', {
  skip,
}, () => {
  const breakdown = taserByForce()
  const group = aGroup('Kent', KENTS_GROUP, { confirmed: false })
  const measure = aMeasure({
    title: 'Uses of Taser',
    definition: aDefinition({ unit: breakdown.measure.unit }),
  })
  const request = aRequest({ path: '/measures/taser/compared' })
  const site = { ...request.site, words: { ...request.site.words, force: 'Kent Police', area: 'Kent' } }
  const answer = { measure, breakdown, compared: compared(breakdown, [group], ['Kent Police', 'Kent'], null) }
  const { main } = comparedPage(answer, { ...request, site })
  const said = wordsOf(main)
  assert.match(said, /Kent was 0\.50 \(0\.47 to 0\.53\)/)
  assert.match(said, /by more than chance .* among all of them this is nothing unusual/)
  assert.match(said, /Nobody has confirmed this group yet/)
  assert.equal(main.text.match(/<h1/g)?.length, 1)
  assert.equal(main.text.match(/<title id=/g)?.length, 4, 'dots and funnel, each wide and narrow')
  const names = [...main.text.matchAll(/<th scope="row"[^>]*>(?:<strong>)?([^<]+)/g)].map(([, name = '']) =>
    name.replace('&amp;', '&'),
  )
  assert.equal(names.length, 43)
  assert.deepEqual(
    names,
    names.toSorted((one, other) => one.localeCompare(other, 'en-GB')),
  )
  assert.equal(main.text.match(/\d to \d[^<]*<\/td>/g)?.length, 43)
})
