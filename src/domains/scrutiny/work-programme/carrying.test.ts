/** What readers rely on when an ask is said to be carried, or not found: careful both ways, and always with the reason. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { type Ask, carriedIn, type Line, looksToThePanel, notCarried } from './carrying.ts'

const ask = (what: string, subject = 'Recruitment of officers'): Ask => ({ what, quote: null, subject })
const line = (title: string, parts: string[] = []): Line => ({ place: 'item B2', title, parts })

test('an ask comes back in a line that has its telling words', () => {
  const found = carriedIn(ask('That mental health stay a standing item'), [
    line('Mental health – verbal update'),
  ])
  assert.equal(found.outcome, 'carried')
  assert.match(found.why, /“mental” and “health”: item B2, “Mental health – verbal update”/)
})

test('words that are everywhere in policing tie nothing', () => {
  const lines = [line('Crime statistics of the police for victims'), line('Progress report on the plan')]
  assert.equal(
    carriedIn(ask('A report on burglary victims and their satisfaction'), lines).outcome,
    'not-found',
  )
})

test('an ask that only says “a further report” is known by the subject of its minute', () => {
  const bare = ask('A further report in due course', 'Violence Reduction - Update')
  assert.equal(carriedIn(bare, [line('Budget proposal')]).outcome, 'not-found')
  assert.equal(carriedIn(bare, [line('Violence reduction')]).outcome, 'carried')
})

test('one word in common is a hint, not a match', () => {
  const found = carriedIn(ask('Consider how to celebrate the success of the cadets'), [
    line('Cadets and volunteers'),
  ])
  assert.equal(found.outcome, 'maybe')
  assert.match(found.why, /may be covered by item B2/)
})

test('a heading inside the paper behind an item can only hint', () => {
  const lines = [line('Citizens in Policing', ['Special Constabulary:', 'Volunteer Police Cadets:'])]
  const found = carriedIn(ask('Consider how to celebrate the success of the cadets'), lines)
  assert.equal(found.outcome, 'maybe')
  assert.match(found.why, /item B2, whose paper has a part headed “Volunteer Police Cadets”/)
})

test('the name of the area ties nothing in the area’s own papers', () => {
  const asked = ask('How Kent and Medway compare on fraud')
  assert.equal(
    carriedIn(asked, [line('Kent and Medway: budget')], ['Kent', 'and', 'Medway']).outcome,
    'not-found',
  )
})

test('an ask without any telling word is never said to be missing', () => {
  assert.equal(carriedIn({ what: 'A further report', quote: null, subject: 'Update' }, []).outcome, 'maybe')
})

test('a soft promise, or one that promises the panel nothing, is not looked for in its programme', () => {
  const promise = {
    kind: 'commitment' as const,
    firm: true,
    what: 'Ask the Chief Constable about it',
    quote: null,
  }
  assert.equal(looksToThePanel(promise), false)
  assert.equal(looksToThePanel({ ...promise, what: 'Inform the Panel of the allocation' }), true)
  assert.equal(looksToThePanel({ ...promise, what: 'Share outcomes with Members', firm: false }), false)
  assert.equal(looksToThePanel({ ...promise, kind: 'panel-request' }), true)
})

const wordy = fc.array(
  fc.constantFrom('fraud', 'robbery', 'budget', 'cadets', 'hate', 'report', 'the', 'police'),
  {
    minLength: 1,
    maxLength: 6,
  },
)

test('an ask that is printed word for word as a line is never said to be missing', () => {
  fc.assert(
    fc.property(wordy, wordy, (words, others) => {
      const text = words.join(' ')
      const found = notCarried([ask(text, text)], [line(others.join(' ')), line(text)])
      assert.deepEqual(found, [])
    }),
  )
})

test('an ask that shares no word with any line is never said to be carried', () => {
  fc.assert(
    fc.property(wordy, (words) => {
      const found = carriedIn(ask(words.join(' ')), [line('Precept'), line('Complaints')])
      assert.notEqual(found.outcome, 'carried')
    }),
  )
})
