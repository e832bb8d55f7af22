/** Describes an authority: whose record this is, its words, colours and contact. */
import type { Permit } from '../identity/index.ts'
import type { PublicRecord } from './ask.ts'
import type { Tx } from './transaction.ts'

/** Whose site this is: name, words and colours are data of the authority. The same shape as `Site` of web. */
export type SiteSettings = {
  /** 'kent'. */
  authority: string
  name: string
  tagline: string
  publisher: string
  words: { policingBody: string; chief: string; force: string; panel: string; area: string }
  ink: string
  gold: string
  contact: { label: string; value: string; href: string | null }[]
}

/** Keeps the settings of the permit's authority and shows them to the public at once. */
export async function describeAuthority(
  _tx: Tx,
  _permit: Permit<'record.publish'>,
  _settings: SiteSettings,
): Promise<'created' | 'changed' | 'unchanged'> {
  throw new Error('not built')
}

/** The settings of the authority that is asked; throws when the record does not know it. */
export async function readSite(_ask: PublicRecord): Promise<SiteSettings> {
  throw new Error('not built')
}

/** The ids of the authorities whose record stands here, in order; none in an empty installation. */
export async function authorities(_db: PublicRecord['db']): Promise<string[]> {
  throw new Error('not built')
}

/** A text that changes with every publication, by which pages are cached. */
export async function revision(_ask: PublicRecord): Promise<string> {
  throw new Error('not built')
}
