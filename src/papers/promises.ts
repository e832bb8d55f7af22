/** Finds what was promised in minutes, sentence by sentence: firm and soft, apart from what is done already, from rules and from wishes. */
import { type Actor, actorOf, mentionsIn } from './actors.ts'
import type { Attendance, Member } from './reading.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { maybeWelsh, welshPromiseIn, welshSpeakerIn } from './welsh-promises.ts'

/** A promise in a paragraph: `start` and `end` index the paragraph's words. */
export type Promised = {
  owner: string | null
  what: string
  firm: boolean
  /** Promised by whoever chairs the panel, so the panel's own action. */
  chair: boolean
  sentence: string
  start: number
  end: number
}

export type People = { attendance: Attendance | null; membership: readonly Member[] }

const DOING = String.raw`(?:look (?:further |again )?(?:in)?to|look at|ask|ensure|make sure|see that|circulate|share|send|forward|supply|provide|report|bring|raise|write|check|clarify|confirm|investigate|explore|establish|find out|come back|go back|get back|feed back|feedback|respond|reply|follow|pick|speak|talk|discuss|take|arrange|organi[sz]e|set up|update|inform|notify|let|advise|contact|liaise|meet|seek|request|invite|include|add|publish|make|prepare|produce|present|submit|review|consider|revisit|pursue|chase|pass|refer|escalate|challenge|obtain|collate|gather|convene|facilitate|distribute|issue|email|monitor|attend|visit|work with|undertake|carry out|give|keep|amend|correct|place|draft|table|schedule)`
const LOBBY = String.raw`(?:lobby|campaign|press|push|make (?:the|a) case|argue|fight|strive|try|seek to|endeavou?r|encourage|support|promote|welcome|welcom|champion|advocate|explore|consider|be mindful|bear|reflect on)`
const ADVERB = String.raw`(?:(?:also|then|now|certainly|gladly|personally|further|therefore|in turn|of course|be able to|be willing to|be happy to|need to)\s+)*`
const TELLING =
  /\b(?:confirm|agree|advis|sa(?:id|ys?)|stat|assur|undert|explain|add|indicat|repl|respond|commit|promis|offer|accept|acknowledg|inform|report|not|pledg|guarante|given notice|gave notice|told|reassur)\w*/i
const PRONOUN = String.raw`(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]his|[Tt]he\s+(?:[Dd]eputy\s+)?(?:[Pp]olice(?:, [Ff]ire)? and [Cc]rime )?[Cc]ommissioner|D?PF?CC|(?:[Hh]is|[Hh]er|[Tt]heir) [Oo]ffice|[Tt]he OPF?CC|I|[Ww]e)`

const FIRM = new RegExp(
  String.raw`(?:\b(?:${PRONOUN}|[A-Z][\p{L}’'-]+)\s+(?:would|will|should)\s+${ADVERB}${DOING}\b|\b(?:[Uu]ndertook|agreed|undertakes|agrees|promised|pledged|offered|committed)\s+to\s+(?!be\b)${ADVERB}${DOING}\b|\bundertaking\s+to\s+${DOING}\b|(?:\b(?:has|have|had)\s+(?:also\s+)?)?(?<!\b(?:is|are|was|were|be|been|being|remains?|remained|fully|strongly)\s)\bcommitted\s+(?:(?:him|her)self\s+)?to\s+(?:publishing|providing|circulating|sharing|sending|bringing|reporting|writing|reviewing|producing|presenting|responding|supplying)\b)`,
  'gu',
)
const PASSIVE =
  /\b(?:would|will)\s+(?:also\s+|then\s+)?be\s+(?:circulated|provided|shared|sent|forwarded|brought|reported(?: back)?|raised|presented|submitted|supplied|published|distributed|issued|emailed|looked (?:in)?to|followed up|picked up|made available|included|updated|investigated|passed on|taken (?:back|up|away)|corrected|fed back|added|checked|clarified)\b/giu
