/** Reads a rendered page as a person does: its headings, its links by their words, and the text one sees. */
import type { Html } from './html.ts'

export type SeenPage = {
  /** All text, without what only assistive technology is told to skip, spaces made one. */
  text: string
  headings: { level: number; text: string }[]
  links: { text: string; href: string }[]
  /** The visible words of each row of each table. */
  rows: string[][]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:)])/g, '$1')
    .trim()

/** What a person finds on a page. */
export function seen({ text: html }: Html): SeenPage {
  const all = (pattern: RegExp): RegExpExecArray[] => [...html.matchAll(pattern)]
  return {
    text: words(html),
    headings: all(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gs).map(([, level, inner]) => ({
      level: Number(level),
      text: words(inner ?? ''),
    })),
    links: all(/<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gs).map(([, href, inner]) => ({
      text: words(inner ?? ''),
      href: words(href ?? ''),
    })),
    rows: all(/<tr\b[^>]*>(.*?)<\/tr>/gs).map(([, row]) =>
      [...(row ?? '').matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => words(cell ?? '')),
    ),
  }
}

/** Where the link with these words leads; undefined when there is none. */
export const leadsTo = (page: SeenPage, text: string): string | undefined =>
  page.links.find((link) => link.text === text)?.href
