/** How a plan, or a paper that reports on its commitments, becomes entries of the record. */
import { addDays, type LocalDate, localDate, type Period, type Refusal, refuse } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import type { Brought, Corrections, ImportAct, Importer, Source } from '../../record/index.ts'
import { COMMITMENT_STATES, commitmentPath, type Progress } from './commitment.ts'
import { correctsNothing } from './corrections-used.ts'
import { figuresInPlan } from './figures-in-plan.ts'
import { bringCarryings, bringReviews } from './import-registers.ts'
import { planSlug, type Tie } from './plan.ts'
import { forMatching, type PlanPaper, partsOf, passagesOf, tiesOf } from './plan-in-paper.ts'
import { mayReportProgress, progressIn } from './progress-in-paper.ts'
import type { PlanVersion } from './version.ts'
import { commitmentsOn, keepPlan, keepProgress } from './writes.ts'

export const importer: Importer<Reading> = {
  name: 'plan',
  wants: (reading) => reading.plan !== null || mayReportProgress(reading),
  bring: (act, reading, source) => {
    const { plan } = reading
    const wrong = wrongState(source)
    if (wrong) return Promise.resolve(wrong)
    return plan === null ? bringProgress(act, reading, source) : bringPlan(act, { ...reading, plan }, source)
  },
  registers: { 'plan-reviews': bringReviews, 'carried-on': bringCarryings },
}

const nothing = (): Brought => ({ entries: [], links: [], open: [] })

async function bringPlan(act: ImportAct, reading: Reading & PlanPaper, source: Source): Promise<Brought> {
  const title = source.corrections.paper.title ?? reading.plan.title
  const term = termOf(reading.plan)
  const named = { slug: planSlug(title, term?.from ?? null), title, authority: act.permit.authority }
  const { parts, open } = partsOf(reading, named, source.corrections)
  const date = localDate(reading.date ?? '') ?? localDate(reading.issued ?? '') ?? null
  const brought = nothing()
  brought.open.push(
    ...open,
    ...openAbout(title, term, date, source),
    ...correctsNothing(parts, named.slug, source.corrections, source.name),
  )
  await keepPlan(
    { act, why: `Brought from ${source.name}`, brought },
    {
      plan: { slug: named.slug, title },
      date,
      sha256: source.sha256,
      source: { title, path: source.path, date, place: 'the plan as published' },
      parts,
      passages: passagesOf(reading),
      figures: figuresInPlan(reading, named.slug, parts),
      term,
      draft: source.corrections.plan.status === 'draft',
    },
    (commitment) => saidProgress(named.slug, commitment, source),
    (commitment, version) => commitmentTies(commitment, version, act.permit.authority, source.corrections),
  )
  return brought
}

function commitmentTies(
  commitment: { slug: string; title: string; text: string[] },
  version: PlanVersion,
  authority: string,
  corrections: Corrections,
): Tie[] {
  const priorities = forMatching(version.parts.priorities, { ...version.plan, authority })
  return tiesOf(
    commitment.title,
    [commitment.title, ...commitment.text].join('\n\n'),
    priorities,
    corrections,
  )
}

/** A plan prints its first and last day; the record keeps the day after the last. */
function termOf(plan: { from: string | null; to: string | null }): Period | null {
  const from = dayOf(plan.from, 'first')
  const last = dayOf(plan.to, 'last')
  if (from === undefined) return null
  return { from, until: last === undefined ? null : addDays(last, 1) }
}

/** A day, or the first or last day of a month printed as 2022-04. */
function dayOf(printed: string | null, end: 'first' | 'last'): LocalDate | undefined {
  const day = localDate(printed ?? '')
  if (day !== undefined || printed === null || !/^\d{4}-\d{2}$/.test(printed)) return day
  const first = localDate(`${printed}-01`)
  if (first === undefined || end === 'first') return first
  return addDays(localDate(`${addDays(first, 31).slice(0, 7)}-01`) ?? first, -1)
}

function openAbout(
  title: string,
  term: Period | null,
  date: LocalDate | null,
  source: Source,
): Brought['open'] {
  const open: Brought['open'] = []
  if (term === null)
    open.push({
      what: `the term of the plan “${title}”`,
      place: source.name,
      mend: 'The paper states no first day; until it does, nothing is tied to its priorities by date.',
    })
  if (date === null)
    open.push({
      what: `the day on which this version of “${title}” was published`,
      place: source.name,
      mend: 'Give it as "paper": { "date": "2020-04-01" } in the corrections beside the paper, so that versions stand in order.',
    })
  return open
}

async function bringProgress(act: ImportAct, reading: Reading, source: Source): Promise<Brought> {
  const brought = nothing()
  const days = [reading.date, ...reading.papers.map(({ date }) => date)]
  const commitments = await commitmentsOn(
    act,
    days.map((day) => localDate(day ?? '')).find((day) => day !== undefined),
  )
  const { found, open } = progressIn(reading, source, commitments)
  brought.open.push(...open)
  for (const commitment of commitments) {
    const steps = [
      ...found.filter((each) => each.commitment.path === commitment.path).map(({ progress }) => progress),
      ...saidProgress(commitment.working.plan.slug, commitment.working, source),
    ]
    const said = commitment.working.progress.some(({ broughtBy }) => broughtBy === source.path)
    if (steps.length > 0 || said)
      await keepProgress(
        { act, why: `Progress reported in ${source.name}`, brought },
        commitment,
        steps,
        source.path,
      )
  }
  return brought
}

/** What a person wrote beside the paper about a commitment: `ref` is its address, the end of its address or its title. */
function saidProgress(plan: string, commitment: { slug: string; title: string }, source: Source): Progress[] {
  const refs = new Set([commitmentPath(plan, commitment.slug), commitment.slug, commitment.title])
  return source.corrections.progress
    .filter(({ ref }) => refs.has(ref))
    .map(({ date, state, text, source: said }) => ({
      date,
      state: COMMITMENT_STATES.find((known) => known === state) ?? null,
      paragraphs: [{ number: null, text }],
      tables: [],
      source: {
        title: said ?? 'As noted with the paper',
        path: said !== null && /^(?:\/(?!\/)|https:)/.test(said) ? said : source.path,
        date,
        place: 'noted by a person',
      },
      broughtBy: source.path,
    }))
}

function wrongState(source: Source): Refusal | undefined {
  const known: readonly string[] = COMMITMENT_STATES
  for (const { ref, state, source: said } of source.corrections.progress) {
    if (!known.includes(state))
      return refuse(
        'not-a-state',
        `The corrections beside ${source.name} give “${ref}” the state "${state}"; the states are ${COMMITMENT_STATES.join(', ')}.`,
      )
    if (state === 'done' && said === null)
      return refuse(
        'done-without-source',
        `The corrections beside ${source.name} say that “${ref}” is done; say in "source" where that can be read.`,
      )
  }
  return undefined
}
