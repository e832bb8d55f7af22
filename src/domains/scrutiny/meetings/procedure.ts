/** Tells the minutes by which a meeting runs itself from those that are about policing. */
import type { Minute } from './minutes.ts'

/** Noting minutes, members and interests serves no priority, whatever words matters arising may use. */
export const isProcedure = (minute: Pick<Minute, 'title'>): boolean =>
  /^(minutes of|membership|apolog|declaration|interests|introduction|welcome|substitut)|work programme|programme of work/i.test(
    minute.title,
  )
