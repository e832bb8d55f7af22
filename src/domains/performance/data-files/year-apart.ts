/** Joins months and quarters with a year that stands elsewhere: above them, or in a column of its own. */
import { monthNumber } from '../../../lib/index.ts'
import type { SpanForm } from './mapping.ts'
import type { Printed } from './span-in-cell.ts'

/** Whether a text is a month or a quarter without its year. */
export const partOfYear = (text: string): 'month' | 'quarter' | undefined =>
  /^(?:q|qtr|quarter)\s*[1-4]$/i.test(text.trim())
    ? 'quarter'
    : monthNumber(text.trim()) === undefined
      ? undefined
      : 'month'

const joined = (text: string): Printed => ({ text, day: null })

/** A time whose year stands elsewhere: "Jan", "Q1" or "1" with "2017", "Apr" or "Q1" with "2018/19". */
export function withYear(printed: Printed, year: string, form: SpanForm): Printed {
  const part = printed.text.trim()
  const whole = year.trim().replace(/\.0$/, '')
  if (printed.day !== null || part === '') return printed
  if (form === 'quarter') return joined(`${whole} Q${/([1-4])$/.exec(part)?.[1] ?? part}`)
  const [, begins, ends] = /^(\d{4})[-/](\d{2,4})$/.exec(whole) ?? []
  const month = /^\d{1,2}$/.test(part) ? Number(part) : (monthNumber(part.toLowerCase()) ?? 0)
  if (month < 1 || month > 12) return joined(`${part} ${whole}`)
  const own =
    begins === undefined || ends === undefined ? whole : String(Number(begins) + (month < 4 ? 1 : 0))
  return joined(`${own}-${String(month).padStart(2, '0')}`)
}
