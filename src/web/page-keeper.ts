/** Asks pages, as web pages or as values, and keeps what they answered for as long as the record stands as it did. */
import type { LocalDate } from '../lib/index.ts'
import { addressOf, type Finder, type Match, pathOf } from './address.ts'
import { type Answer, bytesAnswer, movedAnswer, tagOf, textAnswer, writtenAnswer } from './answer.ts'
import { pageCache } from './cache.ts'
import { type AroundPage, documentOf, type Surround } from './layout.ts'
import { Bytes, type Days, Moved, type Page, type PageRequest, Stream, Text } from './page.ts'
import type { Shell } from './showing.ts'
import type { Standing } from './standing.ts'

/** How many pages may be in the making at once; more are sent away to try again. */
const MOST_MAKING = 128

/** The parameters that values know, whatever the page does. */
export const VALUES_QUERY = ['after'] as const
const VALUES_ENDING = '.json'
const HOME_VALUES = `index${VALUES_ENDING}`

/** What an address asks for: a page, or the same as values. */
export type Wanted<Asker> = {
  match: Match<Asker>
  /** The canonical path, with the ending of values. */
  path: string
  asValues: boolean
}

type PageAt<Asker> = Wanted<Asker> & {
  query: Readonly<Record<string, string>>
  /** The day whose record is asked for; null for now. */
  on: LocalDate | null
}

/** How a page goes with days that are over. What is no web page knows nothing of them, unless it says so. */
export const daysOf = <Asker>({ days, path }: Page<Asker>): Days =>
  days ?? (/\.[a-z]+$/.test(path) ? 'none' : 'kept')

/** Whether a page can be had as values: the first one, those that list entries, and those that are the page of one. */
export const hasValues = <Asker>(page: Page<Asker>, ofEntry: boolean): boolean =>
  daysOf(page) === 'kept' && (page.path === '/' || page.lists !== undefined || ofEntry)

/** The address of a page as values. */
export const valuesPath = (path: string): string =>
  path === '/' ? `/${HOME_VALUES}` : `${path}${VALUES_ENDING}`

/** Finds what the decoded parts of an address ask for; undefined when there is no such page. */
export function wantedAt<Asker>(finder: Finder<Asker>, parts: readonly string[]): Wanted<Asker> | undefined {
  const lower = parts.map((part) => part.toLowerCase())
  const last = lower.at(-1) ?? ''
  const match = finder(lower)
  if (!last.endsWith(VALUES_ENDING) || match?.page.path.endsWith(VALUES_ENDING))
    return match && { match, path: pathOf(lower), asValues: false }
  const plain =
    lower.length === 1 && last === HOME_VALUES
      ? []
      : [...lower.slice(0, -1), last.slice(0, -VALUES_ENDING.length)]
  const shown = finder(plain)
  return shown && daysOf(shown.page) === 'kept'
    ? { match: shown, path: pathOf(lower), asValues: true }
    : undefined
}

/** The path of the page itself. */
const pagePath = <Asker>({ asValues, path }: Wanted<Asker>): string => {
  if (!asValues) return path
  return path === `/${HOME_VALUES}` ? '/' : path.slice(0, -VALUES_ENDING.length)
}

type Made = Answer | Stream | 404

export type PageKeeper<Asker> = {
  now: (key: string, on: Standing) => Made | undefined
  pageAt: (on: Standing, at: PageAt<Asker>) => Promise<Made | 503>
}

type SurroundOn = (on: Standing, path: string, page?: AroundPage) => Surround

/** Asks the page, and what is known of it, at once. */
async function asked<Asker>(
  shell: Shell<Asker>,
  surroundOn: SurroundOn,
  standing: Standing,
  at: PageAt<Asker>,
): Promise<Made> {
  const { match, query, on } = at
  const { page, params } = match
  const path = pagePath(at)
  const ask = on === null ? shell.ask : shell.askOn(on)
  const today = on ?? standing.today
  const request = { site: standing.site, path, params, query, today, on, origin: shell.origin }
  if (at.asValues) {
    const values = await shell.values(ask, request, page)
    return values === undefined ? absent(shell, surroundOn, standing, at, request) : writtenAnswer(values)
  }
  const days = daysOf(page)
  // Only where an address names something is there an entry whose page it could be.
  const known = days === 'kept' && page.path.includes(':') ? shell.provenance(ask, request) : undefined
  const [answer, entry] = await Promise.all([page.answer(ask, request), known])
  if (answer === undefined) return absent(shell, surroundOn, standing, at, request)
  if (answer instanceof Moved) return movedAnswer(answer.to)
  if (answer instanceof Text) return writtenAnswer(answer)
  if (answer instanceof Bytes) return bytesAnswer(answer)
  if (answer instanceof Stream)
    return new Stream(answer.mediaType, answer.pieces, answer.fileName, tagOf(`${standing.key} ${path}`))
  const values = hasValues(page, entry !== undefined)
    ? addressOf(valuesPath(path), on === null ? {} : { on })
    : null
  const around = { address: addressOf(path, query), query, on, days, entry, values }
  return textAnswer(documentOf(answer, surroundOn(standing, path, around)).text)
}

/** What is answered where nothing stands: where it went, why it is gone, or that there is no such page. */
async function absent<Asker>(
  shell: Shell<Asker>,
  surroundOn: SurroundOn,
  standing: Standing,
  { on, asValues }: PageAt<Asker>,
  request: PageRequest,
): Promise<Made> {
  const why = await shell.absence(on === null ? shell.ask : shell.askOn(on), request)
  if (why === undefined) return 404
  if (why instanceof Moved) {
    const to = asValues ? valuesPath(why.to) : why.to
    return movedAnswer(on === null ? to : addressOf(to, { on }))
  }
  if (asValues)
    return textAnswer(`${JSON.stringify(why.values, null, 1)}\n`, {
      status: why.status,
      mediaType: 'application/json; charset=utf-8',
    })
  return textAnswer(documentOf(why.view, surroundOn(standing, '')).text, { status: why.status })
}

/**
 * Bytes that a value takes when it is kept. That nothing stands at an address is not kept: something may have been published
 * there in the same second, and while the record is away nobody could say so any more.
 */
function sizeOf(value: Made): number {
  if (value === 404) return Number.POSITIVE_INFINITY
  if (value instanceof Stream) return 0
  return value.status >= 400 ? Number.POSITIVE_INFINITY : value.body.plain.length * 2
}

/** Asks pages, and keeps what they answered for as long as the record stands as it did. */
export function pageKeeper<Asker>(shell: Shell<Asker>, surroundOn: SurroundOn): PageKeeper<Asker> {
  const cache = pageCache<Made>(shell.keep)
  return {
    now: (key, on) => cache.now(key, on.key),
    async pageAt(on, at) {
      const key = addressOf(at.path, at.on === null ? at.query : { ...at.query, on: at.on })
      const kept = cache.now(key, on.key)
      if (kept) return kept
      if (cache.making() >= MOST_MAKING) return 503
      if (at.match.page.anew) return asked(shell, surroundOn, on, at)
      try {
        return await cache.make(key, on.key, async () => {
          const value = await asked(shell, surroundOn, on, at)
          return { value, size: sizeOf(value) }
        })
      } catch (error) {
        // The copy knows what was withdrawn meanwhile, and memory does not.
        const earlier = shell.copy === undefined && shell.unavailable(error) ? cache.earlier(key) : undefined
        if (earlier === undefined) throw error
        return earlier
      }
    },
  }
}
