/** security.txt is believed for months and not for years, and is not there when nobody is named. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays, date, daysBetween, localDate } from '../../lib/index.ts'
import { securityText } from './well-known.ts'

test('it names whom to tell, and expires in more than 30 days and less than a year, on whatever day it is asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (later) => {
      const today = addDays(date('2020-01-01'), later)
      const text = securityText(
        { securityContact: 'mailto:security@example.org' },
        today,
        'https://record.example.org',
      )
      assert.ok(text)
      assert.match(text.text, /^Contact: mailto:security@example\.org\n/)
      assert.match(text.text, /\nCanonical: https:\/\/record\.example\.org\/\.well-known\/security\.txt\n/)
      const expires = localDate(/Expires: (\d{4}-\d\d-\d\d)T00:00:00Z/.exec(text.text)?.[1] ?? '')
      assert.ok(expires)
      assert.ok(daysBetween(today, expires) > 31 && daysBetween(today, expires) < 365)
    }),
  )
})

test('an authority that names nobody has none', () => {
  assert.equal(securityText({}, date('2026-11-22'), ''), undefined)
})
