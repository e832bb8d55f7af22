/** Reads names of people as papers print them: honorifics, ranks, letters after the name, roles in brackets. */
import type { Member } from './reading.ts'

const TITLE = String.raw`(?:(?:The )?(?:Right |Rt\.? )?Hon(?:ourable|\.)?|Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Prof|Sir|Dame|Lord|Lady|Baroness|Baron|Reverend|Rev|Revd|Canon|Alderman|Ald|(?:County |City |Borough |District |Parish |Town )?Councillors?|Cllrs?|Y Cynghorydd|Cynghorydd|Cynghorwyr|(?:Y )?Cyng|(?:Temporary |Acting |T\/)?(?:Deputy |Assistant )?Chief Constable|[TA]?\/?(?:D|A)?CC|Detective (?:Chief )?(?:Superintendent|Inspector|Sergeant)|Chief (?:Superintendent|Inspector)|(?:Det |Ch )?(?:Supt|Insp|Sgt)|Superintendent|Inspector|Sergeant|DC[IS]|D?Supt|PC|Commander|Cdr|Colonel|Col|Lt Col|Major|Captain|Capt|Commissioner|(?:Deputy )?Mayor|[DA]?CFO)`
const LEADING = new RegExp(String.raw`^(?:${TITLE}\b\.?,?(?:\s+\/)?\s+)+(?=\S)`)
const LETTERS =
  /(?:,?\s+(?:GBE|KBE|DBE|CBE|OBE|MBE|BEM|QPM|KPM|JP|DL|KC|QC|MP|MS|AM|AS|MEP|PhD|BA|BSc|MA|MSc|LLB|CPFA|FCA|FCCA|FRSA|TD|VR|RD|Esq\.?|\([A-Z]{2,4}\)$))+$/
const PARTICLE = /^(?:de|der|den|van|von|la|le|du|di|da|al|el|bin|ap|ab|ferch|st|of)$/i
const OFFICE =
  /\b(?:officers?|chief|executive|council|commissioners?|manager|director|head|police|constable|constabulary|chair(?:man|woman|person)?|member|substitute|service|board|panel|committee|finance|deputy|assistant|lead|representative|independent|co-?opted|democratic|monitoring|solicitor|clerk|treasurer|authority|office|secretary|adviser|advisor|support|governance|governor|inspector|borough|district|city|county|party|group|force|team|policy|legal|general|counsel|apologies|vacancy|none|public|press|items?|unrestricted|exempt|business|agenda|minutes)\b/i

/** The name alone: no honorifics, ranks or letters after it. */
export function bareName(printed: string): string {
  const words = printed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '')
  const titled = words.replace(LEADING, '')
  // After "Mr" or "Mrs" nothing is a rank: "Mr Col Fitch" has that name.
  const civil = /^(?:Mr|Mrs|Ms|Miss|Mx)\b\.?\s+(?=(?:Col|Major|Dean|Baron|Sir)\s+\p{Lu})/u.exec(words)
  const named = civil === null ? titled.replace(LEADING, '') : words.slice(civil[0].length)
  const stripped = named.replace(LETTERS, '').replace(/,$/, '').trim()
  return stripped === '' ? words : stripped
}

/** Whether the words begin with an honorific or a rank. */
export const hasTitle = (words: string): boolean => LEADING.test(words)

/** Whether the words without honorific are those of an office or a body rather than a name. */
export const isOffice = (words: string): boolean => !hasTitle(words) && OFFICE.test(words)

/** Whether the words could be the name of a person: a few capitalised words or initials, none of them an office. */
export function looksLikeName(words: string): boolean {
  const bare = bareName(words)
  const tokens = bare.split(' ')
  if (bare === '' || tokens.length > 5 || (OFFICE.test(bare) && !hasTitle(words))) return false
  if (tokens.length === 1 && !hasTitle(words)) return false
  // No given name is a quarter of the compass: "North East Somerset" is a place.
  if (!hasTitle(words) && /^(?:North|South|East|West|Mid|Greater)$/.test(tokens[0] ?? '')) return false
  return (
    tokens.every(
      (token) =>
        PARTICLE.test(token) ||
        /^\p{Lu}[\p{L}.’'-]*$/u.test(token) ||
        /^[("“]\p{Lu}\p{L}+[)"”]$/u.test(token),
    ) && /\p{L}{2}/u.test(bare)
  )
}

/** "PM Hill" is "P M Hill": capitals that run together are initials, unless the whole name is in capitals. */
const apart = (name: string): string =>
  name === name.toUpperCase()
    ? name
    : name.replace(/^([A-Z]{2,3})(?=\s)/, (initials) => initials.split('').join(' '))

const folded = (name: string): string[] =>
  apart(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.’'()"“”]/g, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => token !== '')

/** Whether a printed name can be that of a member: the surname is the same and the given names or initials do not differ. */
export function fits(printed: string, member: string): boolean {
  const said = folded(bareName(printed))
  const full = folded(bareName(member))
  const surname = said.at(-1)
  if (surname === undefined || surname !== full.at(-1)) return false
  const given = said.slice(0, -1)
  const own = full.slice(0, -1)
  if (given.length === 0 || own.length === 0) return true
  const initialsOnly = given.every((token) => token.length === 1)
  const ownInitials = own.every((token) => token.length === 1)
  if (initialsOnly || ownInitials) return given.some((token) => own.some((other) => other[0] === token[0]))
  return (
    given.every(
      (token) => own.some((other) => other === token || (token.length === 1 && other[0] === token)) || false,
    ) ||
    own.every((token) => given.some((other) => other === token || (token.length === 1 && other[0] === token)))
  )
}

const roleWord = (role: string | null): string =>
  /chair/i.exec(role ?? '') === null ? '' : /vice|deputy/i.test(role ?? '') ? 'vice' : 'chair'

/** No body has more members of one surname; a list made to harm may, and each would be held against each. */
const MOST_ALIKE = 25

const surnames = new WeakMap<readonly Member[], Map<string, Member[]>>()

/** The members by surname, sorted once: a list of fifty thousand is not gone through for each name. */
function bySurname(membership: readonly Member[]): Map<string, Member[]> {
  const known = surnames.get(membership)
  if (known !== undefined) return known
  const sorted = Map.groupBy(membership, (member) => folded(bareName(member.name ?? '')).at(-1) ?? '')
  surnames.set(membership, sorted)
  return sorted
}

/**
 * The member whose line a printed name and role belong to. `name` is null when none fits; several names in `open` mean
 * that more than one fits and a person must decide.
 */
export function memberOf(
  printed: string,
  role: string | null,
  membership: readonly Member[],
): { name: string | null; open: string[] } {
  const surname = folded(bareName(printed)).at(-1) ?? ''
  const names = (bySurname(membership).get(surname) ?? [])
    .slice(0, MOST_ALIKE)
    .filter((member) => member.name !== null && fits(printed, member.name))
  const exact = names.filter(
    (member) => folded(member.name ?? '').join(' ') === folded(bareName(printed)).join(' '),
  )
  const sameRole =
    roleWord(role) === '' ? [] : names.filter((member) => roleWord(member.role) === roleWord(role))
  const [choice, ...others] = exact.length > 0 ? exact : sameRole.length > 0 ? sameRole : names
  if (choice === undefined) return { name: null, open: [] }
  if (others.length > 0) return { name: null, open: [choice, ...others].map((member) => member.name ?? '') }
  return { name: choice.name, open: [] }
}
