/** What drafted papers rest on, asked of the published record. */
import type { EntryId, LocalDate } from '../../../lib/index.ts'
import { everyEntryOf, linkedTo, type PublicRecord } from '../../../record/index.ts'
import type { Breakdown } from '../measures/measure.ts'
import type { Report, Span } from '../measures/observation.ts'
import { breakdownKind, measureKind } from '../measures/published.ts'
import { tell } from '../measures/telling.ts'
import type { OnThread } from './delivery.ts'
import type { Told } from './draft.ts'

/**
 * Every published measure with what it tells on a day, of spans that end no later than `until`. Made-up numbers are left
 * out: nobody may find them in a paper.
 */
export async function everyMeasureTold(
  ask: PublicRecord,
  { until, today }: { until: LocalDate; today: LocalDate },
): Promise<Told[]> {
  const measures = await everyEntryOf(ask, measureKind)
  const counts = ({ span, report }: { span: Span; report: Report }): boolean =>
    span.until <= until && !report.invented
  return measures
    .map(({ content: measure }) => ({
      ...measure,
      observations: measure.observations.filter(counts),
      changes: measure.changes.filter(counts),
    }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en'))
    .map((measure) => ({ measure, telling: tell(measure, today) }))
}

/** The breakdowns that set a force beside others. */
export const breakdownsByForce = async (ask: PublicRecord): Promise<Breakdown[]> =>
  (await everyEntryOf(ask, breakdownKind, { state: 'force' })).map(({ content }) => content)

/** More things than any priority gathers in a year. */
const A_YEAR = 500

/** What says what was promised, asked, decided or done. Measures stand in the report's own table. */
const TOLD: Readonly<Record<string, string>> = {
  action: 'promised or asked for',
  question: 'question',
  paper: 'paper',
  resolution: 'resolution',
  commitment: 'commitment',
  decision: 'decision',
}

/** What the thread of a priority holds, newest first. */
export async function onThread(ask: PublicRecord, priority: EntryId): Promise<OnThread[]> {
  const { rows } = await linkedTo(ask, priority, { link: 'serves', kinds: Object.keys(TOLD), limit: A_YEAR })
  return rows.map(({ title, path, date, kind, state }) => ({
    title,
    path,
    date,
    what: TOLD[kind] ?? kind,
    state,
  }))
}
