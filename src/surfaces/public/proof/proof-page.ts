/** One line of the log in words that a resident understands: what was published, when, and that it is unaltered. */
import { type Instant, longMoment } from '../../../lib/index.ts'
import {
  bullets,
  details,
  finding,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  sectionHeading,
  summaryList,
  type View,
} from '../../../web/index.ts'
import { kindWords } from '../kinds.ts'
import type { ProofAnswer } from './reads.ts'

const ACTS: Readonly<Record<ProofAnswer['leaf']['act'], string>> = {
  publish: 'Something was published',
  links: 'What something hangs together with was published',
  describe: 'The description of this record was published',
  withdraw: 'Something was withdrawn',
  erase: 'What had been withdrawn was erased',
}

const moment = (at: Instant): Html => html`<time datetime="${at}">${longMoment(at)}</time>`

const titleOf = ({ about, leaf }: ProofAnswer): string => about?.title ?? ACTS[leaf.act]

const holds = ({ content, inclusion }: ProofAnswer): boolean => inclusion.holds && content?.agrees !== false

function leadOf(answer: ProofAnswer): Piece {
  const { leaf, content, damaged } = answer
  if (damaged)
    return html`This cannot be checked just now, because the files of the log are damaged. It was written into the log on ${moment(leaf.at)}.`
  if (!holds(answer))
    return html`Something is wrong here: what stands in the record now does not agree with what was written into its log on ${moment(leaf.at)}.`
  if (content === null)
    return html`This was written into the log on ${moment(leaf.at)}. Its line is unaltered. The words behind it are not public any more, so that they cannot be compared.`
  return leaf.act === 'publish'
    ? html`This was published on ${moment(leaf.at)} and has not been altered since.`
    : html`This was done on ${moment(leaf.at)}, and what was written down of it has not been altered since.`
}

function standingWords({ about, leaf }: ProofAnswer): Piece {
  if (about === null || about.standing === undefined) return null
  const { standing } = about
  const own = standing.versions.find(({ version }) => version === leaf.version)
  const count = standing.versions.length
  if (own === undefined) return null
  return own.until === null
    ? html`Version ${leaf.version} of ${count}; it is what the page says now`
    : html`Version ${leaf.version} of ${count}; it stood until ${moment(own.until)}`
}

function facts(answer: ProofAnswer): Html {
  const { about, leaf, proven } = answer
  const standing = standingWords(answer)
  const rows: [string, Piece][] = [
    [
      'What',
      about === null
        ? ACTS[leaf.act]
        : html`${kindWords.get(about.kind) ?? about.kind}: ${link(about.path, about.title)}`,
    ],
    ['When', moment(leaf.at)],
    ...(standing === null ? [] : ([['Version', standing]] satisfies [string, Piece][])),
    ['Line of the log', `${leaf.number + 1} of ${proven.size}`],
  ]
  return summaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

const checked = ({ content, inclusion, proven, damaged }: ProofAnswer): Piece[] => [
  content === null
    ? 'The words could not be compared, because they are not public any more.'
    : content.agrees
      ? 'The words that stand in the record now give the very fingerprint that was written into the log when they were published.'
      : html`<strong>The words that stand in the record now give another fingerprint than the one in the log.</strong>`,
  inclusion.holds
    ? `That line is in the log, in its place, and the log's ${proven.size} lines together give one number, its root.`
    : damaged
      ? 'The line could not be followed to the log’s root.'
      : html`<strong>That line does not lead to the log's root.</strong>`,
  proven.checkpoint === null
    ? 'The signed statement of that root was not at hand when this page was made. It follows a publication within about a minute.'
    : proven.checkpoint.note.signatures.length > 1
      ? `The root is in a statement signed with the key of this record and by ${proven.checkpoint.note.signatures.length - 1} others who watch that it only grows.`
      : 'The root is in a statement signed with the key of this record. Nobody else has signed it yet.',
]

const numbers = ({ leaf, commitment, content, proven, inclusion }: ProofAnswer): Html => {
  const rows: [string, string][] = [
    ['Bytes of the line', leaf.leaf.toString()],
    ['Hash of the line', leaf.hash.toString('hex')],
    ['Commitment', commitment],
    ['Fingerprint of the words', content?.hash ?? 'not public'],
    ['Salt', leaf.salt?.toString('hex') ?? 'not public'],
    ['Lines in the tree', String(proven.size)],
    ['Root', proven.root.toString('hex')],
    ...inclusion.path.map((hash, index): [string, string] => [`Step ${index + 1}`, hash.toString('hex')]),
  ]
  return details({
    summaryText: 'All the numbers',
    html: summaryList({
      classes: 'sm-numbers',
      rows: rows.map(([key, value]) => ({
        key: { text: key },
        value: { html: html`<code>${value}</code>` },
      })),
    }),
  })
}

/** /proof/:leaf. */
export function proofPage(answer: ProofAnswer, { site }: PageRequest): View {
  const { number } = answer.leaf
  return {
    title: `Proof ${number + 1}: ${titleOf(answer)}`,
    description: 'When this was published, and what shows whether it was altered since.',
    section: null,
    unlisted: true,
    alternates: [
      { href: `/proof/${number}.json`, title: 'This proof as data', mediaType: 'application/json' },
    ],
    main: html`${pageTop({ kicker: html`${link('/verify', 'Check the record')} · proof`, title: titleOf(answer) })}${
      holds(answer)
        ? lead(leadOf(answer))
        : finding({
            title: answer.damaged ? 'This cannot be checked' : 'This does not agree',
            body: html`${paragraph(leadOf(answer))}${paragraph(html`Please ${link('/contact', `tell ${site.publisher}`)}, and keep a copy of this page.`)}`,
          })
    }${facts(answer)}${sectionHeading('What was checked, when this page was made', 'm')}${bullets(checked(answer))}${sectionHeading('What this does not show', 'm')}${bullets(
      [
        'That what was published is true. It shows that it was said, and when.',
        'That the clock of this site was right, beyond the order of things: each line stands behind the one before it.',
        answer.proven.checkpoint !== null && answer.proven.checkpoint.note.signatures.length > 1
          ? 'More than the others who signed have seen: they watch the log, not the words.'
          : 'That you are shown the same log as everyone else. For that others must sign it too, or you compare its root with somebody else’s.',
      ],
    )}${sectionHeading('How to check it yourself', 'm')}${paragraph(
      html`You need not believe this page. ${link(`/proof/${number}.json`, 'All the numbers as data')} are enough: hash the words (SHA-256), hash the salt and that together, find the result in the line; hash the line up the steps and compare with the root. ${link('/verify', 'How to check the whole record')}.`,
    )}${numbers(answer)}`,
  }
}
