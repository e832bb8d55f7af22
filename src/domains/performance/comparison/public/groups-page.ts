/** Which forces are compared with which, and from when until when. */
import {
  day,
  html,
  lead,
  type Piece,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  type View,
} from '../../../../web/index.ts'
import { FROM_MEASURES } from '../../measures/public/measure-top.ts'
import { basisPiece } from '../../reference/public/basis-words.ts'
import { holdsOn } from '../../reference/reference.ts'
import { forceKey } from '../comparison-group.ts'
import type { GroupsAnswer } from '../reads.ts'

/** The page at /comparison-groups. */
export function groupsPage({ groups, today }: GroupsAnswer): View {
  const forces = [...new Map(groups.map(({ force }) => [forceKey(force), force])).values()]
  return {
    title: 'Which forces are compared',
    description: 'The groups of most similar forces, with the days on which each held.',
    section: 'measures',
    main: html`${pageTop({ kicker: FROM_MEASURES, title: 'Which forces are compared' })}
${lead(groups.length === 0 ? 'No groups of similar forces are on this record yet, so no force is held against such a group.' : 'Forces are held against those whose areas are most alike in people and place.')}
${paragraph('A group has up to seven other forces. It need not be mutual: a force may belong to the group of another that does not belong to its own. The City of London is like no other force and has no group. The average of a group counts each force once, the force itself among them.')}
${forces.map((force) => {
  const own = groups.filter((group) => forceKey(group.force) === forceKey(force))
  return html`${sectionHeading(force, 'm', forceKey(force))}${own.map((group) => html`<span id="${forceKey(force)}-${group.from}"></span>`)}${scrollTable(
    {
      caption: `Forces most similar to ${force}`,
      columns: [{ text: 'From' }, { text: 'Until' }, { text: 'Forces' }, { text: 'Source' }],
      rows: own.map((group): Piece[] => [
        day(group.from),
        group.until === null ? (holdsOn(group, today) ? 'now' : 'not known') : day(group.until),
        group.members.length === 0 ? 'none' : group.members.join(', '),
        basisPiece(group.basis),
      ]),
      rowHeaders: true,
      stacked: true,
    },
  )}`
})}`,
  }
}
