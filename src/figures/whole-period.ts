/** Reads the period that a figure is for, where the words name it whole: "the year to June 2019", "2018/19", "March 2020". */

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH = MONTHS.join('|')
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)? )?'

/** What a period is written as in a sentence, without the word before it. */
export const PERIOD = [
  `(?:the )?(?:rolling )?(?:year|(?:12|twelve) months|quarter|(?:3|three) months) (?:to|ending|ended|up to)(?: the end of)? ${DAY}(?:${MONTH}),? \\d{4}`,
  '(?:the )?(?:financial year |fiscal year )?(?:19|20)\\d\\d ?[/-] ?(?:20)?\\d\\d',
  `${DAY}(?:${MONTH}) (?:19|20)\\d\\d`,
  '(?:the )?(?:calendar year |year )?(?:19|20)\\d\\d',
].join('|')

const TO_MONTH = new RegExp(
  `^(?:rolling )?(year|(?:12|twelve) months|quarter|(?:3|three) months) (?:to|ending|ended|up to)(?: the end of)? (?:(\\d{1,2})(?:st|nd|rd|th)? )?(${MONTH}),? (\\d{4})$`,
)
const FINANCIAL = /^(?:financial year |fiscal year )?((?:19|20)\d\d) ?[/-] ?(?:20)?(\d\d)$/
const MONTH_OR_DAY = new RegExp(`^(?:(\\d{1,2})(?:st|nd|rd|th)? )?(${MONTH}) (\\d{4})$`)
const YEAR = /^(?:calendar year |year )?((?:19|20)\d\d)$/

const numberOf = (month: string): string => String(MONTHS.indexOf(month) + 1).padStart(2, '0')

/** The last day of a month is its end; any other day is said. */
function dayWithin(day: string | undefined, month: string, year: string): string {
  if (day === undefined) return ''
  const last = new Date(Date.UTC(Number(year), MONTHS.indexOf(month) + 1, 0)).getUTCDate()
  return Number(day) === last ? '' : `-${day.padStart(2, '0')}`
}

/**
 * One form for each period, so that two texts can be held against each other; undefined where words are no whole period.
 * "the year to June 2019" and "the year to September 2019" are different periods, "2018/19" and "the year to March 2019"
 * the same.
 */
export function periodOf(words: string): string | undefined {
  const plain = words.toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').replace(/^the /, '').trim()
  const [, span, toDay, toMonth = '', toYear = ''] = TO_MONTH.exec(plain) ?? []
  if (span !== undefined) {
    const length = /^(?:year|12|twelve)/.test(span) ? 12 : 3
    return `${length} months to ${toYear}-${numberOf(toMonth)}${dayWithin(toDay, toMonth, toYear)}`
  }
  const [, first, second] = FINANCIAL.exec(plain) ?? []
  if (first !== undefined)
    return Number(first.slice(2)) + 1 === Number(second) || second === '00'
      ? `12 months to ${Number(first) + 1}-03`
      : undefined
  const [, day, month, year] = MONTH_OR_DAY.exec(plain) ?? []
  if (month !== undefined && year !== undefined)
    return day === undefined
      ? `1 month to ${year}-${numberOf(month)}`
      : `on ${year}-${numberOf(month)}-${day.padStart(2, '0')}`
  const [, whole] = YEAR.exec(plain) ?? []
  return whole === undefined ? undefined : `12 months to ${whole}-12`
}
