/** Writes a number as word processors print it in lists: 4, iv, d, 4th, fourth. */

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** Roman numerals in small letters, from 1 to 3999; larger ones in figures. */
export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let left = value
  let written = ''
  for (const [size, sign] of ROMAN) {
    written += sign.repeat(Math.floor(left / size))
    left %= size
  }
  return written
}

/** a to z, then aa, bb, cc: Word repeats the letter. Beyond 30 times the alphabet it stays in figures. */
export function letter(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
])

function cardinal(value: number): string {
  if (value < 0 || value > 99) return String(value)
  const unit = UNITS[value]
  if (unit !== undefined) return unit
  const ten = TENS[Math.floor(value / 10)] ?? ''
  return value % 10 === 0 ? ten : `${ten}-${UNITS[value % 10] ?? ''}`
}

function ordinalWords(value: number): string {
  return cardinal(value).replace(/[a-z]+$/, (word) => ORDINALS.get(word) ?? `${word.replace(/y$/, 'ie')}th`)
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map([
  ['decimalZero', (value: number) => String(value).padStart(2, '0')],
  ['lowerLetter', letter],
  ['upperLetter', (value: number) => letter(value).toUpperCase()],
  ['lowerRoman', roman],
  ['upperRoman', (value: number) => roman(value).toUpperCase()],
  ['ordinal', ordinal],
  ['cardinalText', (value: number) => capital(cardinal(value))],
  ['ordinalText', (value: number) => capital(ordinalWords(value))],
  ['numberInDash', (value: number) => `- ${value} -`],
  ['none', () => ''],
  ['bullet', () => ''],
])

/** A number in a format of ECMA-376 17.18.59 (ST_NumberFormat); one that is not known is written in figures. */
export const inFormat = (value: number, format: string): string =>
  FORMATS.get(format)?.(value) ?? String(value)
