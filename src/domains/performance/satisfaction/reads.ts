/** Questions of the published record about what victims say of the police, and how people reach them. */
import type { PublicRecord } from '../../../record/index.ts'
import type { Breakdown, Measure } from '../measures/measure.ts'
import { breakdownsBy, measuresOfFamily } from '../reference/reads.ts'
import { CHANNEL, type Channels, CONTACT_FAMILY, channelsOf } from './channels.ts'

const SATISFACTION_FAMILY = 'satisfaction'

export type SatisfactionAnswer = {
  measures: Measure[]
  /** By crime type, by the measure's slug. */
  byCrime: ReadonlyMap<string, Breakdown>
}

/** The measures of satisfaction, by crime type where they are. */
export async function satisfaction(ask: PublicRecord): Promise<SatisfactionAnswer> {
  const measures = await measuresOfFamily(ask, SATISFACTION_FAMILY)
  const slugs = measures.map(({ slug }) => slug)
  return { measures, byCrime: await breakdownsBy(ask, 'crime-type', slugs) }
}

export type ContactAnswer = { channels: Channels[]; others: Measure[] }

/** The measures of contact: those by channel, and the others. */
export async function contactChannels(ask: PublicRecord): Promise<ContactAnswer> {
  const measures = await measuresOfFamily(ask, CONTACT_FAMILY)
  const byChannel = await breakdownsBy(
    ask,
    CHANNEL,
    measures.map(({ slug }) => slug),
  )
  return {
    channels: measures.flatMap((measure) => channelsOf(measure, byChannel.get(measure.slug)) ?? []),
    others: measures.filter(({ slug }) => !byChannel.has(slug)),
  }
}
