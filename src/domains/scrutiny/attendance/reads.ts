/** Questions of the published record about who was at meetings. Drafts are never part of it. */
import { sql } from '../../../database/index.ts'
import { type PublicRecord, standing } from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import type { MembershipList } from '../bodies/body.ts'
import { bodyKind } from '../bodies/published.ts'
import { minutesKind } from '../meetings/published.ts'
import { type Choice, type Choices, choicesOf, type Narrowing, narrowed, wholeOf } from '../register.ts'
import { type MinutesOf, type Sitting, sittingOf } from './sitting.ts'

/** Every meeting with published minutes, the latest first, with what they say of the members. */
export async function sittings(ask: PublicRecord): Promise<Sitting[]> {
  const [minutes, bodies] = await Promise.all([attendanceOfAll(ask), wholeOf(ask, bodyKind)])
  const lists = new Map<string, readonly MembershipList[]>(
    bodies.map(({ content }) => [content.slug, content.lists]),
  )
  return minutes.map((each) => sittingOf(each, lists.get(each.body.slug) ?? []))
}

/** The attendance alone: minutes are long, and nothing else of them is shown here. */
async function attendanceOfAll(ask: PublicRecord): Promise<MinutesOf[]> {
  const { rows } = await sql<MinutesOf>`
    select e.path, e.content -> 'body' as body, e.content ->> 'date' as date, e.content -> 'attendance' as attendance
    from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${minutesKind.name} and ${standing(ask, 'e')}
    order by e.date desc, e.path`.execute(ask.db)
  return rows
}

export type AttendanceAnswer = {
  sittings: Sitting[]
  whole: readonly Sitting[]
  bodies: Choice[]
  choices: Choices
  by: Narrowing<Sitting>
}

/** The attendance of every body, or of the one that was chosen. */
export async function attendance(ask: PublicRecord, request: PageRequest): Promise<AttendanceAnswer> {
  const whole = await sittings(ask)
  const by: Narrowing<Sitting> = { body: ({ body }, choice) => body.slug === choice }
  return {
    sittings: narrowed(whole, request.query, by),
    whole,
    bodies: choicesOf(whole.map(({ body }) => ({ value: body.slug, text: body.name }))),
    choices: request.query,
    by,
  }
}