const SOFT = new RegExp(
  String.raw`(?:\b${PRONOUN}\s+(?:was|were|is|are|would be)\s+(?:very\s+|more than\s+|also\s+)?(?:happy|willing|keen|content|open|committed|prepared|pleased|delighted|glad)\s+to\s+\w+|\b${PRONOUN}\s+(?:would|will)\s+${ADVERB}continue\s+to\s+\w+|\b${PRONOUN}\s+(?:would|will)\s+${ADVERB}${LOBBY}\b|\b(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]he (?:matter|issue|item))\s+(?:would|will)\s+be\s+(?:further\s+)?(?:discussed|considered|reviewed|looked at)\s+(?:further|again|at)\b|\b${PRONOUN}\s+hoped\s+to\s+${DOING}\b)`,
  'gu',
)

/** What makes words no promise: a refusal, a thing that was done, a condition, a power, a wish of someone else. */
const NO_PROMISE =
  /\b(?:would|will)\s+(?:not|never|have)\b|\bhad\s+(?:already\s+)?(?:requested|asked|raised|written|circulated|provided|sent|agreed)\b(?!.*\b(?:would|will)\b)/i
const ASKING =
  /\b(?:asked?|queried|questioned|wondered|enquired|sought|requested|suggested|hoped|request(?:ed)? that|whether|if)\b[^.;]{0,160}$/i

/** Words that run on for longer have lost their full stops and are no sentence. */
const LONGEST = 4000
/** Fewer characters hold no subject and verb. */
const SHORTEST = 8
/** One of these stands in every promise: most sentences have none and need no closer look. */
const MAY_PROMISE =
  /\b(?:would|will|should|undert\w+|agree\w*|promis\w+|pledg\w+|offer\w*|committed|was|were|is|are|hoped)\b/i

/** Who spoke last: in this paragraph, and last of those who can promise, in the paragraphs before. */
export type Speaking = { now: Actor | undefined; office: Actor | undefined }

/**
 * The promises in one paragraph of minutes, in order. `speaking` is who spoke in the paragraphs before it under the
 * same item, for a "he" that names no one; it is brought up to date.
 */
export function promisesIn(words: string, people: People, speaking: Speaking): Promised[] {
  const promised: Promised[] = []
  speaking.now = undefined
  for (const sentence of sentencesOf(words)) {
    if (sentence.text.length > LONGEST || sentence.text.length < SHORTEST) continue
    const welsh = inWelsh(sentence, speaking)
    if (welsh !== undefined) promised.push(welsh)
    for (const found of matchesIn(sentence.text)) {
      const actor = ownerOf(sentence.text, found, speaking.now ?? speaking.office, people)
      const promise = judged(sentence, found, actor)
      if (
        promise !== undefined &&
        !promised.some((other) => other.start < promise.end && promise.start < other.end)
      )
        promised.push(promise)
    }
    speaking.now = speakerOf(sentence.text, people) ?? speaking.now
    if (speaking.now !== undefined && !speaking.now.member) speaking.office = speaking.now
  }
  return promised.toSorted((a, b) => a.start - b.start)
}

/** The promise of a sentence in Welsh; who tells it is remembered for the sentences after it. */
function inWelsh(sentence: Sentence, speaking: Speaking): Promised | undefined {
  if (!maybeWelsh(sentence.text)) return undefined
  const teller = welshSpeakerIn(sentence.text)
  if (teller !== undefined) speaking.office = { owner: teller, member: /chair/i.test(teller) }
  const found = welshPromiseIn(sentence.text, speaking.office?.owner)
  if (found === undefined) return undefined
  const { owner, chair, firm } = found
  return {
    owner,
    chair,
    firm,
    what: sentence.text.slice(found.start, found.end).trim(),
    sentence: sentence.text,
    start: sentence.start + found.start,
    end: sentence.start + found.end,
  }
}

type Match = { start: number; end: number; form: 'firm' | 'passive' | 'soft'; words: string }

function matchesIn(sentence: string): Match[] {
  if (!MAY_PROMISE.test(sentence)) return []
  const forms: readonly (readonly [Match['form'], RegExp])[] = [
    ['soft', SOFT],
    ['firm', FIRM],
    ['passive', PASSIVE],
  ]
  return forms.flatMap(([form, expression]) =>
    [...sentence.matchAll(expression)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      form,
      words: match[0],
    })),
  )
}

