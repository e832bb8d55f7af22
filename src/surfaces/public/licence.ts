/** The terms under which the record may be used again: what its authority has said, and nothing where it has said nothing. */
import { type Html, html, link, type Site } from '../../web/index.ts'

export type Licence = { name: string; href: string }

/** The licence of an authority's record; null where none is stated. */
export const licenceOf = ({ licence }: Pick<Site, 'licence'>): Licence | null => licence ?? null

/** The same as a sentence. */
export const licenceLine = (site: Site): Html =>
  site.licence === undefined
    ? html`It has not been stated yet under which terms the record may be used again; ask ${site.publisher}.`
    : html`The record may be used again under the ${link(site.licence.href, site.licence.name)}.`
