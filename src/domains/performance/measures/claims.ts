/**
 * Finds in a sentence what it claims of change: more, less, better, worse or nothing, and whether it denies it. A grammar of
 * English words; plans and wishes ("to reduce", "will rise"), measures taken ("increased patrols") and idioms are no claims.
 */

/** What is claimed: up and down of the figures, better and worse of what they are about. */
export type ClaimKind = 'up' | 'down' | 'better' | 'worse' | 'steady'

export type Claim = {
  readonly kind: ClaimKind
  /** It says that this did not happen: "did not rise", "no increase". */
  readonly denied: boolean
  /** The words, and where they stand in the sentence. */
  readonly quote: string
  readonly start: number
  readonly end: number
}

const WORDS: readonly (readonly [ClaimKind, string])[] = [
  [
    'up',
    String.raw`increas(?:e|es|ed|ing)|rise|rises|rose|risen|rising|grow|grows|grew|grown|growing|growth|climb(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|jump(?:s|ed)?|spiked?|doubled|trebled|escalat(?:es?|ed|ing|ion)|upwards?|upturn|uptick|hikes?(?= (?:in|of|to))|peaked|highest(?= (?:level|point|number|figure|total|count|rate|ever|since|on record|this|in|for))|higher|(?:sky)?rocket(?:s|ed|ing)?|record high|(?:ticked|edged|nudged|inched|trended|tracked|moved|pushed) (?:up|higher)|went up|gone up|going up|goes up|go up|crept up|shot up|(?:is|are|was|were|been|stood|stands) (?:\w+ly )?up|up (?:by|from|on)|up (?=£?\d[\d,.]*\s*(?:%|per cent|percent))`,
  ],
  [
    'down',
    String.raw`decreas(?:e|es|ed|ing)|reduc(?:es|ed|ing|tions?)|fall|falls|fell|fallen|falling|drops?|dropped|dropping|declin(?:e|es|ed|ing)|halved|plummet(?:s|ed|ing)?|plung(?:e|es|ed|ing)|dipp?(?:ed)?|shrink|shrank|shrunk|downwards?|downturn|lower(?:ed|ing)?|tumbl(?:es?|ed|ing)|slump(?:s|ed|ing)?|record low|(?:ticked|edged|inched|trended|moved) (?:down|lower)|(?:driven|drove|brought|pushed|got) (?:[\w’'-]+ ){1,3}down(?! (?:the|to|into|on)\b)|lowest(?= (?:level|point|number|figure|total|count|rate|ever|since|on record|this|in|for))|(?:driven|drove|driving|brought|bringing|pushed|pushing) down|(?<=\b(?:has|have|had) )(?:\w+ly )?cut|fewer(?= (?:[\w'’-]+ ){0,6}than\b)|(?<=\b(?:were|was|saw|seen|recorded|had|with) )fewer|came down|come down|coming down|went down|gone down|going down|goes down|go down|(?:is|are|was|were|been|stood|stands) (?:\w+ly )?down|down (?:by|from|on)|down (?=£?\d[\d,.]*\s*(?:%|per cent|percent))`,
  ],
  [
    'better',
    String.raw`improv(?:e|es|ed|ing|ements?)|better|in the right direction|turned (?:the|a) corner|(?<=\b(?:trajectory|trend|picture|outlook) (?:is|was|remains?|looks) (?:\w+ly )?)(?:positive|encouraging|promising|favourable)`,
  ],
  [
    'worse',
    String.raw`worse|worsen(?:s|ed|ing)?|deteriorat(?:e|es|ed|ing|ion)|in the wrong direction|(?<=\b(?:trajectory|trend|picture|outlook) (?:is|was|remains?|looks) (?:\w+ly )?)(?:negative|worrying|concerning|bleak)`,
  ],
  [
    'steady',
    String.raw`(?:remain(?:s|ed)?|stay(?:s|ed)?|held|is|are|was|were|been) (?:\w+ly )?(?:stable|steady|level|flat|unchanged|the same)|unchanged|no change|not changed`,
  ],
]

const CLAIMS = new RegExp(
  WORDS.map(([kind, words]) => String.raw`(?<${kind}>(?<![\w-])(?:${words})(?![\w-]))`).join('|') +
    String.raw`|(?<more>\b(?:more|less) (?!than\b)(?:[\w'’-]+ ){1,5}than(?= (?:last|previous|before|in|during|a year|the (?:same|previous|year|month|quarter|12|twelve)|it was|there were)\b))`,
  'giu',
)

/** What stands before a word and makes it a plan, a wish, a forecast or another thing altogether. */
const NO_CLAIM_BEFORE =
  /\b(?:(?<!(?:continu(?:es?|ed|ing)|began|begun|begins?|start(?:s|ed)?|seems?|appears?|seen|tend(?:s|ed)?|fail(?:s|ed)?) )to|will|would|should|shall|could|can|may|might|must|help(?:s|ed|ing)?|aim(?:s|ed)? (?:for|at)|how|plans? (?:for|an?|the)|towards|if|target (?:of|for) (?:an?|the)|giv(?:e|es|en|ing)|gave|expect(?:s|ed)?(?: to| an?)?|forecast(?: an?)?) (?:\w+ly |be |see |the |an? |any |further |continue to )*$/iu
