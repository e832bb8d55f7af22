/** Short passages of areas that do not exist: what holds is found, what does not is an alarm, and nothing else is. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FURTHER } from './further-passages.ts'
import { PASSAGES, type Passage } from './passages.ts'
import { PUBLISHED } from './published-passages.ts'
import { missedIn } from './scoring.ts'

const title = ({ text }: Passage): string => text.replace(/\s+/g, ' ').slice(0, 90)

describe('passages in many wordings', () => {
  for (const passage of [...PASSAGES, ...FURTHER, ...PUBLISHED])
    it(`says of “${title(passage)}” what adds up and what does not`, () => {
      assert.deepEqual(missedIn(passage), { missed: [], alarms: [] })
    })
})
