/** What a meeting's page shows of its minutes is all in their outline, and stands where the minutes have it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byPlace, type MinuteOutline, minutesOutline, questionAnchors } from './minutes-outline.ts'

const minute: MinuteOutline = {
  number: '328',
  anchor: 'minute-328',
  title: 'Questions to the Commissioner',
  item: { anchor: 'item-b1' },
  parts: [
    { type: 'block', block: { anchor: 'minute-328-1' } },
    { type: 'block', block: { anchor: 'question-q2' } },
    { type: 'resolution', index: 0 },
  ],
  resolutions: [{ anchor: 'minute-328-resolution', text: 'That it be noted.', parts: [] }],
}

test('the outline of minutes says of each minute what the page shows, and has no paragraphs', () => {
  const [outlined] = minutesOutline({ minutes: [minute] }).minutes
  assert.deepEqual(outlined, { ...minute, parts: [{ type: 'block', block: { anchor: 'question-q2' } }] })
})

test('an outline of an outline is the same, so that pages may take whole minutes for it', () => {
  const once = minutesOutline({ minutes: [minute] })
  assert.deepEqual(minutesOutline(once), once)
  assert.deepEqual(questionAnchors(minute), ['question-q2'])
})

const at = (path: string) => ({ content: { source: { path } } })

test('what stands in a paragraph stands in its minute, and not in one whose number only begins alike', () => {
  const rows = ['/m#minute-32-14', '/m#minute-328-14', '/m#minute-328', '/other#minute-328-1', '/m'].map(at)
  const places = byPlace(rows, '/m')
  assert.deepEqual(places.get('minute-328'), [rows[1], rows[2]])
  assert.deepEqual(places.get('minute-32'), [rows[0]])
  assert.deepEqual(places.get('minute-328-14'), [rows[1]])
  assert.equal(places.get(''), undefined)
})
