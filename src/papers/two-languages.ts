/** Takes lines apart that say the same in Welsh and in English: "Lleoliad / Venue: County Hall", "Dydd Iau 6 Mawrth 2025 / Thursday 6 March 2025". */
import { firstDate } from './dates.ts'
import { languageOf } from './language.ts'

const WELSH_BODY = /\b(?:heddlu|pwyllgor|bwrdd|throsedd\w*|comisiwn)\b/i

/** Whether the first of two halves is the Welsh of the second. */
const areOne = (first: string, second: string): boolean => {
  const day = firstDate(first)
  if (day !== null) return day === firstDate(second)
  if (WELSH_BODY.test(first) && !WELSH_BODY.test(second)) return true
  return languageOf(first) === 'cy' && languageOf(second) !== 'cy'
}

/** The words of a line, English first where both languages stand on it; a line in one language is itself alone. */
export function inEachLanguage(words: string): string[] {
  if (words.length > 300 || !words.includes('/')) return [words]
  const [, one, other, value] = /^([\p{L} ]{3,40})\s*\/\s*([\p{L} ]{3,40}):\s*(\S.*)$/u.exec(words) ?? []
  if (one !== undefined && other !== undefined)
    return [`${other.trim()}: ${value}`, `${one.trim()}: ${value}`]
  const [first, second, ...more] = words.split(/\s+\/\s+/)
  if (first === undefined || second === undefined || more.length > 0) return [words]
  if (areOne(first, second)) return [second, first]
  return areOne(second, first) ? [first, second] : [words]
}
