/** Marks on the page of a paper or of minutes what its present version changed, and says what a person put right. */
import { longDate } from '../../../../lib/index.ts'
import {
  bullets,
  finding,
  type Html,
  html,
  link,
  type Piece,
  paragraph,
  sectionHeading,
} from '../../../../web/index.ts'
import { counted } from '../../register.ts'
import { type Changed, changedPlaces, type PlacedPassage } from '../passages.ts'
import type { ComparedVersion } from '../reads-versions.ts'

export type Changes = Changed & {
  /** "the version of 3 May 2026", or by its number where it is not known from when it was. */
  since: string
  /** The page of the redline. */
  path: string
}

/** What changed since the version before; null where there is none to compare with. */
export function changesSince(
  before: ComparedVersion | null,
  now: readonly PlacedPassage[],
  path: string,
): Changes | null {
  if (before === null) return null
  const since =
    before.since === null ? `version ${before.version}` : `the version of ${longDate(before.since)}`
  return { ...changedPlaces(before.passages, now), since, path: `${path}/versions#changes` }
}

/** Above the text: that and how much changed. */
export function changesBox(changes: Changes | null): Html {
  if (changes === null) return html``
  const gone =
    changes.removed === 0
      ? ''
      : ` ${counted(changes.removed, 'passage')} of it ${changes.removed === 1 ? 'is' : 'are'} gone.`
  return finding({
    title: `This text replaces ${changes.since}`,
    body: paragraph(
      html`${counted(changes.places.size, 'place')} changed or new, each marked below.${gone} ${link(changes.path, 'See what changed, word by word')}.`,
    ),
  })
}

/** Under a paragraph: that it changed. */
export function changeMark(changes: Changes | null, anchor: string): Piece {
  const change = changes?.places.get(anchor)
  if (changes === null || change === undefined) return null
  const words = change === 'added' ? 'New since' : 'Changed since'
  return html`<p class="sm-arose">${link(changes.path, `${words} ${changes.since}`)}</p>`
}

/** At the foot: what a person put right that the paper did not say or the reader could not know. */
export function putRightPart(putRight: readonly string[] | undefined): Html {
  if (putRight === undefined || putRight.length === 0) return html``
  return html`${sectionHeading(
    putRight.length === 1
      ? 'One thing was put right by hand'
      : `${putRight.length} things were put right by hand`,
    'm',
    'put-right',
  )}${bullets(putRight)}`
}
