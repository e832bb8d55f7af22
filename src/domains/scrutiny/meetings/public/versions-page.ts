/** The versions of a paper or of minutes, and what changed between two of them, word by word. */
import { changeCounts, longDate, redline } from '../../../../lib/index.ts'
import {
  bullets,
  type Html,
  html,
  joined,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  redlineBody,
  sectionHeading,
  type View,
} from '../../../../web/index.ts'
import { bodyPath } from '../../bodies/body.ts'
import { counted } from '../../register.ts'
import { meetingPath } from '../meeting.ts'
import type { ComparedVersion, VersionOf, VersionsOf } from '../reads-versions.ts'

/** The page at …/papers/:paper/versions and …/minutes/versions. */
export function versionsPage(answer: VersionsOf, _request: PageRequest): View {
  const { title, path, body, date, versions, from, to } = answer
  return {
    title: `Versions, and what changed: ${title}, ${longDate(date)}`,
    section: 'meetings',
    main: html`${pageTop({
      kicker: joined(
        [
          link(bodyPath(body.slug), body.name),
          link(meetingPath(body.slug, date), longDate(date)),
          link(path, title),
        ],
        ' · ',
      ),
      title: 'Versions, and what changed',
    })}
${lead('A paper may be published again with other words. Every version that was published here is kept, and any two can be compared.')}
${sectionHeading('Versions', 'm')}
<ol class="govuk-list govuk-list--number">${versions.map((version) => html`<li>${versionLine(answer, version)}</li>`)}</ol>
${pairs(answer)}
${from && to ? comparison(from, to) : paragraph(nothingToCompare(versions))}`,
  }
}

function versionLine({ path, versions }: VersionsOf, { version, file, since }: VersionOf): Html {
  const isPresent = version === versions.at(-1)?.version
  const page = link(isPresent ? path : `${path}?version=${version}`, `Version ${version}`)
  const when = since === null ? 'not published here' : `on this record from ${longDate(since)}`
  return html`${since === null && !isPresent ? `Version ${version}` : page}: ${when}, from ${link(file.path, file.name)}`
}

const nothingToCompare = (versions: readonly VersionOf[]): string =>
  versions.length > 1
    ? 'One of these versions is not published, so they cannot be compared.'
    : 'Only one version is on the record, so there is nothing to compare yet.'

/** Links to compare each version with the one before it, and the first with the last. */
function pairs({ path, versions, from, to }: VersionsOf): Html {
  if (versions.length < 3) return html``
  const numbers = versions.map(({ version }) => version)
  const [first = 0] = numbers
  const last = numbers.at(-1) ?? first
  const wanted = [
    ...numbers.slice(1).map((number, index) => [numbers[index] ?? number, number]),
    [first, last],
  ]
  return html`${paragraph('Compare:')}${bullets(
    wanted.map(([old, now]) => {
      const words = `version ${old} with version ${now}`
      return old === from?.version && now === to?.version
        ? html`<strong>${words}</strong>`
        : link(`${path}/versions?from=${old}&to=${now}`, words)
    }),
  )}`
}

function comparison(from: ComparedVersion, to: ComparedVersion): Html {
  const changes = redline(from.passages, to.passages)
  const { changed, added, removed } = changeCounts(changes)
  return html`${sectionHeading(`From version ${from.version} to version ${to.version}`, 'm', 'changes')}${paragraph(
    `${counted(changed, 'passage')} changed, ${added} added, ${removed} removed. Words that were taken out are struck through, words that were put in are underlined; each passage also says which.`,
  )}${redlineBody(changes)}`
}
