/** Number words up to a hundred: "seven", "twenty-one", "ninety nine", "one hundred". */
const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const values = new Map<string, number>([
  ...SMALL.map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['hundred', 100],
])

const WORD = [...TENS, 'hundred', ...SMALL].toSorted((a, b) => b.length - a.length).join('|')

/** Finds the next number word; the groups are its first word and, of "twenty-one", its second. */
export const numberWord = (): RegExp =>
  new RegExp(
    `\\b(?:(?:one|a) (?=hundred))?(${WORD})\\b(?:[- ](one|two|three|four|five|six|seven|eight|nine)\\b)?`,
    'gi',
  )

/** What the groups of `numberWord` say, and whether the second word belongs to it ("six seven" is two numbers). */
export function valueOfWords(first: string, second: string | undefined): { value: number; both: boolean } {
  const value = values.get(first.toLowerCase()) ?? 0
  if (second === undefined) return { value, both: false }
  const tens = value >= 20 && value < 100
  return { value: tens ? value + (values.get(second.toLowerCase()) ?? 0) : value, both: tens }
}
