/** Builders of pages as sites of committees give them, saved by a browser, of councils that are not. */
import type { Document } from './documents.ts'

/** A page with this body, and what a good reader finds in it. */
export const page = (name: string, body: string, expected: Document['expected'], head = ''): Document => ({
  name,
  file: 'saved-page.html',
  words: `<!DOCTYPE html>\n<html lang="en"><head>${head}</head><body>${body}</body></html>`,
  expected,
})

/** What a site puts round a page. */
export const ROUND = (inside: string): string =>
  `<a class="skip" href="#content">Skip to content</a><div class="site-header"><a href="/">Home</a> <a href="/your-council">Your council</a></div>${inside}<div id="footer"><p>Accessibility | Privacy | © 2025</p></div>`

/** A file under an item, as such sites list it. */
export const file = (title: string, size: string): string =>
  `<li><a href="documents/s1/${title.length}.pdf" title="Link to document">${title} <img src="pdf.gif" alt="pdf icon"> PDF ${size}</a></li>`

/** A row of the table in which they set an item. */
export const row = (number: string, inside: string): string =>
  `<tr><td class="number"><p><a name="AI${number}"></a>${number}</p></td><td class="item">${inside}</td></tr>`
