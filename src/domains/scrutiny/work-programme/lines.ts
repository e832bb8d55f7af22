/** Where an ask may come back: the lines of a work programme, and the items of an agenda with the headings of their papers. */
import { longDate } from '../../../lib/index.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Paper } from '../meetings/paper.ts'
import type { Line } from './carrying.ts'
import type { Programme } from './programme.ts'

/** Every line of a programme, those of its meetings first. */
export function linesOfProgramme(programme: Pick<Programme, 'meetings' | 'standing' | 'toNote'>): Line[] {
  const planned = programme.meetings.flatMap((meeting) => {
    const day = meeting.date === null ? meeting.printed : longDate(meeting.date)
    return meeting.items.map(({ title }) => ({ place: `the programme for ${day}`, title, parts: [] }))
  })
  const each = [...programme.standing, ...programme.toNote].map((title) => ({
    place: 'the programme for each meeting',
    title,
    parts: [],
  }))
  return [...planned, ...each]
}

/** Every open item of an agenda; the headings of its paper are its parts, and may hint at what the title does not say. */
export function linesOfAgenda(
  meeting: Pick<Meeting, 'agenda' | 'date'>,
  papers: readonly Pick<Paper, 'item' | 'blocks'>[],
): Line[] {
  return (meeting.agenda?.items ?? []).map(({ number, title }) => {
    const paper = papers.find((each) => each.item !== null && each.item.number === number)
    const parts = paper?.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : [])) ?? []
    const item = number === null ? 'an item' : `item ${number}`
    return { place: `${item} of the agenda of ${longDate(meeting.date)}`, title, parts }
  })
}
