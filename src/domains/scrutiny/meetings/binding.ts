/** Ties minutes and papers that came before the agenda of their meeting to its items, once it has come. */
import { type Tx, workingCopies, workingCopy } from '../../../record/index.ts'
import type { Gathering } from '../gathering.ts'
import type { Place } from '../paper-context.ts'
import { type Meeting, meetingKey } from './meeting.ts'
import { boundItem, minutesKey } from './minutes.ts'
import { itemFor } from './paper.ts'
import { minuteKind, minutesKind, paperKind } from './published.ts'

type Agenda = readonly (Place & { number: string | null; anchor: string })[]
type Binding = { tx: Tx; authority: string; gathering: Gathering; meeting: Meeting; agenda: Agenda }

/** Binds what is already there. What is bound the same way already does not change. */
export async function bindEarlier(binding: Binding): Promise<void> {
  await bindMinutes(binding)
  await bindPapers(binding)
}

const WHY = 'The agenda of the meeting has come'

async function bindMinutes({ tx, authority, gathering, meeting, agenda }: Binding): Promise<void> {
  const key = minutesKey(meeting.body.slug, meeting.date)
  const page = await workingCopy(tx, authority, minutesKind, key)
  if (page === undefined) return
  const items = agenda.map(({ number, title, anchor }) => ({ number, title, anchor }))
  const minutes = page.working.minutes.map((minute) => ({ ...minute, item: boundItem(minute, items) }))
  await gathering.entry(minutesKind, key, { ...page.working, minutes }, WHY, 'where-public')
  for (const minute of minutes) {
    const minuteKey = `${key}/${minute.ref}`
    const before = await workingCopy(tx, authority, minuteKind, minuteKey)
    const item = agenda.find((each) => each.anchor === minute.item?.anchor)
    if (before === undefined || item === undefined) continue
    const place = await gathering.entry(
      minuteKind,
      minuteKey,
      { ...before.working, minute },
      WHY,
      'where-public',
    )
    await gathering.join(place, item, 'arises-from', 'what was said on this item')
  }
}

async function bindPapers({ tx, authority, gathering, meeting, agenda }: Binding): Promise<void> {
  const papers = await workingCopies(
    tx,
    authority,
    paperKind,
    `${meetingKey(meeting.body.slug, meeting.date)}/`,
  )
  for (const { key, working } of papers) {
    const found = itemFor(working.item?.number ?? null, working.title, agenda)
    const item = agenda.find((each) => each.anchor === found?.anchor)
    if (found === null || item === undefined) continue
    const place = await gathering.entry(paperKind, key, { ...working, item: found }, WHY, 'where-public')
    await gathering.join(place, item, 'part-of', 'the paper for this item')
  }
}
