/** What the body says to a finding: its words stand beside the finding, and change nothing of it. */
import { type LocalDate, slug, stored } from '../../lib/index.ts'

export type Reply = {
  /** The address of the paper, minutes or plan. */
  document: string
  /** Its title when the reply was brought. */
  title: string
  /** The finding's reference. */
  finding: string
  reply: string
  by: string
  date: LocalDate
  /** The register, as it is served. */
  source: { path: string; title: string }
}

export const replyKey = ({ document, finding }: Pick<Reply, 'document' | 'finding'>): string =>
  `${document}#${finding}`

/** Where it stands: beside the finding, on the page of the paper. */
export const replyPath = ({ document, finding }: Pick<Reply, 'document' | 'finding'>): string =>
  `${document}#reply-${slug(finding, 200)}`

/** Reads a reply as stored. */
export const replyStored: stored.Reader<Reply> = stored.fields({
  document: stored.text,
  title: stored.text,
  finding: stored.text,
  reply: stored.text,
  by: stored.text,
  date: stored.day,
  source: stored.fields({ path: stored.text, title: stored.text }),
})
