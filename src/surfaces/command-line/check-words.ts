/** Says in words what does not add up in a paper: where, the sentence, the verdict and the calculation; and how much was seen. */
import { styleText } from 'node:util'
import { groupedFindings, type Place, placedBlocks, placesIn } from '../../domains/checked-figures/index.ts'
import type { Check, Relation } from '../../figures/index.ts'
import type { Reading } from '../../papers/index.ts'

/** How words are set apart on a terminal; plain where there is none. */
export type Ink = {
  alarm: (words: string) => string
  mild: (words: string) => string
  strong: (words: string) => string
}

export const PLAIN: Ink = { alarm: String, mild: String, strong: String }

/** Colours for a stream: none where it is no terminal, or where NO_COLOR asks for none. */
export function inkFor(stream: NodeJS.WriteStream): Ink {
  const styled =
    (style: Parameters<typeof styleText>[0]) =>
    (words: string): string =>
      styleText(style, words, { stream })
  return { alarm: styled(['bold', 'red']), mild: styled('yellow'), strong: styled('bold') }
}

/** The lines that tell a person what a check found in a reading, coverage last. */
export function checkWords(reading: Reading, check: Check, ink: Ink): string[] {
  const at = placesIn(
    reading.text,
    placedBlocks(reading.blocks, () => ''),
  )
  const where = (offset: number): string => placeWords(at(offset), pageAt(reading, offset))
  const { failing, mild } = groupedFindings(check.relations)
  return [
    ink.strong(`${reading.file}: ${headline(failing.length)}`),
    ...failing.flatMap((group) => ['', ...groupLines(group, { reading, where, ink })]),
    ...section('Smaller things', mild, ([relation]) => [
      `  ${where(placeOf(relation))}: ${ink.mild(verdictWords(relation))}`,
      `    ${relation.message}`,
    ]),
    ...section('Remarks', check.notes, ({ start, message }) => [`  ${where(start)}`, `    ${message}`]),
    '',
    coverageWords(check),
  ]
}

const headline = (count: number): string =>
  count === 0
    ? 'nothing that was compared fails to add up'
    : `${count} ${count === 1 ? 'thing does' : 'things do'} not add up`

function section<Thing>(
  title: string,
  things: readonly Thing[],
  lines: (thing: Thing) => string[],
): string[] {
  return things.length === 0 ? [] : ['', `${title}:`, ...things.flatMap(lines)]
}

type Telling = { reading: Reading; where: (offset: number) => string; ink: Ink }

/** A finding: its first place in full, then the other places of the same cause. */
function groupLines(
  [first, ...others]: readonly [Relation, ...Relation[]],
  { reading, where, ink }: Telling,
): string[] {
  return [
    `  ${where(placeOf(first))}: ${ink.alarm(verdictWords(first))}`,
    `    “${sentenceAt(reading, first)}”`,
    `    ${first.message}`,
    ...(others.length === 0 ? [] : ['    The same difference shows in:']),
    ...others.flatMap((relation) => [`    - ${where(placeOf(relation))}`, `      ${relation.message}`]),
  ]
}

const placeOf = ({ stated, start }: Relation): number => stated?.start ?? start

function verdictWords({ verdict, severity }: Relation): string {
  if (severity === 'truncation') return 'cut off rather than rounded'
  if (severity === 'unlikely-rounding') return 'possible, but an unlikely rounding'
  return verdict === 'inconsistent' ? 'does not add up' : verdict.replaceAll('-', ' ')
}

function placeWords(place: Place | undefined, page: number | null): string {
  const label = place?.label ?? 'In the text'
  return page === null ? label : `Page ${page}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

const pageAt = ({ blocks }: Reading, offset: number): number | null =>
  blocks.find(({ start, end }) => start <= offset && offset < end)?.page ?? null

/** In characters. */
const LONGEST_QUOTE = 240

/** The sentence, or row, in which the checked figure stands, on one line. */
export function sentenceAt({ text, blocks }: Pick<Reading, 'text' | 'blocks'>, relation: Relation): string {
  const offset = placeOf(relation)
  const block = blocks.find(({ start, end }) => start <= offset && offset < end)
  const from = block?.start ?? 0
  const whole = text.slice(from, block?.end ?? text.length)
  const at = offset - from
  const isBroken = block !== undefined && block.type !== 'paragraph' && block.type !== 'heading'
  const ends = isBroken ? /\n/g : /[.!?](?=\s)|\n\s*\n/g
  let begin = 0
  let end = whole.length
  for (const match of whole.matchAll(ends)) {
    const after = match.index + match[0].length
    if (after <= at) begin = after
    else {
      end = match.index + (isBroken ? 0 : 1)
      break
    }
  }
  const sentence = whole.slice(begin, end).replace(/\s+/g, ' ').trim()
  if (sentence.length <= LONGEST_QUOTE) return sentence
  const figure = sentence.indexOf(relation.stated?.text ?? '')
  const first = Math.max(0, Math.min(figure - LONGEST_QUOTE / 2, sentence.length - LONGEST_QUOTE))
  const cut = sentence.slice(first, first + LONGEST_QUOTE).trim()
  return `${first > 0 ? '…' : ''}${cut}${first + LONGEST_QUOTE < sentence.length ? '…' : ''}`
}

const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

/** "41 figures seen, 12 of them in 9 relations: 8 consistent, 1 not; the others stand alone and were not checked." */
export function coverageWords({ coverage: { figures, inARelation, relations } }: Check): string {
  const seen = `${counted(figures, 'figure')} seen`
  const rounded = relations['consistent-within-rounding']
  const parts = [
    `${(relations.consistent + rounded).toLocaleString('en-GB')} consistent${rounded === 0 ? '' : ` (${rounded} within rounding)`}`,
    `${relations.inconsistent} not`,
    ...(relations.undecidable === 0 ? [] : [`${relations.undecidable} that cannot be decided`]),
  ]
  const total = relations.consistent + rounded + relations.inconsistent + relations.undecidable
  if (total === 0) return `${seen}, none of them in a relation that can be checked.`
  const rest = figures > inARelation ? '; the others stand alone and were not checked' : ''
  return `${seen}, ${inARelation} of them in ${counted(total, 'relation')}: ${parts.join(', ')}${rest}.`
}
