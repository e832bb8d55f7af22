/** How clear days are counted: neither end counts, and weekends are told apart. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, date } from '../../../lib/index.ts'
import { clearDays, clearWeekdays } from './clear-days.ts'

test('a notice of Wednesday 13 November for Thursday 21 November 2019 gives seven clear days, five of them weekdays', () => {
  assert.equal(clearDays(date('2019-11-13'), date('2019-11-21')), 7)
  assert.equal(clearWeekdays(date('2019-11-13'), date('2019-11-21')), 5)
})

test('a notice on the day before, on the day or later gives none', () => {
  for (const day of ['2019-11-20', '2019-11-21', '2019-12-01'])
    assert.equal(clearDays(date(day), date('2019-11-21')), 0)
})

test('weekdays counted by weeks are the same as counted one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 90 }), (start, length) => {
      const from = addDays(date('2015-01-01'), start)
      const to = addDays(from, length)
      let count = 0
      for (let day = addDays(from, 1); day < to; day = addDays(day, 1))
        if (![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) count += 1
      assert.equal(clearWeekdays(from, to), count)
    }),
  )
})
