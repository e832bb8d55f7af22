/** Knows who speaks and acts in minutes: office holders, bodies, members by name, and whom "he" means. */
import { bareName, memberOf } from './names.ts'
import type { Attendance, Attendee, Member } from './reading.ts'

/** Someone who can promise: `owner` as the register names them; `member` when they sit on the panel. */
export type Actor = { owner: string; member: boolean }

type Office = readonly [form: RegExp, owner: string]

const OFFICES: readonly Office[] = [
  [
    /^(?:the )?(?:deputy (?:police(?:, fire)? and crime )?commissioner|dpf?cc|deputy pf?cc|d\/pcc)$/i,
    'Deputy Commissioner',
  ],
  [
    /^(?:the )?(?:(?:\w+ )?police(?:, fire)? and crime commissioner|commissioner|pf?cc|comisiynydd)$/i,
    'Commissioner',
  ],
  [/^(?:the )?deputy mayor$/i, 'Deputy Mayor'],
  [/^(?:the )?mayor$/i, 'Mayor'],
  [/^(?:the )?(?:temporary |acting )?chief constable$/i, 'Chief Constable'],
  [/^(?:the )?deputy chief constable$/i, 'Deputy Chief Constable'],
  [/^(?:the )?assistant chief constable$/i, 'Assistant Chief Constable'],
]

const TITLED = String.raw`(?:(?:Cllr|Councillor|County Councillor|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Professor|Prof|ACC|DCC|Superintendent|Chief Superintendent|Inspector)\.?\s+)+(?:[A-Z]\.?\s+)*[A-Z][\p{L}’'-]+(?:\s+(?!Police|Council|County)[A-Z][\p{L}’'-]+)?`
const OFFICER = String.raw`(?:(?:the|The)\s+)?(?:(?:[A-Z][a-z]+|Police and Crime|and)\s+){0,3}(?:Chief Executive|Chief Finance Officer|Monitoring Officer|Democratic Services Officer|Scrutiny(?: Research)? Officer|Treasurer|Clerk|Solicitor|Lead Officer|Head of [A-Z]\w+|Director of [A-Z]\w+)`
const ACTOR = new RegExp(
  String.raw`(?:[Tt]he\s+)?(?:Deputy\s+|Temporary\s+|Acting\s+|Assistant\s+)?(?:\b(?:Deputy |[A-Z]\w+ )?Police(?:, Fire)? and Crime Commissioner|\b[Cc]ommissioner|\bD?PF?CC|\bDeputy Mayor|\bMayor|\bChief Constable|\bComisiynydd)\b(?!['’]s)|${OFFICER}\b|${TITLED}(?!['’]s)|(?:[Tt]he\s+)?\b(?:Vice-?\s?[Cc]hair(?:man|woman|person)?|Deputy Chair(?:man|woman|person)?|[Cc]hair(?:man|woman|person)?|Panel|Board|Committee|Force|Constabulary|Secretariat|(?<=[Tt]he )officers|Officers|Members)\b(?!['’]s|\s+(?:[Mm]eeting|[Pp]apers?|[Mm]embers?|[Rr]eport))`,
  'gu',
)

/** Who a mention names; null when it is no one that can own an action. */
export function actorOf(
  mention: string,
  attendance: Attendance | null,
  membership: readonly Member[],
): Actor {
  const words = mention.trim()
  const office = OFFICES.find(([form]) => form.test(words))
  if (office !== undefined) return { owner: office[1], member: false }
  if (/chair/i.test(words)) return { owner: words.replace(/^the\s+/i, ''), member: true }
  if (/^(?:the )?(?:panel|committee|board|members)$/i.test(words)) return { owner: 'Panel', member: true }
  if (/^(?:the )?(?:force|constabulary)$/i.test(words)) return { owner: 'Force', member: false }
  const known = attendance === null ? undefined : sortedOf(attendance)
  const officer = known?.serving.get(surnameOf(bareName(words))) ?? []
  const [only] = officer
  if (only !== undefined && officer.length === 1) {
    const isCommissioner =
      /commissioner$/i.test(only.role ?? '') && !/deputy|assistant/i.test(only.role ?? '')
    return { owner: isCommissioner ? 'Commissioner' : only.name, member: false }
  }
  if (/^(?:Cllr|Councillor|County Councillor|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Prof)/.test(words)) {
    const sitting = known?.sitting.length ? known.sitting : membership
    const { name } = memberOf(words, null, sitting)
    const held = known?.offices.get(name ?? '')
    if (held !== undefined) return { owner: held, member: false }
    return {
      owner: name ?? bareName(words),
      member: true,
    }
  }
  return { owner: words.replace(/^the\s+/i, ''), member: false }
}

/** `offices`: who sits and holds an office, as at a board before which a Chief Constable answers. */
type Sorted = { serving: Map<string, Attendee[]>; sitting: Member[]; offices: Map<string, string> }

const sorted = new WeakMap<Attendance, Sorted>()

const surnameOf = (name: string): string => name.split(' ').at(-1)?.toLowerCase() ?? ''

/** Those who serve by surname, and those who sit, sorted once for all the names that minutes mention. */
function sortedOf(attendance: Attendance): Sorted {
  const known = sorted.get(attendance)
  if (known !== undefined) return known
  const made = {
    serving: Map.groupBy([...attendance.alsoPresent, ...attendance.inAttendance], ({ name }) =>
      surnameOf(name),
    ),
    sitting: attendance.present.map(({ name, role }) => ({ name, organisation: null, role, vacancy: false })),
    offices: new Map(
      attendance.present.flatMap(({ name, role }) => {
        const office = officeIn(role)
        return office === undefined ? [] : [[name, office] as const]
      }),
    ),
  }
  sorted.set(attendance, made)
  return made
}

/** The office that a role says, "Chief Constable (Gold)"; undefined when it is none of those that promise. */
const officeIn = (role: string | null): string | undefined =>
  OFFICES.find(([form]) => form.test((role ?? '').replace(/\s*[(;].*$/s, '')))?.[1]

/** All mentions of actors in the words, with where each begins and ends. */
export function mentionsIn(words: string): { mention: string; start: number; end: number }[] {
  const all = [...words.matchAll(ACTOR)].map((match) => ({
    mention: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  // "The Commissioner, Mr Hill, said": the name only says who holds the office.
  return all.filter((each, index) => {
    const before = all[index - 1]
    const beside = before !== undefined && /^,\s$/.test(words.slice(before.end, each.start))
    return !(beside && words[each.end] === ',' && OFFICES.some(([form]) => form.test(before.mention)))
  })
}
