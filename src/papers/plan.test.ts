import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { readPaper } from './read-paper.ts'
import type { PlanReading, Warning } from './reading.ts'

async function planIn(text: string): Promise<{ plan: PlanReading; warnings: Warning[] }> {
  const reading = await readPaper({ name: 'plan.md', bytes: new TextEncoder().encode(text) })
  assert.ok(!isRefusal(reading) && reading.plan !== null, 'not recognised as a plan')
  assert.equal(reading.kind, 'plan')
  return { plan: reading.plan, warnings: reading.warnings }
}

const owned = ({ priorities }: PlanReading) =>
  priorities.map(({ number, title, owner }) => [number, title, owner])
const titles = (entries: readonly { title: string }[]) => entries.map(({ title }) => title)

const BODY =
  'Residents told us in the spring what they worry about most, and the Chief Constable and the panel were asked for their views before anything was settled.'

describe('a police and crime plan', () => {
  it('gives its term as days where months are printed', async () => {
    const { plan } = await planIn(
      `# Wessex Police and Crime Plan April 2021 to March 2025\n\n${BODY}\n\n## Priorities\n\n### Priority 1: Safer streets\n\n${BODY}`,
    )
    assert.equal(plan.title, 'Wessex Police and Crime Plan')
    assert.deepEqual([plan.from, plan.to], ['2021-04-01', '2025-03-31'])
  })

  it('gives a term printed in full days, and in financial years', async () => {
    const days = await planIn(
      `# Marlshire Police and Crime Plan\n\nThis plan runs from 1 June 2024 to 31 March 2029.\n\n## Objectives\n\n1) Fewer burglaries\n2) Roads without deaths`,
    )
    assert.deepEqual([days.plan.from, days.plan.to], ['2024-06-01', '2029-03-31'])
    const years = await planIn(
      `# Marlshire Police and Crime Plan 2022/23 to 2024/25\n\n${BODY}\n\n## Our priorities\n\n- Fewer burglaries\n- Roads without deaths`,
    )
    assert.deepEqual([years.plan.from, years.plan.to], ['2022-04-01', '2025-03-31'])
  })

  it('leaves a term of bare years undated, since nobody printed the months', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan 2021-2025\n\n${BODY}\n\n## Our priorities\n\n- Fewer burglaries\n- Roads without deaths`,
    )
    assert.deepEqual([plan.from, plan.to], [null, null])
  })

  it('takes a final March as the end of financial years', async () => {
    const { plan } = await planIn(
      `# Safer Fenland Plan 2017 to 2021\n\nAs Police and Crime Commissioner I set the priorities that stand until March 2021.\n\n## Police priorities – 2017 to 2021\n\n1. Put victims first\n\n${BODY}\n\n2. Fight serious crime\n\n${BODY}`,
    )
    assert.deepEqual([plan.from, plan.to], ['2017-04-01', '2021-03-31'])
    assert.deepEqual(titles(plan.priorities), ['Put victims first', 'Fight serious crime'])
  })

  it('gives two lists that start at one to two owners, in the order the sentence names them', async () => {
    const lists =
      '1) Answer every call\n2) Solve more crime\n\n1) Pay for services that victims need\n2) Speak for the county'
    const first = await planIn(
      `# Our Police and Crime Plan\n\n${BODY}\n\nThese are the priorities I have set the Chief Constable and myself until 2028:\n\n${lists}`,
    )
    assert.deepEqual(owned(first.plan), [
      ['1', 'Answer every call', 'force'],
      ['2', 'Solve more crime', 'force'],
      ['1', 'Pay for services that victims need', 'policing-body'],
      ['2', 'Speak for the county', 'policing-body'],
    ])
    const turned = await planIn(
      `# Our Police and Crime Plan\n\n${BODY}\n\nBelow are priorities for my office and for the Chief Constable:\n\n${lists}`,
    )
    assert.deepEqual(
      turned.plan.priorities.map(({ owner }) => owner),
      ['policing-body', 'policing-body', 'force', 'force'],
    )
  })

  it('gives owners that stand over each list', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan for Dales\n\n${BODY}\n\n## The Chief Constable's priorities\n\n- Visible patrols\n- Safe roads\n\n## The Commissioner's priorities\n\n- Services for victims\n- Value for money`,
    )
    assert.deepEqual(
      owned(plan).map(([, title, owner]) => [title, owner]),
      [
        ['Visible patrols', 'force'],
        ['Safe roads', 'force'],
        ['Services for victims', 'policing-body'],
        ['Value for money', 'policing-body'],
      ],
    )
  })

  it('names no owner where the plan names none', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\n## Priorities\n\n- Safe nights out\n- Less fraud`,
    )
    assert.deepEqual(
      plan.priorities.map(({ owner }) => owner),
      [null, null],
    )
  })

  it('takes priorities that are headings, without the headings under each', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\n# Our priorities\n\n## Keep young people safe\n\n### Why it matters\n\n${BODY}\n\n## Tackle crime in the countryside\n\n### What we will see\n\n${BODY}\n\n# Finance\n\n${BODY}`,
    )
    assert.deepEqual(titles(plan.priorities), ['Keep young people safe', 'Tackle crime in the countryside'])
    assert.equal(plan.priorities[0]?.blocks?.length, 2)
  })

  it('takes priorities labelled with words for their numbers, wherever they stand', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\n## Priority one – Prevent harm\n\n${BODY}\n\n## Priority two – Support victims\n\n${BODY}\n\n## How to reach us\n\n${BODY}`,
    )
    assert.deepEqual(
      owned(plan).map(([number, title]) => [number, title]),
      [
        ['1', 'Prevent harm'],
        ['2', 'Support victims'],
      ],
    )
  })

  it('takes a priority once that stands in a list and again as a heading', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\nThe plan has two priorities:\n\n- Prevent harm\n- Support victims\n\n## Our priorities\n\n### 1. Prevent harm\n\n${BODY}\n\n### 2. Support victims\n\n${BODY}`,
    )
    assert.deepEqual(
      owned(plan).map(([number, title]) => [number, title]),
      [
        ['1', 'Prevent harm'],
        ['2', 'Support victims'],
      ],
    )
  })

  it('warns of a gap in the numbers with its place, and makes up no title', async () => {
    const text = `# Police and Crime Plan\n\n${BODY}\n\n## Police priorities\n\n### 1. Prevent harm\n\n${BODY}\n\n### 4. Support victims\n\n${BODY}`
    const { plan, warnings } = await planIn(text)
    assert.equal(plan.priorities.length, 2)
    const gap = warnings.find(({ code }) => code === 'numbering-gap')
    assert.match(gap?.message ?? '', /Numbers 2 to 3 are missing before “4\. Support victims”/)
    assert.match(text.slice(gap?.start, gap?.end), /Support victims/)
  })

  it('takes principles from headings and from sentences that begin with their name, but not those of public life', async () => {
    const heads = await planIn(
      `# Police and Crime Plan\n\nI keep to the Seven Principles of Public Life:\n\n- Honesty – I say what is so.\n- Openness – I show what I do.\n\n## Guiding principles\n\n### 1. Every victim counts\n\n${BODY}\n\n### 2. Prevention comes first\n\n${BODY}`,
    )
    assert.deepEqual(titles(heads.plan.principles), ['Every victim counts', 'Prevention comes first'])
    const said = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\nAll of it rests on two principles, namely:\n\nVictims come first: whoever is harmed must be heard and helped, whatever the crime.\n\nNo place is forgotten: villages matter as much as towns when something happens there.\n\n## Priorities\n\n- Safe roads\n- Less fraud`,
    )
    assert.deepEqual(titles(said.plan.principles), ['Victims come first', 'No place is forgotten'])
  })

  it('takes commitments by their group, their names before a dash or else their first sentence', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\n## Priorities\n\n- Safe roads\n- Less fraud\n\n# What I will do\n\n## Hold the force to account\n\n- A board each quarter – held in public, with its papers published before.\n- Meet the Chief Constable every week. Notes are kept of each meeting.\n\n## Listen\n\n- Street stalls in market towns;\n- A survey each autumn.\n\n# Opportunities for the future\n\n## 1. Shared buildings with the fire service\n\n${BODY}`,
    )
    assert.deepEqual(plan.commitments, [
      { title: 'A board each quarter', group: 'Hold the force to account' },
      { title: 'Meet the Chief Constable every week', group: 'Hold the force to account' },
      { title: 'Street stalls in market towns', group: 'Listen' },
      { title: 'A survey each autumn', group: 'Listen' },
    ])
    assert.deepEqual(titles(plan.opportunities), ['Shared buildings with the fire service'])
  })

  it('takes what follows “I will:” as commitments of the part it stands in', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\n## Priorities\n\n### 1. Safe roads\n\n${BODY}\n\nI will:\n\n- pay for cameras on the coast road; and\n- visit every speed watch group.`,
    )
    assert.deepEqual(titles(plan.commitments), [
      'pay for cameras on the coast road',
      'visit every speed watch group',
    ])
    assert.equal(plan.commitments[0]?.group, 'Safe roads')
  })

  it('takes money as printed: lists with shares, tables with a total, and says when the total is another', async () => {
    const { plan, warnings } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\n## Priorities\n\n- Safe roads\n- Less fraud\n\n## Where the money comes from\n\n- Council tax: £81.2m (41%)\n- Government grant: £112.9m (57%)\n- £4m from fees\n\n## Commissioning\n\n| Service | Allocation |\n|---|---|\n| Victim support | £410,000 |\n| Youth work | £95,500 |\n| Total | £505,600 |`,
    )
    assert.deepEqual(plan.funding, [
      { source: 'Council tax', amount: '£81.2m', share: '41%' },
      { source: 'Government grant', amount: '£112.9m', share: '57%' },
      { source: 'fees', amount: '£4m', share: null },
    ])
    assert.deepEqual(plan.allocations, [
      { name: 'Victim support', amount: '£410,000' },
      { name: 'Youth work', amount: '£95,500' },
    ])
    assert.equal(plan.allocationsTotal, '£505,600')
    assert.match(warnings.find(({ code }) => code === 'total-differs')?.message ?? '', /£505,500.+£505,600/)
  })

  it('takes the national context from the list that is led in to', async () => {
    const { plan } = await planIn(
      `# Police and Crime Plan\n\n${BODY}\n\n## Priorities\n\n- Safe roads\n- Less fraud\n\n## About this plan\n\nIt was written with regard to national requirements, which are:\n\na) The Strategic Policing Requirement\nb) The Beating Crime Plan`,
    )
    assert.deepEqual(titles(plan.nationalContext), [
      'The Strategic Policing Requirement',
      'The Beating Crime Plan',
    ])
  })

  it('is not what a report on it is, nor an agenda that names it', async () => {
    for (const text of [
      `**From:** The Commissioner\n**To:** The Panel\n**Subject:** Police and Crime Plan update\n**Date:** 4 March 2020\n\n## Priorities\n\n1. ${BODY}`,
      `Chief Constable's Report to\n\nThe Commissioner's Accountability Board\n\nPOLICE AND CRIME PLAN: DELIVERY\n\n4 March 2020\n\n1. Priorities\n\n${BODY}`,
      `# Notes of a talk\n\n${BODY}\n\n- one thing\n- another`,
    ]) {
      const reading = await readPaper({ name: 'paper.md', bytes: new TextEncoder().encode(text) })
      assert.ok(!isRefusal(reading))
      assert.equal(reading.plan, null)
    }
  })
})
