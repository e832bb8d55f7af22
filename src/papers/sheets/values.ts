/** Reads the numbers and the marks that stand for a missing one as official statistics print them (GSS: symbols in tables). */

/** A number in text, a mark that says why there is none, nothing at all, or words. A mark is never nought. */
export type ReadValue =
  | { is: 'number'; number: number; percent: boolean; pounds: boolean }
  | { is: 'mark'; mark: MarkKind; printed: string }
  | { is: 'empty' }
  | { is: 'words' }

/** What a mark says: hidden because small or secret; not there; makes no sense; nearly nought; an error of the program. */
export type MarkKind = 'suppressed' | 'not-available' | 'not-applicable' | 'low' | 'error' | 'dash'

/** A dash means nought here and nothing there, so it stays a dash: only the notes of its table say. */
const MARKS: ReadonlyMap<string, MarkKind> = new Map([
  ...each('dash', ['-', '–', '—', '‑', '−', '--']),
  ...each('suppressed', ['*', '**', 'c', '[c]', 's', '[s]', 'suppressed', '#']),
  ...each('not-available', [
    '..',
    '...',
    '…',
    ':',
    'x',
    '[x]',
    'n/a',
    'na',
    'n.a.',
    'not available',
    'null',
    'nan',
  ]),
  ...each('not-applicable', ['z', '[z]', '.', 'not applicable']),
  ...each('low', ['[low]', 'low', '~']),
  ...each('error', ['#n/a', '#ref!', '#value!', '#div/0!', '#name?', '#null!', '#num!']),
])

function each(mark: MarkKind, texts: readonly string[]): (readonly [string, MarkKind])[] {
  return texts.map((text) => [text, mark] as const)
}

/** The longest text that can be a number, its sign and its note. */
const LONGEST = 60
/** The mark of a note, of a revision or of a provisional figure behind a number. */
const NOTE = /(?:\s*(?:[*^~†‡]+|[([](?:r|p|e|b|u|note ?\d+|\d{1,2})[)\]]|[¹²³⁰⁴-⁹]+))+$/iu
const NUMBER =
  /^(\()?\s*([-−–+])?\s*(£)?\s*([-−])?\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?\s*(%|per cent)?\s*(\))?$/i

/**
 * Reads a cell's text: "1,234", "£1,234.50", "(12)", "−5.4%", "12 (r)", "[c]". Per cent is given as printed, 5.4 for
 * "5.4%". Only the digits 0 to 9 count; NaN, Infinity and powers of ten ("1e308", "1.2E+15") are words.
 */
export function readNumber(text: string): ReadValue {
  const plain = text.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ').trim()
  if (plain === '') return { is: 'empty' }
  if (plain.length > LONGEST) return { is: 'words' }
  const mark = MARKS.get(plain.toLowerCase())
  if (mark !== undefined) return { is: 'mark', mark, printed: plain }
  const bare = plain.replace(NOTE, '')
  const [, open, sign, pounds, signAfter, digits, decimals, percent, close] =
    NUMBER.exec(bare === '' ? plain : bare) ?? []
  if ((digits === undefined && decimals === undefined) || (open === undefined) !== (close === undefined))
    return { is: 'words' }
  // "(-5)" and "-£-5" say less twice, and nobody knows what they mean.
  const minuses = [open, sign === '+' ? undefined : sign, signAfter].filter((one) => one !== undefined)
  if (minuses.length > 1) return { is: 'words' }
  const size = Number(`${(digits ?? '0').replaceAll(',', '')}${decimals ?? ''}`)
  if (!Number.isFinite(size)) return { is: 'words' }
  const number = minuses.length === 1 && size !== 0 ? -size : size
  return { is: 'number', number, percent: percent !== undefined, pounds: pounds !== undefined }
}
