/**
 * Breaks a text of the field into the words that can tie it to a priority. Words are of four classes: those that join
 * (and, of), empty ones that say nothing about a subject (deliver, effective), those of the whole field (police, crime)
 * which tell only beside another word, and telling ones.
 */

export type Word = {
  stem: string
  /** Whether the word tells by itself, or only beside a telling one. */
  telling: boolean
  /** How it hangs on the word before it: side by side or joined by "of"; by "and"; or not at all. */
  after: 'close' | 'and' | 'apart'
  /** Offsets in the text. */
  start: number
  end: number
}

const IRREGULAR = new Map([
  ['women', 'woman'],
  ['men', 'man'],
  ['children', 'child'],
  ['policing', 'police'],
  ['roads', 'road'],
])

const undoubled = (form: string): string => form.replace(/([bdgmnprt])\1$/, '$1')

/** The stem by which forms of one word are the same: volunteers, volunteering → volunteer. Small and predictable. */
export function stem(word: string): string {
  let form = IRREGULAR.get(word) ?? word
  if (form.length > 3 && /[^sui]s$/.test(form))
    form = form.endsWith('ies') ? `${form.slice(0, -3)}y` : form.slice(0, -1)
  form = form.replace(/iz(?=e|i|a)/, 'is')
  if (form.length > 7 && form.endsWith('ation')) form = form.slice(0, -5)
  else if (form.length > 6 && form.endsWith('ing')) form = undoubled(form.slice(0, -3))
  else if (form.length > 5 && form.endsWith('ed')) form = undoubled(form.slice(0, -2))
  return form.length > 4 && form.endsWith('e') ? form.slice(0, -1) : form
}

const JOINING = new Set(
  'a an the of to in on at by for from with that which who against into over under their its our your his her my is are be been was were as it this these those has have had not also all both any each such than then there they them we i you'.split(
    ' ',
  ),
)

const ALSO = new Set(['and', 'or', '&'])

/** Stems that say nothing about a subject, in any plan. */
const EMPTY = new Set(
  `account achieve act action activity addition address agenda aim appropriate approach ask balance best bring build chair
  combat commission commit commitment complete concern confirm consider continue create current day deal deliver delivery
  demand develop development different due during duty effective efficient effort emerg emergency end enhance ensure
  every example excellent experience explore face far fight first focus forward full future further get give good great
  group hear help high hold impact improve include increase information innovative involve issue keep key know lead level
  like long look made main make manage many matter meet meeting member month more need new next note number objective offer one
  open opportunity other outcome paper part performance period place point position possible practice present prevent
  progress promote protect provide put question raise range receive record reduce relation report request require
  resource result review right role safe safer section secure see seek set short show specific standard stand start
  strategic strategy strong support sure tackle take target term three time together two understand update use value
  view vision well will within work would year could should may can must do does did led`
    .split(/\s+/)
    .map((word) => stem(word)),
)

/** Stems of the whole field: they tell only beside a telling word, as in "young people" or "organised crime". */
const FIELD = new Set(
  `police policing crime criminals force county area community people person public service officer constable
  commissioner chief plan priority partner partnership agency local national resident business council district team staff
  member panel board grant government office kent unit offence offender victims`
    .split(/\s+/)
    .filter((word) => word !== 'victims' && word !== 'kent')
    .map((word) => stem(word)),
)

/** Written shorter in papers than in plans. */
const LONG_FORMS = new Map<string, string>([
  ['asb', 'anti social behaviour'],
  ['antisocial', 'anti social'],
  ['vawg', 'violence women girls'],
  ['ocg', 'organised crime group'],
  ['ocgs', 'organised crime group'],
  ['cse', 'child sexual exploitation'],
  ['msht', 'modern slavery human trafficking'],
  ['cybercrime', 'cyber crime'],
  ['pcc', 'police crime commissioner'],
  ['pccs', 'police crime commissioner'],
  ['hgvs', 'hgv'],
])

/** The sentences of a text, each as its words that are neither joining nor empty. `generic` are stems that tell nothing in this area. */
export function sentences(text: string, generic: ReadonlySet<string> = new Set()): Word[][] {
  const found: Word[][] = []
  let sentence: Word[] = []
  let after: Word['after'] = 'apart'
  const token = /[a-z0-9]+(?:['’][a-z]+)?|&|[.;:!?](?=\s|$)|\n{2,}|[,()"“”–—/|•]/gi
  for (const match of text.matchAll(token)) {
    const raw = match[0].toLowerCase()
    if (/^[.;:!?\n]/.test(raw)) {
      if (sentence.length > 0) found.push(sentence)
      sentence = []
      after = 'apart'
    } else if (ALSO.has(raw)) after = after === 'apart' ? 'apart' : 'and'
    else if (!/^[a-z0-9]/.test(raw)) after = 'apart'
    else if (!JOINING.has(raw)) {
      for (const part of longForm(raw)) {
        const form = stem(part)
        if (isEmpty(form, generic)) after = 'apart'
        else {
          sentence.push({
            stem: form,
            telling: !FIELD.has(form),
            after,
            start: match.index,
            end: match.index + match[0].length,
          })
          after = 'close'
        }
      }
    }
  }
  if (sentence.length > 0) found.push(sentence)
  return found
}

const isEmpty = (form: string, generic: ReadonlySet<string>): boolean =>
  EMPTY.has(form) || generic.has(form) || /^\d+$/.test(form) || form.length < 2

function longForm(raw: string): string[] {
  const bare = raw.replace(/['’]s?$/, '').replace(/['’]/g, '')
  return (LONG_FORMS.get(bare) ?? bare).split(' ')
}

/** The stems of a text as a set, joining words left out: for comparing headings. */
export function stems(text: string): Set<string> {
  const found = new Set<string>()
  for (const match of text.toLowerCase().matchAll(/[a-z0-9]+(?:['’][a-z]+)?/g)) {
    for (const part of longForm(match[0])) if (!JOINING.has(part) && !ALSO.has(part)) found.add(stem(part))
  }
  return found
}
