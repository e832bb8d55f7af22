/** Who is meant by a printed form: certain matches are used, doubtful ones stay open, two people are never made one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constantFrom, assert as holds, property, tuple, uniqueArray } from 'fast-check'
import type { Candidate } from './matching.ts'
import { fullerName, whoIsMeant } from './matching.ts'
import { officeOf, readName } from './printed-name.ts'

const known = (forms: string | string[], ...roles: string[]): Candidate => {
  const all = Array.isArray(forms) ? forms : [forms]
  return { key: all[0] ?? '', forms: all, roles }
}

const PANEL: Candidate[] = [
  known('Mr Mike Hill', 'Chairman'),
  known('Mr Gurvinder Sandher', 'Vice-Chairman'),
  known('Councillor Ashley Clark'),
  known('Councillor Richard Palmer'),
  known('Councillor Mark Rhodes'),
  known('Councillor Shane Mochrie-Cox'),
  known('Councillor Lesley Game'),
  known('Elaine Bolton'),
  known('Mr M Scott', 'Kent Police and Crime Commissioner'),
  known('Mr A Harper', "PCC's Chief Executive"),
]

const MEANT: [string, string][] = [
  ['Mrs E Bolton', 'Elaine Bolton'],
  ['Elaine Bolton', 'Elaine Bolton'],
  ['Mrs Bolton', 'Elaine Bolton'],
  ['Mr P M Hill, OBE', 'Mr Mike Hill'],
  ['Mr PM Hill OBE', 'Mr Mike Hill'],
  ['Cllr Palmer', 'Councillor Richard Palmer'],
  ['Mr Palmer', 'Councillor Richard Palmer'],
  ['Cllr R. Palmer', 'Councillor Richard Palmer'],
  ['Cllr Mochrie‑Cox', 'Councillor Shane Mochrie-Cox'],
  ['Mrs L Game', 'Councillor Lesley Game'],
  ['Mark Rhodes', 'Councillor Mark Rhodes'],
  ['The Vice-Chairman', 'Mr Gurvinder Sandher'],
  ['The Vice-Chair', 'Mr Gurvinder Sandher'],
  ['the Chairman', 'Mr Mike Hill'],
  ['Chair', 'Mr Mike Hill'],
  ['The Commissioner', 'Mr M Scott'],
  ['PCC', 'Mr M Scott'],
  ['Matthew Scott', 'Mr M Scott'],
  ["PCC's Chief Executive", 'Mr A Harper'],
]

for (const [form, name] of MEANT) {
  test(`“${form}” is ${name}`, () => {
    const match = whoIsMeant(form, PANEL)
    assert.equal(match.kind, 'certain', match.kind === 'open' ? match.why : '')
    assert.equal(match.kind === 'certain' && match.key, name)
  })
}

const PARTED: [string, string][] = [
  ['John Smith', 'Jane Smith'],
  ['Mr J Smith', 'Mrs J Smith'],
  ['Mr A B Smith', 'Mr A C Smith'],
  ['P Hill', 'Mike Hill'],
  ['John Adam Smith', 'John Brian Smith'],
  ['Cox', 'Mochrie-Cox'],
  ['Miss Lee', 'Mr Lee'],
  ['The Chief Constable', 'Mr Gurvinder Sandher'],
  ['Deputy Chief Constable', 'Elaine Bolton'],
]

for (const [one, other] of PARTED) {
  test(`“${one}” is never taken for ${other}`, () => {
    assert.equal(whoIsMeant(one, [known(other)]).kind, 'nobody')
    assert.equal(whoIsMeant(other, [known(one)]).kind, 'nobody')
  })
}

const OPEN: [string, Candidate[]][] = [
  ['Mr Smith', [known('Jane Smith'), known('John Smith')]],
  ['J Smith', [known('Jane Smith'), known('John Smith')]],
  ['Rob Phillips', [known('Mr Robert Phillips')]],
  ['Jo Gideon', [known('Joanna Gideon')]],
  ['The Chairman', [known('A Body', 'Chairman'), known('B Body', 'Chair')]],
  [
    'John Smith',
    [
      { key: 'one', forms: ['John Smith'], roles: [] },
      { key: 'two', forms: ['John Smith'], roles: [] },
    ],
  ],
  ['A Smith', [known('Anna Smith'), known('Mr A Smith')]],
]

for (const [form, people] of OPEN) {
  test(`“${form}” stays open among ${people.map((each) => each.forms[0]).join(' and ')}`, () => {
    assert.equal(whoIsMeant(form, people).kind, 'open')
  })
}

test('an honorific parts two of one surname', () => {
  const people = [known('Mrs Jane Smith'), known('Mr John Smith')]
  assert.deepEqual(whoIsMeant('Mr Smith', people).kind, 'certain')
  assert.deepEqual(whoIsMeant('Cllr Smith', people).kind, 'open')
})

test('what is known under several forms is judged by all of them', () => {
  const people = [known(['Elaine Bolton', 'Mrs E Bolton'])]
  assert.equal(whoIsMeant('Mr Bolton', people).kind, 'nobody')
  assert.equal(whoIsMeant('Mrs Bolton', people).kind, 'certain')
})

test('a settled form needs no guess, and a settlement that names nobody known finds nobody', () => {
  const people = [known('Mr Robert Phillips'), known('Jane Smith'), known('John Smith')]
  const settled = {
    'Rob Phillips': 'Robert Phillips',
    'Mr Smith': 'John Smith',
    'A N Other': 'Another Person',
  }
  assert.equal(whoIsMeant('Rob Phillips', people, settled).kind, 'certain')
  const smith = whoIsMeant('Mr Smith', people, settled)
  assert.equal(smith.kind === 'certain' && smith.key, 'John Smith')
  assert.equal(whoIsMeant('A N Other', people, settled).kind, 'nobody')
})

test('honorifics, ranks and letters are not part of a name', () => {
  assert.equal(readName('Mr P M Hill, OBE').bare, 'P M Hill')
  assert.equal(readName('Cllr Mrs J Hollingsbee').bare, 'J Hollingsbee')
  assert.equal(readName('Cllr L Dyball (Substitute)').bare, 'L Dyball')
  assert.equal(readName('Dr. Anne O’Neill QPM').bare, 'Anne O’Neill')
  assert.equal(readName('Councillor Yo-Yo Ma').bare, 'Yo-Yo Ma')
  assert.equal(readName('Sir Ludwig van Beethoven').surname, 'van Beethoven')
  assert.equal(readName('Mrs E Bolton').addressedAs, 'woman')
})

test('an office is known by its forms, and a deputy is not the one deputised for', () => {
  assert.equal(officeOf('the Chair'), 'chairman')
  assert.equal(officeOf('Deputy Chairman'), 'vice-chairman')
  assert.equal(officeOf('Kent Police and Crime Commissioner'), 'commissioner')
  assert.equal(officeOf('Kent Deputy Police and Crime Commissioner'), null)
  assert.equal(officeOf('Elaine Bolton'), null)
})

test('the fuller of two forms is the name', () => {
  assert.equal(fullerName('P M Hill', 'Mike Hill'), 'Mike Hill')
  assert.equal(fullerName('Mr Palmer', 'Cllr R Palmer'), 'R Palmer')
  assert.equal(fullerName('The Chairman', 'Mr Mike Hill'), 'Mike Hill')
})

const given = constantFrom('Anne', 'Ben', 'Clare', 'David', 'Elaine', 'Fay', 'Gita', 'Habib', 'Ian', 'Jo')
const surname = constantFrom('Smith', 'Jones', 'Patel', 'Mochrie-Cox', 'O’Neill', 'Game', 'Hill')
const title = constantFrom('Mr', 'Mrs', 'Ms', 'Cllr', 'Councillor', 'Dr', '')

test('whoever is known in full is found by that name in any dress, whatever the others are called', () => {
  holds(
    property(
      uniqueArray(tuple(given, surname), { selector: (each) => each.join(' '), minLength: 1 }),
      title,
      (people, dress) => {
        const [first] = people
        assert.ok(first)
        const candidates = people.map((each) => known(each.join(' ')))
        const match = whoIsMeant(`${dress} ${first.join(' ')}`.trim(), candidates)
        assert.equal(match.kind === 'certain' && match.key, first.join(' '))
      },
    ),
  )
})

test('the order of the known makes no difference', () => {
  holds(
    property(
      uniqueArray(tuple(given, surname), { selector: (each) => each.join(' ') }),
      title,
      surname,
      (people, dress, last) => {
        const candidates = people.map((each) => known(each.join(' ')))
        const form = `${dress} ${last}`.trim()
        assert.deepEqual(whoIsMeant(form, candidates), whoIsMeant(form, candidates.toReversed()))
      },
    ),
  )
})

test('a match that is certain has the surname that was printed, and a surname shared by two is never certain', () => {
  holds(
    property(
      uniqueArray(tuple(given, surname), { selector: (each) => each.join(' ') }),
      surname,
      (people, last) => {
        const candidates = people.map((each) => known(each.join(' ')))
        const bearers = people.filter((each) => each[1] === last)
        const match = whoIsMeant(`Cllr ${last}`, candidates)
        assert.equal(match.kind, bearers.length === 0 ? 'nobody' : bearers.length === 1 ? 'certain' : 'open')
      },
    ),
  )
})
