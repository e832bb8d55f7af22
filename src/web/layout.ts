/** The document around every page: header band, navigation, the main part, and what it all stands on. */
import { type Instant, type LocalDate, longDate } from '../lib/index.ts'
import { details, skipLink } from './components.ts'
import { dayForm, withDayKept } from './days.ts'
import { aboutExit, exitThisPage, speaksToVictims } from './exit.ts'
import { headOf } from './head.ts'
import { type Html, html, type Piece } from './html.ts'
import type { Days, Section, Site, View } from './page.ts'
import { joined, link } from './pieces.ts'
import { type Provenance, provenanceLine } from './provenance.ts'

const PLACES: readonly { section: Exclude<Section, null>; path: string; words: string }[] = [
  { section: 'plan', path: '/plan', words: 'The plan' },
  { section: 'meetings', path: '/meetings', words: 'Meetings' },
  { section: 'actions', path: '/actions', words: 'Actions' },
  { section: 'questions', path: '/questions', words: 'Questions' },
  { section: 'measures', path: '/measures', words: 'Measures' },
  { section: 'people', path: '/people', words: 'People' },
  { section: 'search', path: '/search', words: 'Search' },
]

/** What is known of a page that was found, beside what it shows. */
export type AroundPage = {
  /** Its address with its query, without a day. */
  address: string
  query: Readonly<Record<string, string>>
  /** The day whose record it shows; null for now. */
  on: LocalDate | null
  days: Days
  /** The standing of the entry whose page it is. */
  entry: Provenance | undefined
  /** The address of the same as values. */
  values: string | null
}

export type Surround = {
  site: Site
  /** Addresses of the stylesheets, in order. */
  styles: readonly string[]
  /** The address of this page, so that the navigation can say "you are here"; empty for error pages. */
  path: string
  today: LocalDate
  /** The site's address without a path; empty where it is not known. */
  origin: string
  /** When the record was last added to; null where nothing is published. */
  last: Instant | null
  /** Absent where no page was found. */
  page?: AroundPage
}

function navigation(section: Section, path: string): Html {
  const items = PLACES.map((place) => {
    const current =
      place.path === path
        ? html` aria-current="page"`
        : place.section === section
          ? html` aria-current="true"`
          : ''
    return html`<li><a class="govuk-link" href="${place.path}"${current}>${place.words}</a></li>`
  })
  return html`<nav class="sm-nav" aria-label="Main"><div class="govuk-width-container"><ul>${items}</ul></div></nav>`
}

function header(site: Site): Html {
  return html`<header class="sm-band"><div class="govuk-width-container"><a class="sm-name" href="/">${site.name}</a><span class="sm-sub">${site.tagline}</span></div></header>`
}

/** Below what the page says: as of when, from whom, how to check it, and the same on another day or as values. */
function footer({ site, today, path, last, page }: Surround, exits: boolean): Html {
  const links = [
    exits ? aboutExit() : '',
    page?.entry === undefined ? '' : link(`/cite?page=${encodeURIComponent(path)}`, 'Cite this page'),
    page === undefined || page.values === null ? '' : link(page.values, 'This page as data'),
    link('/data', 'Open data'),
    link('/accessibility', 'Accessibility'),
    link('/contact', 'Contact'),
    link('/about', 'About'),
  ]
  const stands =
    page === undefined || page.on === null
      ? html`As it stands on <time datetime="${today}">${longDate(today)}</time>`
      : html`As it stood on <time datetime="${page.on}">${longDate(page.on)}</time>`
  return html`<footer class="sm-foot"><div class="govuk-width-container"><p>${stands}. Published by ${site.publisher}.</p>${
    page === undefined ? '' : provenanceLine({ entry: page.entry, path, last, on: page.on })
  }${page?.days === 'kept' ? otherDay(path, page) : ''}<p class="sm-foot__links">${joined(links, ' · ')}</p></div></footer>`
}

const otherDay = (path: string, page: AroundPage): Html =>
  details({
    summaryText: 'See this page on another day',
    html: dayForm(path, page.query),
    classes: 'sm-foot__day',
  })

const skip = skipLink({ text: 'Skip to main content', href: '#main-content' })

/** Says that this is not the record as it is now, before anything else. */
const banner = (on: LocalDate, page: AroundPage): Html =>
  html`<aside class="sm-then" aria-label="Which day this page shows"><div class="govuk-width-container"><p>This is how the page stood on <time datetime="${on}">${longDate(on)}</time>. ${link(page.address, 'See it as it is now')}.</p></div></aside>`

/** The whole document of a page. It needs no script, sets no cookie, and asks nothing of another site. */
export function documentOf(view: View, surround: Surround): Html {
  const { site, path, page } = surround
  const on = page?.on ?? null
  const exits = speaksToVictims(view)
  const sameDay = (part: Html): Html => (on === null ? part : withDayKept(part, on))
  const then: Piece = on === null || page === undefined ? '' : banner(on, page)
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template"><head>${headOf(view, surround)}</head>
<body class="govuk-template__body">${skip}${exits ? exitThisPage(site) : ''}${sameDay(html`${header(site)}${navigation(view.section, path)}`)}${then}<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
${sameDay(view.main)}
</main></div>${sameDay(footer(surround, exits))}</body></html>
`
}
