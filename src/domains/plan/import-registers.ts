/** Brings two registers about plans: how panels reviewed them, and what a later plan carries on of an earlier one. */
import { isRefusal, type Refusal, refuse, stored } from '../../lib/index.ts'
import {
  type Brought,
  draft,
  type ImportAct,
  type Kind,
  type Source,
  workingCopies,
} from '../../record/index.ts'
import type { Settled } from './carried-on.ts'
import { planPath } from './plan.ts'
import { planKind, reviewKind, settledKind } from './published.ts'
import type { PlanReview } from './review.ts'

const source = stored.fields({ path: stored.text, title: stored.text })

const reviews = stored.fields({
  entries: stored.list(
    stored.fields({
      plan: stored.text,
      date: stored.day,
      outcome: stored.text,
      source,
      response: stored.orNull(stored.fields({ date: stored.orNull(stored.day), text: stored.text, source })),
    }),
  ),
})

const carryings = stored.fields({
  entries: stored.list(
    stored.fields({ from: stored.text, to: stored.orNull(stored.text), why: stored.text }),
  ),
})

const wrong = ({ name }: Source, what: string, why: string): Refusal =>
  refuse(
    'register-not-understood',
    `${name} is not a register of ${what} as docs/importing.md shows it: ${why}.`,
  )

function readAs<Form>(form: stored.Reader<Form>, given: unknown, of: Source, what: string): Form | Refusal {
  try {
    return form(given)
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return wrong(of, what, problem.message)
  }
}

const isAddress = (path: string): boolean => /^(?:\/(?!\/)|https:\/\/)[^\s\p{Cc}]*$/u.test(path)

/**
 * Reads `{ "register": "plan-reviews", "entries": [{ "plan": "/plan/…", "date", "outcome", "source": { "path", "title" },
 * "response": { "date", "text", "source" } }] }`.
 */
export async function bringReviews(act: ImportAct, given: unknown, of: Source): Promise<Brought | Refusal> {
  const read = readAs(reviews, given, of, 'plan reviews')
  if (isRefusal(read)) return read
  const plans = await workingCopies(act.tx, act.permit.authority, planKind)
  const brought: Brought = { entries: [], links: [], open: [] }
  for (const { plan: named, ...said } of read.entries) {
    const plan = plans.find(({ working }) => planPath(working.slug) === named)?.working
    if (plan === undefined) return wrong(of, 'plan reviews', `the record has no plan at ${named}`)
    const bad = [said.source, said.response?.source].find((each) => each && !isAddress(each.path))
    if (bad)
      return wrong(of, 'plan reviews', `"${bad.path}" is neither an address of this record nor https://`)
    const review: PlanReview = {
      plan: { slug: plan.slug, title: plan.title },
      ...said,
      register: { path: of.path, title: of.name },
    }
    await keep(act, brought, { kind: reviewKind, key: `${plan.slug}/${said.date}`, working: review, of })
  }
  return brought
}

/** Reads `{ "register": "carried-on", "entries": [{ "from": "/plan/…", "to": "/plan/…" or null, "why" }] }`. */
export async function bringCarryings(act: ImportAct, given: unknown, of: Source): Promise<Brought | Refusal> {
  const read = readAs(carryings, given, of, 'what is carried on')
  if (isRefusal(read)) return read
  const brought: Brought = { entries: [], links: [], open: [] }
  for (const entry of read.entries) {
    const bad = [entry.from, entry.to].find((path) => path !== null && !path.startsWith('/plan/'))
    if (bad !== undefined)
      return wrong(of, 'what is carried on', `"${bad}" is not the address of a priority or commitment`)
    const settled: Settled = { ...entry, source: { path: of.path, title: of.name } }
    const key = entry.to === null ? entry.from : `${entry.from} ${entry.to}`
    await keep(act, brought, { kind: settledKind, key, working: settled, of })
  }
  return brought
}

type Keeping<Working, Content> = { kind: Kind<Working, Content>; key: string; working: Working; of: Source }

async function keep<Working, Content>(
  { tx, permit }: ImportAct,
  brought: Brought,
  { kind, key, working, of }: Keeping<Working, Content>,
): Promise<void> {
  const { id, outcome } = await draft(tx, permit, kind, key, working, `Said in ${of.name}`)
  const { title, path } = kind.publish(working)
  brought.entries.push({ id, kind: kind.name, title, path, outcome })
}
