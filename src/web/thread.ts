/** The golden thread as a list: what was said, promised and done, in time order, each with a mark and words. */
import { type LocalDate, longDate } from '../lib/index.ts'
import { type Html, html, type Piece } from './html.ts'
import { link, type State, stateTag } from './pieces.ts'

/** A ring for what was said or written, a diamond for what was promised or asked, a filled mark for what is done. */
export type Mark = 'said' | 'promised' | 'done'

export type ThreadEntry = {
  mark: Mark
  date: LocalDate | null
  /** In words what the mark shows: "Promise by the Chief Constable", "Paper to the Board". */
  what: Piece
  title: string
  href: string
  /** One or two plain sentences. */
  text?: Piece
  /** Exact words from the source, without quotation marks. */
  quote?: string | null
  state?: State | null
  /** After the state, such as "no date given". */
  stateNote?: Piece
  /** Where it stands: made with `source`. */
  source?: Html | null
}

/** One entry of the thread, as a list item. Its heading is of the level given (3 when it stands under years). */
export function threadEntry(entry: ThreadEntry, level: 2 | 3 | 4 = 3): Html {
  const heading = link(entry.href, entry.title)
  const className = 'sm-title'
  return html`<li class="sm-entry sm-entry--${entry.mark}"><p class="sm-what">${
    entry.date === null ? 'No date' : html`<time datetime="${entry.date}">${longDate(entry.date)}</time>`
  } · ${entry.what}${entry.state ? html` · ${stateTag(entry.state)}` : ''}${
    entry.stateNote ? html` ${entry.stateNote}` : ''
  }</p>${
    level === 2
      ? html`<h2 class="${className}">${heading}</h2>`
      : level === 3
        ? html`<h3 class="${className}">${heading}</h3>`
        : html`<h4 class="${className}">${heading}</h4>`
  }${entry.text ? html`<p class="sm-text">${entry.text}</p>` : ''}${
    entry.quote ? html`<blockquote class="sm-text sm-quote">“${entry.quote}”</blockquote>` : ''
  }${entry.source ?? ''}</li>`
}

/** Entries in the order given, under a heading for each year. Says so in words when there are none. */
export function threadList(
  entries: readonly ThreadEntry[],
  nothing = 'Nothing has been published here yet.',
): Html {
  if (entries.length === 0) return html`<p class="govuk-body">${nothing}</p>`
  const years: { year: string; entries: ThreadEntry[] }[] = []
  for (const entry of entries) {
    const year = entry.date?.slice(0, 4) ?? 'Without a date'
    const last = years.at(-1)
    if (last?.year === year) last.entries.push(entry)
    else years.push({ year, entries: [entry] })
  }
  return html`<div class="sm-thread">${years.map(
    (part) =>
      html`<h2 class="sm-year">${part.year}</h2><ol class="sm-entries">${part.entries.map((entry) => threadEntry(entry))}</ol>`,
  )}</div>`
}

/** What the three marks mean, in words. Stands above or below a thread. */
export const threadKey = (): Html =>
  html`<p class="sm-key"><span class="sm-mark sm-mark--said" aria-hidden="true"></span> a ring: said or written <span class="sm-mark sm-mark--promised" aria-hidden="true"></span> a diamond: promised or asked for <span class="sm-mark sm-mark--done" aria-hidden="true"></span> a filled mark: done or answered</p>`
