/** Seats of a body from a list of members, each tied to the person it certainly names. */
import type { Member } from '../../../papers/index.ts'
import type { Seat } from './body.ts'

/** The seats that a membership list prints. */
export const seatsOf = (
  membership: readonly Member[],
  find: (asPrinted: string) => { path: string; name: string } | undefined,
): Seat[] =>
  membership.map(({ name, organisation, role, vacancy }) => {
    const found = name === null ? undefined : find(name)
    return {
      name: found?.name ?? name,
      asPrinted: name,
      person: found?.path ?? null,
      organisation,
      role,
      vacancy,
    }
  })
