/** The asks and promises of a reading, each once: a resolution that asks for several things is as many asks as it has parts. */
import type { Item, Action as ReadAction, Reading } from '../../../papers/index.ts'
import type { ActionKind } from './action.ts'
import { partTitle, reportTitle, titleOf } from './action-title.ts'

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
  return parts.map((part, index) => ({
    ...whole,
    ref: `${action.ref}${index + 1}`,
    place: `${action.ref}${index + 1}`,
    what: reported ? reportTitle(part, reading.text) : partTitle(part),
    quote: reading.text.includes(part) ? part : action.quote,
  }))
}

/** The parts of the resolution in which the ask stands, when the ask leads into them. */
function listedAsks(item: Item | undefined, action: ReadAction): string[] {
  const inside = item?.resolutions.find((each) => each.start <= action.start && action.start < each.end)
  const resolution = inside ?? (item?.resolutions.length === 1 ? item.resolutions[0] : undefined)
  if (resolution === undefined || resolution.parts.length === 0) return []
  return resolution.parts.some((part) => part.includes(action.quote)) ? [] : resolution.parts
}

function asAsked(action: ReadAction, subject: string): Asked {
  return {
    ref: action.ref,
    place: action.ref,
    kind: action.kind,
    firm: action.firm,
    what: titleOf(action.what, subject),
    quote: action.quote === '' ? null : action.quote,
    subject,
    owner: action.owner,
    due: action.due,
  }
}
