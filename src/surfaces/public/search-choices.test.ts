/** What a reader types into the search form is understood as people write it, or said to be wrong and kept. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { date } from '../../lib/index.ts'
import { searchChoices, searchPage, searchQuery, typedDay } from './search-choices.ts'
import { hitAddress } from './search-page.ts'

test('a day may be typed in the ways people write it', () => {
  for (const text of [
    '2019-09-24',
    '24/9/2019',
    '24.09.2019',
    '24 September 2019',
    '24 sep 2019',
    '24th September 2019',
  ]) {
    assert.equal(typedDay(text), date('2019-09-24'), text)
  }
  for (const text of [
    '',
    'yesterday',
    '2019-02-30',
    '31/4/2019',
    '24 Septober 2019',
    '9/2019',
    '0/0/0000',
    '9999-12-31',
  ]) {
    assert.equal(typedDay(text), undefined, text)
  }
})

test('the last day asked for counts, and the record is asked for days before the next', () => {
  const choices = searchChoices({ q: 'panel', from: '1 September 2019', until: '30/9/2019' })
  assert.deepEqual(searchQuery(choices), { words: 'panel', page: 1, from: '2019-09-01', until: '2019-10-01' })
  assert.deepEqual(choices.errors, [])
})

test('a wrong day is said at its field and kept as typed; days in the wrong order are said', () => {
  const wrong = searchChoices({ q: 'panel', from: 'yesterday' })
  assert.deepEqual(
    wrong.errors.map(({ field }) => field),
    ['from'],
  )
  assert.equal(wrong.fromTyped, 'yesterday')
  assert.deepEqual(
    searchChoices({ from: '2019-09-02', until: '2019-09-01' }).errors.map(({ field }) => field),
    ['until'],
  )
})

test('every day that is understood has a next one that the record can be asked for', () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }),
      (day) => {
        const { errors, ...choices } = searchChoices({ q: 'panel', until: day.toISOString().slice(0, 10) })
        const { until } = searchQuery({ ...choices, errors })
        assert.ok(errors.length === 1 || /^\d{4}-\d{2}-\d{2}$/.test(until ?? ''), until)
      },
    ),
    { examples: [[new Date('9999-12-31')], [new Date('9998-12-31')]] },
  )
})

test('a page number that is none is the first', () => {
  for (const page of ['-1', '0', '1e9', '9007199254740993', 'abc', '1 OR 1=1', '']) {
    assert.equal(searchChoices({ page }).page, 1, page)
  }
  assert.equal(searchChoices({ page: '12' }).page, 12)
})

test('the address of another page of results keeps every choice', () => {
  const word = fc.string({ minLength: 1 }).filter((text) => text.trim() === text)
  fc.assert(
    fc.property(word, word, fc.integer({ min: 2, max: 999 }), (q, from, page) => {
      const address = searchPage(searchChoices({ q, kind: 'paper', from }), page)
      const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
      assert.deepEqual(query, { q, kind: 'paper', from, page: String(page) })
    }),
  )
})

const at = (path: string, anchor: string) => hitAddress({ entry: { path }, anchor })

test('a hit leads to its paragraph, also when the entry itself is a part of a page', () => {
  assert.equal(
    at('/meetings/a/2019-09-24/minutes', 'minute-328-3'),
    '/meetings/a/2019-09-24/minutes#minute-328-3',
  )
  assert.equal(
    at('/meetings/a/2019-09-24/minutes#minute-328', 'minute-328-3'),
    '/meetings/a/2019-09-24/minutes#minute-328-3',
  )
  assert.equal(
    at('/meetings/a/2019-09-24/minutes#minute-328', ''),
    '/meetings/a/2019-09-24/minutes#minute-328',
  )
})