const FOLLOWED = new RegExp(
  String.raw`^(?:\s*\([^)]*\))?,?\s+(?:[\p{L}’'-]+\s+){0,2}?(?:${TELLING.source})`,
  'iu',
)
const INVERTED = /\b(?:said|says|answered|replied|explained|added|responded|confirmed)\s+$/i
const VERB =
  /^(?:\s*\([^)]*\))?\s+(?:(?:also|then|further|\w+ly)\s+)?(?:\w+ed|was|were|had|has|is|are|said|felt|met|thought|told|gave|spoke|led|did)\b/

type Mention = ReturnType<typeof mentionsIn>[number]

/** What follows a mention, without "who …" between commas. */
const after = (sentence: string, mention: Mention): string =>
  sentence
    .slice(mention.end)
    .replace(
      /^,\s+(?:(?:who|which|as)\b[^,]{0,160}|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s[^,]{2,50}|in (?:reply|response)|however),/,
      '',
    )

/** Whether a mention is said to tell something: "the Commissioner confirmed", "said the Commissioner". */
const tells = (sentence: string, mention: Mention): boolean =>
  FOLLOWED.test(after(sentence, mention).slice(0, 60)) || INVERTED.test(sentence.slice(0, mention.start))

/** Whether a mention is the subject of a verb rather than someone spoken to or of. */
const isSubject = (sentence: string, mention: Mention): boolean =>
  VERB.test(after(sentence, mention).slice(0, 50)) &&
  !/\b(?:assured|told|asked|informed|reminded|thanked|by|to|with|from|of|for|that)\s+$/i.test(
    sentence
      .slice(0, mention.start)
      .replace(/\b(?:said|stated|confirmed|explained|advised|added) that\s+$/i, ''),
  )

/** Who tells something in a sentence, or is the subject it begins with. */
function speakerOf(sentence: string, people: People): Actor | undefined {
  const mentions = mentionsIn(sentence)
  const chosen =
    mentions.findLast((mention) => tells(sentence, mention)) ??
    mentions.find((mention) => mention.start < 5 && isSubject(sentence, mention))
  return chosen === undefined ? undefined : actorOf(chosen.mention, people.attendance, people.membership)
}

/** Whose promise it is: the actor named in it, or who tells it in the sentence, or who spoke last. */
function ownerOf(
  sentence: string,
  found: Match,
  speaker: Actor | undefined,
  people: People,
): Actor | undefined {
  const known = (mention: string): Actor => actorOf(mention, people.attendance, people.membership)
  const own = mentionsIn(found.words)[0]
  if (own !== undefined && own.start < 8) return known(own.mention)
  // "The Chief Executive would bring": the mention that the promise begins in the midst of.
  const across = mentionsIn(sentence).find((each) => each.start < found.start && each.end > found.start)
  if (across !== undefined) return known(across.mention)
  const before = mentionsIn(sentence.slice(0, found.start + 1))
  const adjoining = before.at(-1)
  if (
    /^(?:undertook|agreed|undertakes|agrees|promised|pledged|offered|committed|undertaking|(?:has|have|had)\s)/i.test(
      found.words,
    )
  ) {
    return adjoining === undefined ? speaker : known(adjoining.mention)
  }
  const named =
    before.findLast((mention) => tells(sentence, mention)) ??
    before.findLast((mention) => isSubject(sentence, mention))
  return named === undefined ? speaker : known(named.mention)
}

