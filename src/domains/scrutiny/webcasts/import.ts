/** Brings the register of webcasts: where each meeting can be watched, and when each item begins. */
import { isRefusal, longDate, type Refusal, stored } from '../../../lib/index.ts'
import type { Brought, ImportAct, Source } from '../../../record/index.ts'
import { itemAnchor } from '../anchors.ts'
import { type Gathering, gather } from '../gathering.ts'
import { entryWrong, meetingNamed, type NamedMeeting, readRegister } from '../import-registers.ts'
import { webcastKind } from './published.ts'
import { isWebcastAddress, secondsFrom, type Webcast, type WebcastItem, webcastKey } from './webcast.ts'

const register = stored.fields({
  entries: stored.list(
    stored.fields({
      body: stored.text,
      date: stored.day,
      url: stored.text,
      items: stored.orNull(
        stored.list(stored.fields({ item: stored.text, at: stored.text, url: stored.orNull(stored.text) })),
      ),
    }),
  ),
})

type Entry = stored.Read<typeof register>['entries'][number]

/** Reads `{ "register": "webcasts", "entries": [{ "body", "date", "url", "items": [{ "item": "B1", "at": "0:43:10", "url" }] }] }`. */
export async function bringWebcasts(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const read = readRegister(register, given, { source, what: 'webcasts' })
  if (isRefusal(read)) return read
  const gathering = gather(act)
  for (const entry of read.entries) {
    const wrong = faultOf(entry)
    if (wrong !== undefined) return entryWrong(source, 'webcasts', wrong)
    const why = `Recorded, as ${source.name} says`
    const named = await meetingNamed(act, gathering, entry, why)
    const webcast: Webcast = {
      body: named.body,
      date: entry.date,
      url: entry.url,
      items: itemsOf(entry),
      source: { path: source.path, title: source.name },
    }
    nameStrayItems(gathering, named, webcast)
    const at = await gathering.entry(webcastKind, webcastKey(named.body.slug, entry.date), webcast, why)
    await gathering.join(at, named.place, 'part-of', 'a recording of this meeting')
  }
  return gathering.brought
}

const itemsOf = ({ items }: Entry): WebcastItem[] =>
  (items ?? [])
    .map(({ item, at, url }) => ({ item, at: secondsFrom(at) ?? 0, url }))
    .toSorted((one, other) => one.at - other.at)

function faultOf({ date, url, items }: Entry): string | undefined {
  const addresses = [url, ...(items ?? []).flatMap((item) => (item.url === null ? [] : [item.url]))]
  const bad = addresses.find((address) => !isWebcastAddress(address))
  if (bad !== undefined) return `"url" of ${date} must be an address that begins with https://`
  const when = (items ?? []).find(({ at }) => secondsFrom(at) === undefined)
  return when === undefined
    ? undefined
    : `"at" of item ${when.item} on ${date} is not a time in the recording such as 0:43:10`
}

/** A moment for an item that the agenda does not have is kept, and somebody is told. */
function nameStrayItems(gathering: Gathering, { meeting }: NamedMeeting, { items, source }: Webcast): void {
  if (meeting.agenda === null) return
  const anchors = new Set(meeting.agenda.items.map(({ anchor }) => anchor))
  for (const { item } of items.filter((each) => !anchors.has(itemAnchor(each.item))))
    gathering.ask({
      what: `The recording has a moment for item ${item}, which the agenda of ${longDate(meeting.date)} does not list.`,
      place: source.title,
      mend: 'Write the item as the agenda prints it.',
    })
}
