/** Reads a name as minutes and agendas print it: honorifics, ranks and letters apart from the name that is left. */

export type PrintedName = {
  /** As it stands in the paper. */
  asPrinted: string
  /** The name without honorifics and letters: "P M Hill"; empty for a form that names only an office. */
  bare: string
  /** Given names and initials, in order: ["P", "M"], ["Mike"]. */
  given: string[]
  /** Null where only an office is printed ("The Vice-Chairman"). */
  surname: string | null
  /** What the honorific says, and nothing else does. */
  addressedAs: 'man' | 'woman' | null
  /** The office, where the form is nothing but one: "vice-chairman", "commissioner". */
  office: string | null
}

const wordsIn = (list: string): string[] => list.split(' ')

const MEN = ['mr', 'sir', 'lord', 'baron']
const WOMEN = ['mrs', 'ms', 'miss', 'lady', 'baroness', 'dame']
const RANKS = wordsIn(
  'councillor cllr cllrs cr clr alderman ald dr prof professor rev revd reverend the rt hon ' +
    'honourable right cc dcc acc ch supt det chief deputy assistant temporary t constable ' +
    'superintendent inspector sergeant commander judge major colonel col captain capt mx madam',
)
const LETTERS = wordsIn(
  'obe mbe cbe kbe dbe bem qpm kpm qc kc jp dl mp ms phd cpfa fcca fca cc kcvo cvo lvo mvo vr td ' +
    'frsa ma ba msc bsc esq',
)

/** Offices that stand for a name in running text, each with the one word we compare by. */
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/^vice[- ]?chair(man|woman|person)?$|^deputy chair(man|woman|person)?$/, 'vice-chairman'],
  [/^chair(man|woman|person)?$/, 'chairman'],
  [/^(police(,? fire)? and crime )?commissioner$|^p\.?f?\.?c\.?c\.?$|^pfcc$/, 'commissioner'],
  [/^deputy (police and crime )?commissioner$|^dpcc$/, 'deputy-commissioner'],
  [/^chief constable$/, 'chief-constable'],
  [/^deputy chief constable$/, 'deputy-chief-constable'],
  [/^(pcc['’]?s )?chief executive( officer)?$/, 'chief-executive'],
  [/^(pcc['’]?s )?chief finance officer$/, 'chief-finance-officer'],
]

/**
 * The office that a few words name, by the word we compare by ("The Vice-Chair" → vice-chairman); null when they name
 * none, or a post that holds more than an office ("Kent Police and Crime Commissioner" is the commissioner's).
 */
export function officeOf(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/^the\s+/, '')
    .replace(/[.\s]+$/, '')
    .trim()
  for (const [pattern, office] of OFFICES) if (pattern.test(plain)) return office
  for (const [tail, office] of POST_TAILS)
    if (plain.endsWith(tail) && !plain.includes('deputy')) return office
  return null
}

/** Posts are printed with the area before the office: "Kent Police and Crime Commissioner". */
const POST_TAILS: readonly (readonly [string, string])[] = [
  ['police and crime commissioner', 'commissioner'],
  ['police, fire and crime commissioner', 'commissioner'],
  ["pcc's chief executive", 'chief-executive'],
  ["pcc's chief finance officer", 'chief-finance-officer'],
]

/** One spelling for comparison: no accents, no marks, lower case; hyphens stay because Mochrie-Cox is one name. */
export function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[‐-―]/g, '-')
    .replace(/[^a-z0-9-]/g, '')
}

const PARTICLES = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'du',
  'st',
  'mac',
  'ap',
  'ab',
  'bin',
  'al',
])

/** Reads one printed form. A form that is only an office has no surname; what is not understood stays in `bare`. */
export function readName(asPrinted: string): PrintedName {
  const office = officeOf(asPrinted)
  const none = { asPrinted, bare: '', given: [], surname: null, addressedAs: null }
  if (office !== null) return { ...none, office }
  const withoutAside = asPrinted.replace(/\([^)]*\)/g, ' ')
  const [main = ''] = withoutAside.split(',')
  const words = main.replace(/\./g, ' ').split(/\s+/).filter(Boolean)
  let addressedAs: PrintedName['addressedAs'] = null
  while (words.length > 1) {
    const word = plainWord(words[0] ?? '')
    if (MEN.includes(word)) addressedAs = 'man'
    else if (WOMEN.includes(word)) addressedAs = 'woman'
    else if (!RANKS.includes(word)) break
    words.shift()
  }
  while (words.length > 1 && isLetters(words.at(-1) ?? '')) words.pop()
  return { asPrinted, ...splitName(words), addressedAs, office: null }
}

/** Letters after a name are capitals: OBE is, Ma and Ba as surnames are not. */
const isLetters = (word: string): boolean =>
  LETTERS.includes(plainWord(word)) && (word === word.toUpperCase() || word === 'Esq' || word === 'PhD')

function splitName(words: string[]): { bare: string; given: string[]; surname: string | null } {
  const bare = words.join(' ')
  if (words.length === 0) return { bare, given: [], surname: null }
  let from = words.length - 1
  while (from > 1 && PARTICLES.has(plainWord(words[from - 1] ?? ''))) from -= 1
  const given = words.slice(0, from).flatMap((word) => (/^[A-Z]{2,3}$/.test(word) ? word.split('') : [word]))
  return { bare, given, surname: words.slice(from).join(' ') }
}

/** Whether a given name is only its first letter. */
export const isInitial = (given: string): boolean => plainWord(given).length === 1
