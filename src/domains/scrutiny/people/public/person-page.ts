/** One person: posts and seats with the day they were listed, attendance, questions asked, and what is theirs to do. */
import { longDate } from '../../../../lib/index.ts'
import type { LinkedEntry } from '../../../../record/index.ts'
import {
  bullets,
  day,
  facts,
  type Html,
  html,
  joined,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  stateTag,
  type View,
} from '../../../../web/index.ts'
import { isActionState, STATE_WORDS } from '../../actions/action.ts'
import { actionKind } from '../../actions/published.ts'
import { countsIn, HOW_WORDS, type How } from '../../attendance/sitting.ts'
import { bodyPath } from '../../bodies/body.ts'
import { attendanceOf, type Mention, type Post, postsOf, printedForms } from '../person.ts'
import type { PersonAnswer, PersonAt } from '../reads.ts'

export function personPage({ person, asked, owned, sat }: PersonAnswer, _request: PageRequest): View {
  const { mentions } = person.content
  const posts = postsOf(person.content)
  const attended = attendanceOf(person.content)
  const there = attended.filter((mention) => mention.as !== 'apologies')
  return {
    title: person.title,
    description: person.summary || `${person.title}, as papers on this record name them.`,
    section: 'people',
    main: html`${pageTop({ kicker: link('/people', 'People'), title: person.title })}
${lead(person.summary ? `${person.summary}, as last listed.` : 'Named in papers on this record.')}
${facts([
  { term: 'Meetings attended', value: there.length, note: 'of those whose minutes are on this record' },
  { term: 'Questions asked', value: asked.length },
  { term: 'Requests and promises to keep', value: owned.length },
])}
${postsPart(posts)}
${sat.length + attended.length === 0 ? '' : sectionHeading('Attendance', 'm', 'attendance')}
${asMember(sat)}
${attendancePart(attended)}
${listed('Questions asked', 'questions', asked)}
${listed('Requests and promises to keep', 'actions', owned)}
${sectionHeading('How papers print the name', 'm', 'forms')}
${bullets(printedForms({ mentions }))}
${paragraph('A printed name is tied to a person only where it is certain. How to reach people is not kept here.')}`,
  }
}

const listedWords = ({ firstListed, lastListed }: Post): string =>
  firstListed === lastListed
    ? `on ${longDate(lastListed)}`
    : `first on ${longDate(firstListed)}, last on ${longDate(lastListed)}`

function postsPart(posts: readonly Post[]): Html {
  if (posts.length === 0) return html``
  return html`${sectionHeading('Posts', 'm', 'posts')}${scrollTable({
    caption: 'Posts and seats, as papers list them',
    columns: [{ text: 'Post' }, { text: 'In papers of' }, { text: 'Listed' }, { text: 'Source' }],
    rows: posts.map((post) => [
      post.organisation === null ? post.title : `${post.title}, ${post.organisation}`,
      link(bodyPath(post.body.slug), post.body.name),
      listedWords(post),
      link(post.source.path, post.source.title),
    ]),
    rowHeaders: true,
  })}`
}

const TOOK_PART: Readonly<Record<Mention['as'], string>> = {
  member: 'Listed as a member',
  author: 'Wrote a paper',
  present: 'Present',
  substitute: 'Present as a substitute',
  apologies: 'Sent apologies',
  late: 'Arrived late',
  'also-present': 'Also present',
  'in-attendance': 'In attendance',
}

const HOWS: readonly How[] = ['present', 'substitute', 'apologies', 'substituted', 'not-listed']

/** At how many meetings of each body the person was counted among the members, and how; each number stands on named minutes. */
function asMember(sat: readonly PersonAt[]): Html {
  if (sat.length === 0) return html``
  const bodies = [...new Map(sat.map(({ body }) => [body.slug, body])).values()]
  const notListed = sat.filter(({ how }) => how === 'not-listed')
  return html`${scrollTable({
    caption: 'As a member, by body',
    columns: [
      { text: 'Body' },
      ...HOWS.map((how) => ({ text: HOW_WORDS[how], numeric: true })),
      { text: 'Minutes counted', numeric: true },
    ],
    rows: bodies.map(({ slug, name }): Piece[] => {
      const here = sat.filter(({ body }) => body.slug === slug)
      const counts = countsIn(here)
      return [link(`/attendance?body=${slug}`, name), ...HOWS.map((how) => counts[how]), here.length]
    }),
    rowHeaders: true,
  })}${
    notListed.length === 0
      ? ''
      : paragraph(
          html`Not listed as present in the minutes of ${joined(
            notListed.map(({ path, date }) => link(`${path}#attendance`, day(date))),
            ', ',
          )}. Minutes can leave a name out, and they do not say why somebody is not in them.`,
        )
  }`
}

function attendancePart(attended: readonly Mention[]): Html {
  if (attended.length === 0) return html``
  return html`${scrollTable({
    caption: 'By meeting',
    columns: [{ text: 'Meeting' }, { text: 'How' }, { text: 'Printed as' }],
    rows: attended.map((mention): Piece[] => [
      html`${link(mention.source.path, mention.body.name)}, ${day(mention.source.date)}`,
      mention.substituteFor === null
        ? TOOK_PART[mention.as]
        : `${TOOK_PART[mention.as]} for ${mention.substituteFor}`,
      mention.asPrinted,
    ]),
    rowHeaders: true,
  })}`
}

function listed(title: string, anchor: string, rows: readonly LinkedEntry[]): Html {
  if (rows.length === 0) return html``
  return html`${sectionHeading(title, 'm', anchor)}${bullets(rows.map((row) => html`${link(row.path, row.title)} ${stateOf(row)}<br>${row.summary}`))}`
}

/** The state of an action; questions say theirs in their summary. */
const stateOf = ({ kind, state }: LinkedEntry): Piece =>
  kind === actionKind.name && state !== null && isActionState(state)
    ? stateTag({ words: STATE_WORDS[state], tone: state === 'done' ? 'done' : 'plain' })
    : null