/** What follows "if" and "whether" is not said to have happened. */
const SUPPOSED = /\b(?:if|whether|unless|in case)\b[^,;:.]*$/iu
const FOLLOWED_UP =
  /\b(?:follow(?:s|ed|ing)?|back(?:s|ed)?|set|tak(?:e|en)|made|drawn|pick(?:s|ed)|weigh(?:s|ed)?|track(?:s|ed)?|break(?:s|ing)?|broken|broke|clos(?:e|ed)|shut) $/iu

/** What stands behind a word and makes it another thing: limits, remits, places, "drop-in". */
const NO_CLAIM_AFTER =
  /^ (?:limits?|control|end|court|education|tier|level of detail|within|under|short|outside|victim|into (?:the|this|that) (?:remit|category|scope)|to (?:the|our|us|them)(?! (?:lowest|highest))\b|understand\w*|data|recording|working|ways?|hubs?|sampl\w+|pipe|out of|out because|trees?|officers|colleagues|heroes|strateg\w+|units?|partnerships?|challenges?|plans?|programmes?|initiatives?|teams?|funds?|work|targets?)\b/iu

/** Words that are an adjective of something else where a noun follows that is not what is measured. */
const PARTICIPLE =
  /^(?:increased|increasing|reduced|reducing|improved|improving|improvements?|growing|rising|falling|better|lower|higher|greater)$/iu
const ADJECTIVE_BEFORE =
  /(?:^|[,;:.]|\b(?:through|by|with|of|for|via|from|to|and|an?|the|our|their|its|these|despite|after|following|including|due))\s*$/iu
const GOES_ON =
  /^(?:$|[.,;:!?)–—-]|\s+(?:[.,;:!?)–—-]|\d|£|by|from|to|in|on|over|since|during|again|and|but|or|than|compared|this|last|each|every|across|for|at|as|between|of|with|when|while|after|is|are|was|were|has|have|had|year|month|quarter|slightly|sharply|significantly|markedly|steadily|slowly|considerably|overall|further|throughout|performance|results?|satisfaction|confidence|figures?|numbers?|levels?|rates?|crimes?|offences?|offending|robber(?:y|ies)|burglar(?:y|ies)|thefts?|volumes?|counts?|reports?|incidents?|demand|trends?|totals?|victims?)\b)/iu

const DENIED =
  /\b(?:not|n't|never|no|neither|nor|without (?:an?|any)|rather than|instead of|fail(?:s|ed)? to|no longer|nothing|hardly|cannot)(?:\s+(?:(?!but\b|and\b|while\b|although\b)[\w'’]+)){0,3}\s+$/iu
const APOSTROPHE = /n[’']t(?:\s+(?:(?!but\b|and\b)[\w'’]+)){0,3}\s+$/iu
const NOT_ONLY = /\bnot (?:only|just|merely)\b[^,;]*$/iu

/** The claims of a sentence, in their order. */
export function claimsOf(sentence: string): Claim[] {
  return [...sentence.matchAll(CLAIMS)].flatMap((match) => {
    const quote = match[0]
    const start = match.index
    const kind = kindOf(match.groups ?? {}, quote)
    const before = sentence.slice(0, start)
    const after = sentence.slice(start + quote.length)
    if (!isClaim(quote, before, after)) return []
    const denied = kind !== 'steady' && isDenied(before)
    return [{ kind, denied, quote, start, end: start + quote.length }]
  })
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, quote: string): ClaimKind {
  const named = WORDS.find(([kind]) => groups[kind] !== undefined)?.[0]
  return named ?? (/^more/iu.test(quote) ? 'up' : 'down')
}

function isClaim(quote: string, before: string, after: string): boolean {
  if (NO_CLAIM_BEFORE.test(before) || SUPPOSED.test(before) || NO_CLAIM_AFTER.test(after)) return false
  if (/^up|^down/iu.test(quote) && FOLLOWED_UP.test(before)) return false
  if (/^fewer$/iu.test(quote) && /\bno $/iu.test(before)) return false
  if (actsOnSomething(quote, before, after) || isName(quote, before)) return false
  if (/^better$/iu.test(quote) && !GOES_ON.test(after)) return false
  return !(PARTICIPLE.test(quote) && ADJECTIVE_BEFORE.test(before) && !GOES_ON.test(after))
}

