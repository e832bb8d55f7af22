/** Numbers that count nothing: dates, times, numbering, laws, roads, ages, scales (figures.md 2.10). */
import type { Bare } from './figure.ts'

type Window = { readonly before: string; readonly after: string }

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const NUMBERED =
  'items?|pages?|pp?\\.|paras?\\.?|paragraphs?|sections?|§|s\\.|articles?|regulations?|schedules?|clauses?|chapters?|parts?|appendix|annex|figures?|tables?|models?|phases?|stages?|tiers?|levels?|grades?|bands?|class|categor(?:y|ies)|options?|questions?|notes?|recommendations?|priorit(?:y|ies)|objectives?|version|no\\.?|number|minutes?|ref\\.?|rule|issue|volume|lot|step|wave|tranche|unit|zone|room|floor|junction|covid|gate|platform|day|week|year|quarter|q|standing orders?|form|group|key stage'

/** What stands before a number that counts nothing. */
const BEFORE: readonly RegExp[] = [
  new RegExp(`\\b${MONTH}\\.?\\s*$`, 'i'),
  new RegExp(`(?:^|[^\\w.])(?:${NUMBERED})\\s*[a-z]?\\(?$`, 'i'),
  new RegExp(
    `\\b(?:pages?|paragraphs?|sections?|items?|paras)\\s+\\d+(?:\\.\\d+)*\\s*(?:-|–|to|and|,)\\s*$`,
    'i',
  ),
  // Act 2011, and the year of anything with a year.
  /\b(?:act|order|regulations|bill|code)\s*\(?$/i,
  // Ages.
  /\b(?:aged?|ages|age of|under the age of|over the age of|those under)\s*(?:between\s*)?$/i,
  /\baged?\s+(?:between\s+)?\d+\s*(?:-|–|to|and)\s*$/i,
  // Scales, references, telephones.
  /\b(?:scale of|rated|out of|tel\.?:?|telephone:?|call(?:ing)?|dial|ext\.?|text)\s*$/i,
  /\bscale of \d+\s*(?:-|–|to)\s*$/i,
  // Letters, slashes and points glued to it: M26, 24/7, FOI 123A/20, 1.2.3, #4.
  /[\p{L}_#@&/.:\\]$/u,
  /\d[:.]$/,
  // Ranges, dates in digits and codes: 750 – 1000, 2021-03-14.
  /\d\s?[-–/]\s?$/,
  /[\p{L}\d]-$/u,
  // A range of dates or times whose first part was left out.
  /\d(?:st|nd|rd|th)?\s*(?:-|–|to|and)\s*$(?<=\b(?:on|the) \d{1,2}(?:st|nd|rd|th)\s*(?:-|–|to|and)\s*)/,
]

/** What stands after a number that counts nothing. */
const AFTER: readonly RegExp[] = [
  new RegExp(
    `^(?:st|nd|rd|th)?(?:\\s*(?:-|–|to|and|&)\\s*\\d{1,2}(?:st|nd|rd|th)?)?(?:\\s+of)?\\s+${MONTH}\\b`,
    'i',
  ),
  // Ordinals.
  /^\s?(?:<sup>\s*)?(?:st|nd|rd|th)\b/i,
  // Letters glued on, other than the units read already: 4x4, 10a, 4E, 2D.
  /^[\p{L}_]/u,
  // Dates and ratios: 5/17, 1:1, 7.0 / 10, 06:00.
  /^\s?\/\s?\d/,
  /^:\d/,
  /^\s?(?:am|pm|noon|hrs|hours on)\b/i,
  /^\.[\d\p{L}]/u,
  /^\s?[-–]\s?\d/,
  // Ages and scales.
  /^\s*(?:-|–|to)?\s*\d*\s?(?:[- ]years?[- ]olds?|year old|years of age|yrs? old)\b/i,
  /^\s*=/,
  /^\+/,
  // Telephone numbers go on with further groups of digits.
  /^ \d{3,}(?:[ ./]\d+)*/,
  /^\s?x\s/,
]

/** 1900 to 2099, standing alone as years do. */
function isYear({ text, unit, plain }: Bare, { before, after }: Window): boolean {
  if (unit !== null || !plain || !/^(?:19|20)\d\d$/.test(text)) return false
  if (/^\s*(?:[-–/]|to)\s*(?:\d\d|(?:19|20)\d\d)\b/.test(after)) return true
  if (
    /\b(?:in|of|since|by|until|till|from|to|during|year|for|before|after|and|end|on|the|early|late|mid|summer|winter|spring|autumn|between|than|financial|calendar|[-–])\s*['‘(]?$/i.test(
      before,
    )
  )
    return (
      !/^\s+(?:\p{L}+)(?:\s+(?:in|from|to|more|fewer|less)\b)/u.test(after) ||
      /\b(?:in|since|during|year)\s*$/i.test(before)
    )
  return /^\s*(?:[,.;:)|\]]|$)/.test(after) && /(?:[(,|]|\b\p{Lu}?\p{Ll}+)\s*$/u.test(before)
}

/** The later part of 2019/20, 2018-19, 17-18. */
const isEndOfYears = ({ text }: Bare, { before }: Window): boolean =>
  /^\d{2}(?:\d{2})?$/.test(text.replace(/^[-–−]/, '')) && /\b(?:19|20)\d\d\s*[-–/]?\s*$/.test(before)

/** A number at the start of a line with a point or bracket is the line's own. */
const isListNumber = ({ text, unit }: Bare, { before, after }: Window): boolean =>
  unit === null &&
  /(?:^|\n)[\s*_#>(\\]*$/.test(before) &&
  /^\d{1,3}(?:\.\d{1,2})*$/.test(text) &&
  (/^\\?[.)]?\s/.test(after)
    ? /^\\?[.)]\s/.test(after) || text.includes('.') || /^\s+\p{Lu}/u.test(after)
    : /^\\?[.)]\s*$/.test(after))

