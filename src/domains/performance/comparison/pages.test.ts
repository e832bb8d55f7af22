/** Comparison groups from their register to the pages. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aRecord } from '../../../record/testing.ts'
import { aRequest, wordsOf } from '../reference/testing.ts'
import { aBringer, aDefinition, anEntry, aUnit, changes } from '../testing.ts'
import { comparedPage } from './public/compared-page.ts'
import { groupsPage } from './public/groups-page.ts'
import { comparedAddresses, comparison, comparisonGroups } from './reads.ts'

const bring = aBringer({ after })
const YEAR = { from: '2018-07-01', until: '2019-07-01' }

const entry = anEntry({
  definition: aDefinition({ unit: aUnit({ style: 'rate', per: 1000, digits: 2 }), frequency: 'year' }),
  report: 'june',
  breakdowns: [
    {
      dimension: { slug: 'force', one: 'force', many: 'forces', kind: 'force' },
      parts: ['Anyshire', 'Bigshire'],
      rows: [
        {
          ...YEAR,
          cells: [
            { value: 5, events: 500, base: 100_000 },
            { value: 9, events: 900, base: 100_000 },
          ],
        },
      ],
    },
  ],
})
const groups = [
  { force: 'Anyshire', members: ['Bigshire'], from: '2015-04-01', source: { title: 'from memory' } },
  {
    force: 'City of London',
    members: [],
    from: '2015-04-01',
    source: { title: 'Inspectors', confirmed: true },
  },
]

test('a measure by force has a page beside other forces, with the group that its register names', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, {
    register: 'measures',
    reports: { june: { origin: 'official' } },
    entries: [entry],
  })
  const register = { register: 'comparison-groups', entries: groups }
  assert.deepEqual(changes(await bring.register(record, register, { name: 'groups.json' })), [
    'created /comparison-groups#anyshire-2015-04-01',
    'created /comparison-groups#city-of-london-2015-04-01',
  ])
  assert.deepEqual(await comparedAddresses(record.ask), ['/measures/burglary/compared'])
  const request = aRequest({ path: '/measures/burglary/compared', params: { measure: 'burglary' } })
  const answer = await comparison(record.ask, request)
  assert.ok(answer)
  const said = wordsOf(comparedPage(answer, request).main)
  assert.match(
    said,
    /the mean of its most similar forces, itself among them, was 7\.00\. Anyshire was below it by more than chance/,
  )
  assert.match(said, /too few forces with numbers here to say what is usual/)
  assert.equal(await comparison(record.ask, aRequest({ params: { measure: 'nothing' } })), undefined)
  const list = wordsOf(groupsPage(await comparisonGroups(record.ask, aRequest())).main)
  assert.match(list, /1 April 2015 now Bigshire from memory \(not confirmed yet\)/)
  assert.match(list, /1 April 2015 now none Inspectors/)
})

test('a measure that is not known by force says so instead of comparing', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  const answer = await comparison(record.ask, aRequest({ params: { measure: 'burglary' } }))
  assert.ok(answer)
  assert.match(
    wordsOf(comparedPage(answer, aRequest()).main),
    /No figures of other forces are on this record/,
  )
})
