/** The asks and promises of a reading, each once: a resolution that asks for several things is as many asks as it has parts. */
import type { Item, Action as ReadAction, Reading } from '../../../papers/index.ts'
import { tellingWords } from '../telling-words.ts'
import type { ActionKind } from './action.ts'

export type Asked = {
  /** Different for each: "328.R1", "328.14", "328.14-2". */
  ref: string
  /** The reference of the place it stands in: "328.14" for both promises of one paragraph. */
  place: string
  kind: ActionKind
  firm: boolean
  what: string
  quote: string | null
  subject: string
  owner: string | null
  due: string | null
}

/** Every ask and promise of a document, in its order. */
export function askedIn(reading: Reading): Asked[] {
  const seen = new Map<string, number>()
  return reading.actions
    .flatMap((action) => partsOf(reading, action))
    .map((asked) => {
      const count = (seen.get(asked.place) ?? 0) + 1
      seen.set(asked.place, count)
      return count === 1 ? asked : { ...asked, ref: `${asked.place}-${count}` }
    })
}

/** An ask for a report "that includes" a list is one ask for each part of the list; where the reading has parted it, the whole is left out. */
function partsOf(reading: Reading, action: ReadAction): Asked[] {
  const minute = action.ref.replace(/\.[^.]*$/, '')
  const item = reading.items.find((each) => each.number === minute)
  const subject = item?.title ?? ''
  const whole = asAsked(action, subject)
  if (!action.ref.endsWith('.R')) return [whole]
  if (reading.actions.some((other) => other.ref.startsWith(`${action.ref}1`))) return []
  const parts = listedAsks(item, action)
  if (parts.length === 0) return [whole]
  const reported = /\b(report|paper|update|information|figures|data)\b/i.test(action.quote)
  return parts.map((part, index) => {
    const text = withoutMarks(part)
    return {
      ...whole,
      ref: `${action.ref}${index + 1}`,
      place: `${action.ref}${index + 1}`,
      what: reported ? `Report on: ${text}` : capital(text),
      quote: reading.text.includes(part) ? part : action.quote,
    }
  })
}

/** The parts of the resolution in which the ask stands, when the ask leads into them. */
function listedAsks(item: Item | undefined, action: ReadAction): string[] {
  const inside = item?.resolutions.find((each) => each.start <= action.start && action.start < each.end)
  const resolution = inside ?? (item?.resolutions.length === 1 ? item.resolutions[0] : undefined)
  if (resolution === undefined || resolution.parts.length === 0) return []
  return resolution.parts.some((part) => part.includes(action.quote)) ? [] : resolution.parts
}

function asAsked(action: ReadAction, subject: string): Asked {
  const text = capital(withoutSubject(withoutMarks(action.what)))
  const bare = tellingWords(text).length === 0 && subject !== ''
  return {
    ref: action.ref,
    place: action.ref,
    kind: action.kind,
    firm: action.firm,
    what: bare ? `${text} (${subject})` : text,
    quote: action.quote === '' ? null : action.quote,
    subject,
    owner: action.owner,
    due: action.due,
  }
}

/** "(b) Burglary victims;" → "Burglary victims". */
const withoutMarks = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:\(?[a-z0-9]{1,3}[).]|[-•*])\s+/i, '')
    .replace(/[;:,.]?\s*(?:and)?\s*$/, '')
    .trim()

/** Words that only say who asks or promises; what is left names the thing. */
const SUBJECTS: readonly RegExp[] = [
  /^(?:that )?(?:the )?(?:panel|board|committee|members?) (?:also )?(?:requests?|requested|asks?|asked)(?: for)? (?=an? |that )/i,
  /^requests? (?=an? |that )/i,
  /^(?:that )?(?:he|she|they|(?:the )?(?:police and crime )?commissioner|(?:the )?pf?cc|(?:the )?chief constable) (?:also )?(?:would|will|undertook to|agreed to|promised to|offered to|was (?:very )?(?:happy|willing|keen|committed|prepared|pleased) to) (?:also )?/i,
  /^(?:undertook|agreed|promised|offered) to /i,
]

/** "he would look into this" → "look into this"; "Request a report on fraud" → "a report on fraud". */
function withoutSubject(text: string): string {
  for (const subject of SUBJECTS) {
    const rest = text.replace(subject, '')
    if (rest !== text && rest.length >= 8) return rest
  }
  return text
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
