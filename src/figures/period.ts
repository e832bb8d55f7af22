/** Which moments a passage names, as far as it says; figures of different periods are different quantities (figures.md 2.9). */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const MOMENT = new RegExp(
  `\\b(?:${MONTH}\\.? )?((?:19|20)\\d\\d)(?:\\s?[/-]\\s?(\\d{2,4}))?\\b|\\b((?:last|previous|prior|preceding|this|current|next) (?:[a-z0-9-]+ )?(?:year|month|quarter|period|week))\\b`,
  'g',
)

/** A period named in a passage; `order` counts months and is undefined of "last year" and its like. */
export type Period = { readonly key: string; readonly order: number | undefined; readonly at: number }

/** The periods that `words` name, in order. */
export function periodsIn(words: string): Period[] {
  return [...words.matchAll(MOMENT)].map((found) => {
    const [, month, year, end, relative] = found
    if (relative !== undefined) return { key: relative, order: undefined, at: found.index }
    const order = Number(year) * 12 + (month === undefined ? 0 : MONTHS.indexOf(month))
    const key = `${year}${month === undefined ? '' : ` ${month}`}${end === undefined ? '' : `/${end.slice(-2)}`}`
    return { key, order, at: found.index }
  })
}

/** All that `words` say of time, as one key: "12|2019 sep". */
export function periodKey(words: string): string {
  const lengths = [...words.matchAll(/\b(\d{1,2}|twelve|three|six)[- ]months?\b/g)].map((found) => found[1])
  return [...lengths, ...periodsIn(words).map(({ key }) => key)]
    .toSorted((a = '', b = '') => a.localeCompare(b))
    .join('|')
}