/** "improve the quality", "at reducing crime", "Increase awareness": what somebody does, or is to do, to another thing. */
function actsOnSomething(quote: string, before: string, after: string): boolean {
  const begins = /^[\s•*–-]*$/u.test(before)
  if (/^(?:improve|increase|decrease|grow)$/iu.test(quote))
    return (
      begins ||
      (/^improve$/iu.test(quote) && !GOES_ON.test(after)) ||
      /^ (?:the|our|their|its|his|her|public|awareness|capacity|access|recruitment|patrols?)\b/iu.test(after)
    )
  if (!/^(?:reducing|improving|increasing|growing|lowering|(?:driving|bringing|pushing) down)$/iu.test(quote))
    return false
  if (/\bsucce(?:ss|ssful|ssfully|eded|eds|eding) (?:in|at) $/iu.test(before)) return false
  return (
    begins || /\b(?:at|of|by|for|in|on|towards|about|through|whilst|while|into|there was) $/iu.test(before)
  )
}

/** "Violence Reduction Unit": a word with a capital behind another is part of a name. */
const isName = (quote: string, before: string): boolean =>
  /^[A-Z]/u.test(quote) && /[A-Z][\w'’&-]*\s$/u.test(before)

const isDenied = (before: string): boolean =>
  (DENIED.test(before) || APOSTROPHE.test(before)) && !NOT_ONLY.test(before)

/** What a force puts in or does, and no measure of crime: that it grew or improved says nothing of the figures. */
const MEANS =
  /\b(officers?|staff|staffing|patrols?|patrolling|funding|budgets?|investment|resources?|training|recruitment|recording|standards|lighting|visits?|presence|visibility|awareness|capacity|equipment|cameras?|technology|processes|guidance|supervision)\b/iu
/** Where one thing said ends and another begins. */
const CLAUSE = /[,;:.]|\b(?:and|but|while|whilst|because|since|as|when|after|so|although)\b/iu
const NO_OBJECT =
  /^(?:$|[.,;:!?)]| (?:since|by|from|to|in|on|over|during|across|this|last|for|at|as|between|again|and|but|or|after|following|despite|due|thanks|because|until|when|while|further|sharply|slightly|significantly|considerably|markedly|steadily)\b)/iu

/**
 * Whether a claim is of what a force puts in and not of what is measured: "patrols improved", "has increased the number of
 * officers". `name` is what the measure is called: where it names officers, they are what is measured.
 */
export function isOfMeans(sentence: string, { start, end }: Claim, name: string): boolean {
  // "Patrols have driven robbery down" names what went down itself.
  if (/^\S+ \S.* down$/iu.test(sentence.slice(start, end))) return false
  const clause = sentence.slice(0, start).split(CLAUSE).at(-1) ?? ''
  const before = clause.replace(/^\s*(?:the )?(?:number|amount|level|use) of /iu, '')
  const after = sentence.slice(end)
  const subject = NO_OBJECT.test(after) ? before.trim().split(/\s+/u).slice(0, 3).join(' ') : ''
  const object =
    /^ (?:(?:the|our|their|its|more) )?(?:(?:number|amount|level|use) of )?(?:[\w'’-]+ )?[\w'’-]+/iu.exec(
      after,
    )?.[0] ?? ''
  const transitive = /ed$|ing$|cut$|down$|es$/iu.test(sentence.slice(start, end)) && !NO_OBJECT.test(after)
  return [subject, transitive ? object : ''].some((words) => {
    const [means] = MEANS.exec(words) ?? []
    return means !== undefined && !name.toLowerCase().includes(means.toLowerCase().replace(/s$/u, ''))
  })
}

/** Whether a sentence says that a change lasts: "a sustained rise", "continues to fall", "an upward trend". */
export const saysLasting = (sentence: string): boolean =>
  /\b(?:sustained|lasting|persistent(?:ly)?|continu(?:e|es|ed|ing|al|ally|ous|ously)|stead(?:y|ily)|consistent(?:ly)?|month (?:on|after|by) month|trends?|trending|trajectory|ke(?:eps?|pt))\b/iu.test(
    sentence,
  )

/** Whether a sentence says itself that what it tells may be chance. */
export const saysChance = (sentence: string): boolean =>
  /\b(?:usual|normal|natural|expected|random) (?:variation|range|ups and downs|fluctuation)|\bchance\b|\bnot (?:statistically )?significant|\bno clear change|\bwithin (?:the |its )?(?:control |usual )?limits|\bcommon[- ]cause\b/iu.test(
    sentence,
  )

/** Whether a sentence holds one value against one other: "from 50 to 60", "than last year", "12% more". */
export const comparesTwo = (sentence: string): boolean =>
  /\bfrom £?[\d,.]+%? to £?[\d,.]+|\bcompared (?:with|to)\b|\bthan (?:last|the (?:same|previous|year|month|quarter)|in|a year)\b|\b(?:year|month|quarter)[- ]on[- ](?:year|month|quarter)\b|\bon (?:last|the (?:same|previous))\b|\d\s*(?:%|per cent|percent)|\bagainst\b|\bversus\b/iu.test(
    sentence,
  )

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The months that a sentence names with their year, written 2019-07. */
export const monthsNamed = (sentence: string): string[] =>
  [
    ...sentence.matchAll(
      /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\.? (\d{4})\b/giu,
    ),
  ].map(
    ([, name = '', year = '']) =>
      `${year}-${String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0')}`,
  )
