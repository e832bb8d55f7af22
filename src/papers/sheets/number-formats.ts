/** Shows the numbers of an Excel workbook by their formats, and tells which formats are of days and of per cent (ECMA-376 part 1, 18.8.30). */
import { addDays, dateOf, type LocalDate } from '../../lib/index.ts'

/** A format of a workbook: what numbers are when they are shown with it. */
export type NumberFormat = { code: string; isDay: boolean; isTime: boolean; percent: boolean }

/** Excel itself takes no longer format. */
const LONGEST = 255

/** Formats that have a number and no words in the file. 14 and 22 follow the reader's country: here, the United Kingdom. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"£"#,##0;-"£"#,##0'],
  [6, '"£"#,##0;-"£"#,##0'],
  [7, '"£"#,##0.00;-"£"#,##0.00'],
  [8, '"£"#,##0.00;-"£"#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '#,##0;-#,##0;"-"'],
  [42, '"£"#,##0;-"£"#,##0;"-"'],
  [43, '#,##0.00;-#,##0.00;"-"'],
  [44, '"£"#,##0.00;-"£"#,##0.00;"-"'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
])

export const GENERAL: NumberFormat = { code: 'General', isDay: false, isTime: false, percent: false }

/** The format of a number that the file gives it, by its own words where it has some. */
export function numberFormat(id: number, own: string | undefined): NumberFormat {
  const code = own ?? BUILT_IN.get(id) ?? 'General'
  if (code === 'General' || code.length > LONGEST) return GENERAL
  // What is quoted, escaped or in brackets (colours, countries, conditions) is no part of a date.
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
  const isDay = /[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))
  return { code, isDay, isTime: !isDay && /[hms]/i.test(bare), percent: bare.includes('%') }
}

/** Shows a number as Excel does. A format that cannot be understood shows it as it is. */
export type ShowNumber = (value: number, format: NumberFormat, date1904: boolean) => string

/** What shows numbers; the library behind it is loaded only when a workbook is read, since every command would wait for it. */
export async function showingNumbers(): Promise<ShowNumber> {
  const { SSF } = await import('@e965/xlsx')
  const formatter: { format(code: string, value: number, options: { date1904: boolean }): string } = SSF
  return (value, { code }, date1904) => {
    if (code === 'General') return general(value)
    try {
      return formatter.format(code, value, { date1904 })
    } catch (error) {
      // The formatter throws bare errors over formats that it does not know.
      if (error instanceof Error) return general(value)
      throw error
    }
  }
}

/** Up to eleven digits, as in a cell that is wide enough. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value)
  const size = Math.abs(value)
  if (size >= 1e11 || size < 1e-9) {
    const [digits = '', power = ''] = value.toExponential(5).split('e')
    const sign = power.startsWith('-') ? '-' : '+'
    return `${digits.replace(/\.?0+$/, '')}E${sign}${power.slice(1).padStart(2, '0')}`
  }
  return String(Number(value.toPrecision(10)))
}

/** The first day of each system, and in that of 1900 the day 29 February 1900, which Excel counts although it never was. */
const NEVER = 60

/** The day of a serial number; null when there is none: before the first, after year 9998, or 29 February 1900. */
export function dayOf(serial: number, date1904: boolean): LocalDate | null {
  const whole = Math.floor(serial)
  if (whole < (date1904 ? 0 : 1) || whole > 2_950_000) return null
  if (date1904) return addDays(day(1904, 1, 1), whole)
  if (whole === NEVER) return null
  return addDays(day(1899, 12, whole > NEVER ? 30 : 31), whole)
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  const found = dateOf(year, month, dayOfMonth)
  if (found === undefined) throw new Error('The first days of Excel are days.')
  return found
}
