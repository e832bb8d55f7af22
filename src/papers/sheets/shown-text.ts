/** The text of a cell as a reader sees it. */

/** Signs that look like a space, or like nothing. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const NOTHING = /[\u200b-\u200d\u2060\ufeff\u00ad]/g
const ODD = /[\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/

/** Trimmed, with ordinary spaces for all that look like one and without signs of no width. */
export function shownText(text: string): string {
  const plain = ODD.test(text) ? text.replace(SPACES, ' ').replace(NOTHING, '') : text
  return plain.trim()
}
