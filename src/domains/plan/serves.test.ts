/** Which priorities a text is tied to, and which it must not be. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../lib/index.ts'
import { type PriorityForMatching, proposeServes, whyServes } from './serves.ts'

const plan = (titles: (string | [string, string])[], generic: string[]): PriorityForMatching[] =>
  titles.map((entry) => {
    const [title, summary] = typeof entry === 'string' ? [entry, ''] : entry
    return { id: newId(), path: `/plan/p/priorities/${title}`, title, summary, text: '', generic }
  })

const KENT_2022 = plan(
  [
    'Work with residents to prevent anti-social behaviour',
    ['Protect people from exploitation and abuse', 'Domestic abuse, child exploitation, modern slavery.'],
    'Combat organised crime and county lines',
    'Prevent road danger and support Vision Zero',
    'Tackle violence against women and girls',
    'Protect young people and provide opportunities',
    'Hold agencies to account for the criminal justice system',
    'Work with partners to prevent anti-social behaviour',
    'Be responsive to emerging issues and trends through innovation',
    'Secure grants and a review of the funding formula',
    'Support volunteering',
    'Be visible and responsive to the needs of communities',
    'Commission services for victims that are needs-led',
  ],
  ['Kent', 'Making', 'Safer'],
)

const KENT_2017 = plan(
  [
    'Put victims and witnesses first',
    'Fight crime and anti-social behaviour',
    'Tackle abuse, exploitation and violence',
    'Combat organised crime and gangs',
    'Provide visible neighbourhood policing and effective roads policing',
    'Deliver an efficient and accessible service',
  ],
  ['Kent', 'Safer'],
)

const ELSEWHERE = plan(
  [
    'Preventing harm from burglary and robbery',
    'Rural and wildlife crime',
    'A modern police service fit for Northshire',
    'Make our roads safer for everyone',
  ],
  ['Northshire'],
)

const tied = (text: string, priorities: PriorityForMatching[]): string[] =>
  proposeServes(text, priorities).map((serves) => serves.title)

test('a phrase of a priority’s title ties a text to it, and the words say why', () => {
  const [serves, ...others] = proposeServes(
    'Eighteen county lines were targeted in one week, and organised crime was disrupted.',
    KENT_2022,
  )
  assert.equal(others.length, 0)
  assert.equal(serves?.title, 'Combat organised crime and county lines')
  assert.deepEqual(serves?.words, ['county lines', 'organised crime'])
  assert.equal(whyServes(serves?.words ?? []), 'Both speak of “county lines” and “organised crime”')
})

test('forms of one word and short forms of the field tie as the full words do', () => {
  assert.deepEqual(tied('What is being done about the county line into town?', KENT_2022), [
    'Combat organised crime and county lines',
  ])
  assert.deepEqual(tied('An update on VAWG was given.', KENT_2022), [
    'Tackle violence against women and girls',
  ])
  assert.deepEqual(tied('Levels of ASB in town centres', KENT_2017), [
    'Fight crime and anti-social behaviour',
  ])
  assert.deepEqual(tied('Abuse and exploitation of adults', KENT_2022), [
    'Protect people from exploitation and abuse',
  ])
})

test('a question that names a priority in its own words is tied to it', () => {
  assert.deepEqual(
    tied(
      'In light of his priority to provide visible neighbourhood policing, what has been funded?',
      KENT_2017,
    ),
    ['Provide visible neighbourhood policing and effective roads policing'],
  )
})

test('a phrase shared by two owners’ priorities ties to both', () => {
  assert.deepEqual(tied('A breakdown of anti-social behaviour by district', KENT_2022), [
    'Work with residents to prevent anti-social behaviour',
    'Work with partners to prevent anti-social behaviour',
  ])
})

test('generic words of the field, alone or together, tie nothing', () => {
  for (const text of [
    'Kent Police recorded less crime in Kent this year.',
    'The Commissioner thanked the police, partners and local communities for their service.',
    'The membership changes be noted.',
    'The minutes were a correct record and be signed by the Chairman.',
    'The Commissioner will provide the Panel with a further report on performance.',
    'He would look into the recorded messages and ask that they be put right.',
    'Grant funding was given to a charity that works with the police.',
    'The Chief Constable would be asked about the needs of communities.',
  ]) {
    assert.deepEqual(tied(text, KENT_2022), [], text)
    assert.deepEqual(tied(text, KENT_2017), [], text)
  }
})

test('one telling word of a longer title is not enough', () => {
  assert.deepEqual(tied('The force was responsive when asked.', KENT_2022), [])
  assert.deepEqual(tied('A responsive force that is visible on the street', KENT_2022), [
    'Be visible and responsive to the needs of communities',
  ])
})

test('two telling words in different sentences are not enough', () => {
  assert.deepEqual(tied('Officers should be visible. The website was responsive.', KENT_2022), [])
})

test('a subject in a summary ties, to the priority whose title names it first', () => {
  assert.deepEqual(tied('Calls about domestic abuse rose.', KENT_2022), [
    'Protect people from exploitation and abuse',
  ])
  assert.deepEqual(tied('A paper on volunteers, cadets and special constables', KENT_2022), [
    'Support volunteering',
  ])
})

test('another area’s plan is matched by the same rules', () => {
  assert.deepEqual(tied('Wildlife crime and hare coursing in rural areas', ELSEWHERE), [
    'Rural and wildlife crime',
  ])
  assert.deepEqual(tied('Burglary and robbery fell', ELSEWHERE), [
    'Preventing harm from burglary and robbery',
  ])
  assert.deepEqual(tied('Northshire Police published its accounts.', ELSEWHERE), [])
})

test('a long text that mentions a priority once in passing is not tied to it', () => {
  const filler = 'The estate strategy sets out which buildings are kept and which are sold, and why. '.repeat(
    20,
  )
  assert.deepEqual(tied(`${filler} County lines were mentioned once.`, KENT_2022), [])
  assert.deepEqual(tied(`${'County lines were discussed again. '.repeat(4)} ${filler}`, KENT_2022), [
    'Combat organised crime and county lines',
  ])
})

test('a heading that is a priority’s title names it, however long the paper', () => {
  const filler = 'The estate strategy sets out which buildings are kept and which are sold, and why. '.repeat(
    80,
  )
  assert.deepEqual(tied(`Be Visible and Responsive to the Needs of Communities.\n\n${filler}`, KENT_2022), [
    'Be visible and responsive to the needs of communities',
  ])
})

test('the words that tie are given once, the longest form of each', () => {
  const [serves] = proposeServes(
    'Burglary rose; burglaries of homes, and burglary and robbery together.',
    ELSEWHERE,
  )
  assert.deepEqual(serves?.words, ['burglary and robbery'])
})

test('without priorities there is nothing to tie to', () => {
  assert.deepEqual(proposeServes('County lines and organised crime', []), [])
})