function judged(sentence: Sentence, found: Match, actor: Actor | undefined): Promised | undefined {
  const { text } = sentence
  const before = text.slice(0, found.start)
  const clause = clauseFrom(text, found)
  if (actor === undefined || NO_PROMISE.test(found.words) || NO_PROMISE.test(clause.words.slice(0, 40)))
    return undefined
  const promising =
    /\b(?:undertook|agreed|undertakes|agrees|promised|pledged|offered|committed)\s+(?:(?:him|her)self\s+)?to\b/i.test(
      found.words,
    )
  const chair = actor.member && /chair/i.test(actor.owner)
  if (actor.member && !promising && !(chair && found.form === 'firm')) return undefined
  if (actor.owner === 'Panel' && promising && /agreed/i.test(found.words)) return undefined
  if (
    /\b(?:if|whether|that|which|who|where|when|whenever|hoped that)\s+$/i.test(before) &&
    !promising &&
    /\b(?:if|whether|which|who|where|when|whenever|hoped that)\s+$/i.test(before)
  )
    return undefined
  if (!promising && asksFor(before)) return undefined
  if (found.form !== 'firm' && !(TELLING.test(before) || startsWithActor(found, before))) return undefined
  if (!promising && namesAnother(found, actor)) return undefined
  const impersonal = /^(?:it|this)\s/i.test(found.words) && found.form === 'firm'
  if (impersonal) return undefined
  return {
    owner: actor.owner,
    what: clause.words,
    firm: isFirm(found),
    chair,
    sentence: text,
    start: sentence.start + clause.start,
    end: sentence.start + clause.end,
  }
}

const startsWithActor = (found: Match, before: string): boolean =>
  /^(?:the\s|PF?CC|DPF?CC)/i.test(found.words) || /(?:^|[.;]\s*)$/.test(before) || /\band\s*$/.test(before)

/** "Cllr A asked whether he would …" is a question, not a promise. */
function asksFor(before: string): boolean {
  const ask = ASKING.exec(before)
  if (ask === null) return false
  const since = before.slice(ask.index)
  return !/\b(?:confirmed|agreed|undertook|said|stated|advised|assured|replied|responded|explained|added|promised|notice)\b/i.test(
    since,
  )
}

/** "Kent would comply": a name that is neither the speaker nor a pronoun. */
function namesAnother(found: Match, actor: Actor): boolean {
  const subject = /^([A-Z][\p{L}’'-]+)\s+(?:would|will|should)/u.exec(found.words)?.[1]
  if (subject === undefined || /^(?:He|She|They|It|This|The|I|We|PF?CC|DPF?CC|Commissioner)$/i.test(subject))
    return false
  return !actor.owner.endsWith(subject)
}

const isFirm = (found: Match): boolean =>
  found.form !== 'soft' && !new RegExp(String.raw`\b(?:would|will|to)\s+${LOBBY}\b`, 'iu').test(found.words)

/** The words of the promise: from its subject, or the statement before it, to the end of the clause. */
function clauseFrom(text: string, found: Match): { words: string; start: number; end: number } {
  let { start } = found
  if (found.form === 'passive') start = subjectStart(text, found.start)
  else start = mentionsIn(text).find((each) => each.start < start && each.end > start)?.start ?? start
  const rest = text.slice(found.end)
  const stop =
    /;|,?\s+(?:but|although|however|though|whilst|while)\s|,\s+(?:the|he|she|it|they|there|this|Cllr|Mr|Mrs|Ms)\s(?=[\p{L}\s’'-]{0,60}\b(?:was|were|is|are|had|has|would|will|said|confirmed|explained|referred)\b)|,?\s+and\s+(?:that\s+)?(?:the|he|she|it|they|there|this)\s(?=[\p{L}\s’'-]{0,60}\b(?:was|were|is|are|had|has|would|will|said|confirmed|explained|referred)\b)|,\s+(?:[A-Z][\p{L}’'-]*\s+){1,3}(?:was|were|is|are|had|has)\b|,?\s+(?:adding|noting|stating|which)\b|[.?!]["”’)]*$/u.exec(
      rest,
    )
  const end = stop === null ? text.length : found.end + stop.index
  return { words: text.slice(start, end).trim(), start, end }
}

/** A passive promise begins at its subject: "the figures would be circulated". */
function subjectStart(text: string, at: number): number {
  const before = text.slice(0, at)
  const cut = /^.*(?:\bthat\s+|[;,]\s+(?:and\s+)?|\band\s+(?=the\s|a\s|an\s)|:\s+)/s.exec(before)
  return cut === null ? 0 : cut[0].length
}
