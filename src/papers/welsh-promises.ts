/** Finds what is promised and asked for in minutes written in Welsh, where the verb comes first: "Cytunodd y Comisiynydd i anfon …". */

/** A promise in a sentence: `start` and `end` index its words. */
export type WelshPromise = { owner: string; chair: boolean; firm: boolean; start: number; end: number }

const OWNERS: readonly (readonly [form: RegExp, owner: string])[] = [
  [/d(?:d)?irprwy gomisiynydd/i, 'Deputy Commissioner'],
  [/[cg]h?omisiynydd/i, 'Commissioner'],
  [/d(?:d)?irprwy brif gwnstabl/i, 'Deputy Chief Constable'],
  [/[pb]h?rif gwnstabl/i, 'Chief Constable'],
  [/[pb]h?rif weithredwr/i, 'Chief Executive'],
  [/[pb]h?rif swyddog cyllid/i, 'Chief Finance Officer'],
  [/swyddog monitro/i, 'Monitoring Officer'],
  [/is-?[cg]h?adeirydd/i, 'Vice-Chair'],
  [/[cg]h?adeirydd/i, 'Chair'],
]
const ACTOR = String.raw`(?:d?dirprwy (?:gomisiynydd|brif gwnstabl)|[cg]h?omisiynydd|[pb]h?rif (?:gwnstabl|weithredwr|swyddog cyllid)|swyddog monitro|is-?[cg]h?adeirydd|[cg]h?adeirydd)`
const NAMED = String.raw`(?:(?:y|yr|'r|’r)\s+)?(${ACTOR})(?:\s+yr Heddlu a Throseddu)?`
/** Verbs of doing, as they stand after "yn" and as they soften after "i". */
const DOING = String.raw`(?:anfon|rhannu|rannu|darparu|ddarparu|cylchredeg|gylchredeg|dosbarthu|ddosbarthu|adrodd|codi|godi|ysgrifennu|gofyn|ofyn|cyflwyno|gyflwyno|paratoi|baratoi|cyhoeddi|gyhoeddi|ymchwilio|edrych|trefnu|drefnu|cysylltu|gysylltu|rhoi|roi|dod|ddod|mynd|fynd|sicrhau|gwirio|wirio|cadarnhau|gadarnhau|ymateb|diweddaru|ddiweddaru|trafod|drafod|llunio|lunio|adolygu|cwrdd|gwrdd|gwahodd|wahodd|hysbysu|rhoddi|egluro|cynnwys|gynnwys|ychwanegu)`
const WILLING = String.raw`(?:hapus|barod|falch|fodlon|agored)`

const FORMS: readonly (readonly [firm: boolean, form: RegExp])[] = [
  [
    false,
    new RegExp(
      String.raw`\b(?:mae|roedd|byddai|bod|fod)(?:['’]r|['’]n| y| yr)?\s+(?:${ACTOR}\s+)?yn\s+(?:fwy na\s+)?${WILLING}\s+i\b`,
      'iu',
    ),
  ],
  [
    false,
    new RegExp(
      String.raw`\b(?:byddai|bydd|byddent)(?:['’]n|['’]r ${ACTOR} yn| y ${ACTOR} yn| yn)\s+(?:parhau|ystyried|ceisio|annog|cefnogi|croesawu)\b`,
      'iu',
    ),
  ],
  [
    true,
    new RegExp(
      String.raw`\b(?:cytunodd|addawodd|ymrwymodd|cynigiodd|ymgymerodd)\s+${NAMED}\s+(?:â\s+)?(?:i\s+${DOING}\b|y (?:byddai|bydd)(?:['’]n| yn)\s+${DOING}\b)`,
      'iu',
    ),
  ],
  [
    true,
    new RegExp(
      String.raw`(?<!\b(?:a|os|pe)\s)\b(?:byddai|bydd)(?:['’]n|['’]r ${ACTOR} yn|\s+${NAMED}\s+yn|\s+yn)\s+${DOING}\b`,
      'iu',
    ),
  ],
]
/** A sentence in which someone only asks, or tells what was done. */
const ASKING = /^\s*(?:gofynnodd|holodd|awgrymodd|hoffai|gofynnwyd)\b/i

const ownerIn = (words: string): string | undefined => {
  const actor = new RegExp(ACTOR, 'iu').exec(words)?.[0]
  return actor === undefined ? undefined : OWNERS.find(([form]) => form.test(actor))?.[1]
}

/** Whether the words can be Welsh minutes at all: most papers are not, and need no closer look. */
export const maybeWelsh = (words: string): boolean =>
  /\b(?:cytun|addaw|ymrwym|cynigi|ymgymer|bydd|gofyn|roedd|mae|bod)/i.test(words) &&
  /\b(?:yn|i|y|yr)\b/.test(words)

/** The promise in one sentence of Welsh, undefined when there is none. `speaker` is whom "byddai’n" means when nobody is named. */
export function welshPromiseIn(sentence: string, speaker: string | undefined): WelshPromise | undefined {
  if (!maybeWelsh(sentence) || ASKING.test(sentence)) return undefined
  for (const [firm, form] of FORMS) {
    const found = form.exec(sentence)
    if (found === null) continue
    const said = sentence.slice(0, found.index + found[0].length)
    const owner = ownerIn(found[0]) ?? ownerIn(said) ?? speaker
    if (owner === undefined) return undefined
    const rest = sentence.slice(found.index + found[0].length)
    const stop = /;|,?\s+(?:ond|er bod|fodd bynnag)\s|[.?!]["”’)]*$/u.exec(rest)
    const end = stop === null ? sentence.length : found.index + found[0].length + stop.index
    return { owner, chair: /chair/i.test(owner), firm, start: found.index, end }
  }
  return undefined
}

/** Who is said to tell something in a sentence of Welsh: "Dywedodd y Comisiynydd …". */
export const welshSpeakerIn = (sentence: string): string | undefined => {
  const told = new RegExp(
    String.raw`\b(?:dywedodd|cadarnhaodd|nododd|eglurodd|esboniodd|ychwanegodd|sicrhaodd|atebodd|cyflwynodd|cytunodd|adroddodd)\s+${NAMED}`,
    'iu',
  ).exec(sentence)
  return told === null ? undefined : ownerIn(told[0])
}

/** "bod y Comisiynydd yn darparu …". */
const THAT_THEY_DO = new RegExp(String.raw`\bbod\s+${NAMED}\s+yn\s+${DOING}\b`, 'iu')

/** What a resolution in Welsh asks for: of whom, or of the panel itself; undefined when it only notes or approves. */
export function welshAskedIn(
  words: string,
): { kind: 'panel-request' | 'panel-action'; owner: string } | undefined {
  if (
    /\b(?:rhaglen waith|raglen waith|blaenraglen|flaenraglen)\b/i.test(words) &&
    /\b(?:ychwanegu|cynnwys|rhoi)\b/i.test(words)
  )
    return { kind: 'panel-action', owner: 'Panel' }
  const asks =
    /\b(?:gofyn|ofyn|gofynnwyd|gwahodd|wahodd|galw)\s+(?:i|ar)\b|\b(?:gofyn|ofyn) am\b/i.test(words) ||
    THAT_THEY_DO.test(words)
  return asks ? { kind: 'panel-request', owner: ownerIn(words) ?? 'Commissioner' } : undefined
}
