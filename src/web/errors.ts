/** The pages for when something is not there, not allowed or broken: full pages in the look, never a stack. */
import { randomInt } from 'node:crypto'
import { html } from './html.ts'
import type { View } from './page.ts'
import { bullets, lead, link, pageTop, paragraph } from './pieces.ts'

export type Failure = 400 | 404 | 405 | 408 | 413 | 414 | 431 | 500 | 503

const WORDS: Record<Failure, { title: string; lead: string }> = {
  400: {
    title: 'This request could not be understood',
    lead: 'The address or what came with it is damaged. It may have been cut off when it was copied.',
  },
  404: {
    title: 'Page not found',
    lead: 'There is no page at this address. It may have been mistyped, or cut off when it was copied.',
  },
  405: {
    title: 'This cannot be done here',
    lead: 'These pages can be read, and nothing can be sent to them.',
  },
  408: {
    title: 'The request took too long',
    lead: 'It did not arrive completely in time. You can try again.',
  },
  413: { title: 'Too much was sent', lead: 'These pages can be read, and nothing can be sent to them.' },
  414: { title: 'The address is too long', lead: 'An address of this site is never as long as this one.' },
  431: {
    title: 'The request is too large',
    lead: 'The browser sent more along with the address than any page needs.',
  },
  500: {
    title: 'There is a problem with this page',
    lead: 'The fault is ours. The other pages may still work.',
  },
  503: {
    title: 'This page is not available at the moment',
    lead: 'We cannot look it up in the record just now. Please try again in a few minutes. Pages that need no search, no choice from a list and no other day may still open.',
  },
}

const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789'

/** A short reference that a person can read out, such as "k7m2-x9dp". */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? 'x')
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** The page for a failure. `reference` is shown so that whoever runs the site can find what happened. */
export function failureView(failure: Failure, reference?: string): View {
  const words = WORDS[failure]
  return {
    title: words.title,
    section: null,
    main: html`${pageTop({ title: words.title })}${lead(words.lead)}${
      reference
        ? paragraph(
            html`If you tell us about it, please give this reference: <strong>${reference}</strong>. See ${link('/contact', 'how to reach us')}.`,
          )
        : ''
    }${paragraph('You could go on with:')}${bullets([
      link('/', 'the first page: what was promised, and what came of it'),
      // Search is the first to go while the record is away.
      ...(failure === 503 ? [] : [link('/search', 'search')]),
      link('/contact', 'how to reach us'),
    ])}`,
  }
}

/** One line of JSON for the log: where in the code it happened, and no words of a reader or of the record. */
export function faultLine(error: unknown, reference: string, place: string): string {
  const known = error instanceof Error
  const code = known && 'code' in error && typeof error.code === 'string' ? error.code : null
  const at = known ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  return JSON.stringify({
    time: new Date().toISOString(),
    level: 'error',
    reference,
    place,
    error: known ? error.name : typeof error,
    code,
    at: at.slice(0, 12).map((line) => line.trim()),
  })
}
