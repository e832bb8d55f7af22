/** What pages stand on at a moment: the state of the record, the day in London, and whose site it is. */
import { type Instant, isRefusal, type LocalDate, londonDate } from '../lib/index.ts'
import { siteStylesheet } from './colours.ts'
import type { Site } from './page.ts'
import type { Asset } from './stylesheet.ts'

export type Standing = {
  /** Changes when the record or the day does: pages are kept by it. */
  key: string
  today: LocalDate
  /** The first day of which the record knows anything; null where nothing was published, undefined while the record has not said. */
  since: LocalDate | null | undefined
  /** When the record was last added to. */
  last: Instant | null
  site: Site
  /** The site's own colours. */
  colours: Asset
}

export type StandingSource = {
  revision: () => Promise<string>
  site: () => Promise<Site>
  /** When the record was first and last added to; null where nothing was published, and `first` undefined where it cannot say. */
  span: () => Promise<{ first: Instant | null | undefined; last: Instant | null }>
  /** The moment it is. */
  clock: () => Date
  /** Milliseconds after which the record is asked again whether it has changed. 0 asks for every page. */
  fresh: number
  /** The site's address for print. */
  origin: string
}

export type StandingKeeper = {
  /** The standing when it was asked for a moment ago, without waiting. A little later it is still given, and asked for again meanwhile. */
  known: () => Standing | undefined
  /** The standing, asking the record when it was not asked lately. The last one known when the record cannot be asked; throws when there never was one. */
  current: () => Promise<Standing>
}

/** For how many times `fresh` a reader need not wait for the question to be answered. */
const SOON = 3

/** Keeps the standing: asks the record about once a second while pages are asked for, one question at a time. */
export function keepStanding(source: StandingSource): StandingKeeper {
  let held: { standing: Standing; revision: string } | undefined
  let checked = Number.NEGATIVE_INFINITY
  let refused = Number.NEGATIVE_INFINITY
  let dayUntil = Number.NEGATIVE_INFINITY
  let day: LocalDate | undefined
  let asking: Promise<void> | undefined

  function today(): LocalDate {
    const at = source.clock()
    if (day === undefined || at.getTime() >= dayUntil || at.getTime() < dayUntil - 1000) {
      day = londonDate(at)
      dayUntil = at.getTime() + 1000
    }
    return day
  }

  async function ask(): Promise<void> {
    const revision = await source.revision()
    const date = today()
    if (held?.revision === revision && held.standing.today === date) {
      checked = performance.now()
      return
    }
    const [site, { first, last }] = await Promise.all([source.site(), source.span()])
    const colours = siteStylesheet(site, source.origin)
    if (isRefusal(colours)) throw new Error(colours.message)
    const key = `${revision} ${date} ${colours.path}`
    const since = first === null || first === undefined ? first : londonDate(new Date(first))
    held = { revision, standing: { key, today: date, since, last, site, colours } }
    checked = performance.now()
  }

  function askOnce(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }

  async function current(): Promise<Standing> {
    try {
      await askOnce()
    } catch (error) {
      refused = performance.now()
      if (!held) throw error
    }
    if (!held) throw new Error('The record was asked and gave no standing')
    return held.standing
  }

  function known(): Standing | undefined {
    if (!held || held.standing.today !== today()) return undefined
    const at = performance.now()
    if (at - checked < source.fresh || at - refused < source.fresh) return held.standing
    if (at - checked >= source.fresh * SOON) return undefined
    void current()
    return held.standing
  }

  return { known, current }
}
