/** What stands in the head of a page: for the title bar, for search engines, and for previews where it is shared. */
import { type Html, html } from './html.ts'
import type { Surround } from './layout.ts'
import type { View } from './page.ts'

/** Open Graph, as previews read it: words alone, no picture that the site does not have. */
function preview(view: View, { site, origin, page }: Surround): Html {
  if (page === undefined) return html``
  return html`<meta property="og:type" content="website"><meta property="og:site_name" content="${site.name}"><meta property="og:title" content="${view.title}">${
    view.description ? html`<meta property="og:description" content="${view.description}">` : ''
  }${origin === '' ? '' : html`<meta property="og:url" content="${origin}${page.address}">`}<meta property="og:locale" content="en_GB">`
}

/** One address for each page, and none for what a search engine should not hold: other days, failures, ways through. */
function standing(view: View, { origin, page }: Surround): Html {
  if (page === undefined || page.on !== null || view.unlisted) {
    return html`<meta name="robots" content="noindex">${
      page === undefined || page.on === null
        ? ''
        : html`<link rel="canonical" href="${origin}${page.address}">`
    }`
  }
  return html`<link rel="canonical" href="${origin}${page.address}">`
}

/** All of the head. It names nothing of another site. */
export const headOf = (view: View, surround: Surround): Html =>
  html`<meta charset="utf-8"><title>${view.title} – ${surround.site.name}</title><meta name="viewport" content="width=device-width, initial-scale=1">${
    view.description ? html`<meta name="description" content="${view.description}">` : ''
  }${standing(view, surround)}${preview(view, surround)}<meta name="theme-color" content="${surround.site.ink}"><link rel="icon" href="/favicon.svg" type="image/svg+xml">${surround.styles.map(
    (style) => html`<link rel="stylesheet" href="${style}">`,
  )}${
    surround.page?.values
      ? html`<link rel="alternate" type="application/json" title="This page as data" href="${surround.page.values}">`
      : ''
  }${(view.alternates ?? []).map(
    ({ href, title, mediaType }) =>
      html`<link rel="alternate" type="${mediaType}" title="${title}" href="${href}">`,
  )}`
