/** The document around every page: header band, navigation, the main part, and what it all stands on. */
import { type LocalDate, longDate } from '../lib/index.ts'
import { skipLink } from './components.ts'
import { type Html, html } from './html.ts'
import type { Section, Site, View } from './page.ts'
import { joined, link } from './pieces.ts'

const PLACES: readonly { section: Exclude<Section, null>; path: string; words: string }[] = [
  { section: 'plan', path: '/plan', words: 'The plan' },
  { section: 'meetings', path: '/meetings', words: 'Meetings' },
  { section: 'actions', path: '/actions', words: 'Actions' },
  { section: 'questions', path: '/questions', words: 'Questions' },
  { section: 'people', path: '/people', words: 'People' },
  { section: 'search', path: '/search', words: 'Search' },
]

export type Surround = {
  site: Site
  /** Addresses of the stylesheets, in order. */
  styles: readonly string[]
  /** The address of this page, so that the navigation can say "you are here"; empty for error pages. */
  path: string
  today: LocalDate
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

function footer(site: Site, today: LocalDate): Html {
  const links = [
    link('/accessibility', 'Accessibility'),
    link('/contact', 'Contact'),
    link('/about', 'About'),
  ]
  return html`<footer class="sm-foot"><div class="govuk-width-container"><p>As it stands on <time datetime="${today}">${longDate(today)}</time>. Published by ${site.publisher}.</p><p class="sm-foot__links">${joined(links, ' · ')}</p></div></footer>`
}

const skip = skipLink({ text: 'Skip to main content', href: '#main-content' })

/** The whole document of a page. It needs no script, sets no cookie, and asks nothing of another site. */
export function documentOf(view: View, surround: Surround): Html {
  const { site, styles, path, today } = surround
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template"><head><meta charset="utf-8"><title>${view.title} – ${site.name}</title><meta name="viewport" content="width=device-width, initial-scale=1">${
    view.description ? html`<meta name="description" content="${view.description}">` : ''
  }<meta name="theme-color" content="${site.ink}"><link rel="icon" href="/favicon.svg" type="image/svg+xml">${styles.map(
    (style) => html`<link rel="stylesheet" href="${style}">`,
  )}${(view.alternates ?? []).map(
    ({ href, title, mediaType }) =>
      html`<link rel="alternate" type="${mediaType}" title="${title}" href="${href}">`,
  )}</head>
<body class="govuk-template__body">${skip}${header(site)}${navigation(view.section, path)}<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
${view.main}
</main></div>${footer(site, today)}</body></html>
`
}