/** A clock time in words of digits: at 2.00 pm. */
const isClock = ({ text }: Bare, { after }: Window): boolean =>
  /^\d{1,2}(?:\.\d\d)?$/.test(text) && /^\s?(?:[ap]\.?m\b)/i.test(after)

/** Telephone numbers begin with 0 and count nothing; so does 999 and 101 before calls. */
const isTelephone = ({ text }: Bare, { before, after }: Window): boolean =>
  /^0\d/.test(text) ||
  (/^(?:999|101|111|105|112)$/.test(text) &&
    /^\s*(?:calls?|and (?:999|101)|emergency|non-emergency|or|number|service|demand|contact|,|\/|\.|\)|call)/i.test(
      after,
    )) ||
  (/^(?:999|101|111)$/.test(text) && /\b(?:999|101|111)\s*(?:and|or|\/|,|&)\s*$/.test(before)) ||
  /(?:^|\s)0\d{2,4}\s(?:\d{3,4}\s)?$/.test(before)

/** How long something lasts, where that is the name of a period: the 12 month period, the last 18 months, a 3-year plan. */
const isSpanOfTime = (_: Bare, { before, after }: Window): boolean => {
  if (/\bfrom\s*$/i.test(before)) return false
  if (
    !/^[- ](?:calendar |financial |working |consecutive )?(?:month|year|week|day|hour|minute|night)/i.test(
      after,
    )
  )
    return false
  if (
    /^-|^ (?:month|year|week|day|hour|minute)s?'? (?:period|rolling|programme|plan|average|review|trial|pilot|target|strategy|term|to|ending|ended|of|prior|ago|later|before|earlier)\b/i.test(
      after,
    )
  )
    return true
  return /\b(?:previous|last|past|next|first|preceding|prior|following|rolling|every|within|the|these|those|for|in|over|of|after|a|than|around|than|at least)\s*$/i.test(
    before,
  )
}

const ROAD = /\b[ABM]\s?$/

/** Whether a number, by what stands around it, counts nothing. Amounts of money and percentages always count something. */
export function excluded(bare: Bare, window: Window): boolean {
  if (bare.unit !== null) return /[\p{L}_]$/u.test(window.before) && bare.unit !== 'GBP'
  if (isYear(bare, window) || isEndOfYears(bare, window) || isTelephone(bare, window)) return true
  if (isSpanOfTime(bare, window)) return true
  if (isListNumber(bare, window) || isClock(bare, window) || ROAD.test(window.before)) return true
  return (
    BEFORE.some((pattern) => pattern.test(window.before)) ||
    AFTER.some((pattern) => pattern.test(window.after))
  )
}

const DURATION = /^[- ](?:second|minute|hour|day|night|week|month|year)s?\b/i

/** Whether a number word counts nothing: "one" is mostly no number, and compounds are names. */
export function excludedWord(bare: Bare, window: Window): boolean {
  if (bare.value.top <= 1n) return true
  if (DURATION.test(window.after) && !/\b(?:from|to|by)\s*$/i.test(window.before)) return true
  if (
    /[-\p{L}]$/u.test(window.before) ||
    /^-|^ (?:of us|fold|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|halves)\b/i.test(window.after)
  )
    return true
  return (
    isSpanOfTime(bare, window) ||
    /\b(?:phase|stage|part|step|tier|model|option|section|chapter|number)\s*$/i.test(window.before)
  )
}
