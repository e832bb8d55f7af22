/** Gathers what the domains hand to the public: their kinds and pages. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyKind, PublicRecord } from '../../record/index.ts'
import type { Page, PageRequest } from '../../web/index.ts'

export type Counts = { all: number; done: number; open: number; late: number; notFound: number }

type Door = {
  kinds: readonly AnyKind[]
  publicPages: readonly Page<PublicRecord>[]
  actionRegister: (ask: PublicRecord, request: PageRequest) => Promise<{ counts: Counts }>
}

async function door(domain: string): Promise<Partial<Door>> {
  const file = join(import.meta.dirname, '../../domains', domain, 'index.ts')
  if (!existsSync(file)) return {}
  const found: Partial<Door> = await import(file)
  return found
}

const doors = await Promise.all(['plan', 'scrutiny'].map(door))

/** The kinds of all domains. */
export const kinds: readonly AnyKind[] = doors.flatMap((one) => one.kinds ?? [])

/** The pages of all domains. */
export const domainPages: readonly Page<PublicRecord>[] = doors.flatMap((one) => one.publicPages ?? [])

/** How many actions there are, as the register counts them on a day. */
export async function actionCounts(ask: PublicRecord, request: PageRequest): Promise<Counts> {
  const register = doors[1]?.actionRegister
  if (!register) return { all: 0, done: 0, open: 0, late: 0, notFound: 0 }
  return (await register(ask, { ...request, path: '/actions', params: {}, query: {} })).counts
}
