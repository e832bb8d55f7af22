/** What the record says of a person is what dated papers say, no more. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import {
  attendanceOf,
  type Mention,
  mentioned,
  newPerson,
  partedKey,
  personKey,
  postsOf,
  printedForms,
} from './person.ts'
import { personKind } from './published.ts'

const mention = (asPrinted: string, day: string, parts: Partial<Mention> = {}): Mention => ({
  asPrinted,
  role: null,
  organisation: null,
  as: 'present',
  substituteFor: null,
  body: { slug: 'panel', name: 'Panel' },
  meeting: `/meetings/panel/${day}`,
  source: { path: `/meetings/panel/${day}/minutes`, title: `Minutes, ${day}`, date: date(day) },
  ...parts,
})

const first = mention('Mr P M Hill, OBE', '2019-09-24', { role: 'Chairman' })
const published = (path: string) => ({ path, asDraft: false })

const hill = newPerson('p-m-hill', first)

test('the name becomes the fullest that a paper prints, and a paper that speaks again replaces what it said', () => {
  const named = mentioned(hill, published('/agenda'), [
    mention('Mike Hill', '2019-11-21', {
      as: 'member',
      source: { path: '/agenda', title: 'Agenda', date: date('2019-11-21') },
    }),
  ])
  assert.equal(named.name, 'Mike Hill')
  assert.equal(named.mentions.length, 2)
  assert.deepEqual(mentioned(named, published('/agenda'), named.mentions.slice(1)), named)
  assert.equal(mentioned(named, published('/agenda'), []).mentions.length, 1)
})

test('a post is listed with the first and last day that a paper prints it', () => {
  const again = mentioned(hill, published('/meetings/panel/2020-02-06/minutes'), [
    mention('Mr Hill', '2020-02-06', { role: 'Chairman' }),
  ])
  assert.deepEqual(
    postsOf(again).map(({ title, firstListed, lastListed }) => [title, firstListed, lastListed]),
    [['Chairman', '2019-09-24', '2020-02-06']],
  )
})

test('a seat without a title is that of a member, and attendance alone is no post', () => {
  const person = {
    mentions: [
      mention('A B', '2019-09-24'),
      mention('A B', '2019-11-21', { as: 'member', organisation: 'A Council' }),
    ],
  }
  assert.deepEqual(
    postsOf(person).map(({ title, organisation }) => [title, organisation]),
    [['Member', 'A Council']],
  )
  assert.equal(attendanceOf(person).length, 1)
})

test('the forms in which papers print the name are kept, the most used first', () => {
  const person = {
    mentions: [
      mention('Elaine Bolton', '2019-06-12'),
      mention('Mrs E Bolton', '2019-09-24'),
      mention('Mrs E Bolton', '2019-11-21'),
    ],
  }
  assert.deepEqual(printedForms(person), ['Mrs E Bolton', 'Elaine Bolton'])
})

test('two people of one name have keys of their own', () => {
  assert.equal(personKey('Cllr John Smith'), 'john-smith')
  assert.equal(partedKey('John Smith', 'audit-committee'), 'john-smith--audit-committee')
})

test('the public gets the name, posts and mentions, and the working copy is refused when it is not a person', () => {
  const shown = personKind.publish(hill)
  assert.equal(shown.path, '/people/p-m-hill')
  assert.equal(shown.summary, 'Chairman')
  assert.deepEqual(Object.keys(shown.content), ['mentions'])
  assert.deepEqual(personKind.parse(JSON.parse(JSON.stringify(hill))), hill)
  assert.throws(() => personKind.parse({ name: 'x' }))
})
