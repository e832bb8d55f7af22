/** What stands where something was withdrawn, and the register of all withdrawals (V5). */
import { longMoment } from '../../lib/index.ts'
import {
  type Cursor,
  type PublicRecord,
  type Tombstone,
  tombstones,
  WITHDRAWAL_REASONS,
} from '../../record/index.ts'
import {
  day,
  type Html,
  html,
  lead,
  link,
  type Page,
  type PageRequest,
  page,
  pageLinks,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  summaryList,
  term,
  type View,
} from '../../web/index.ts'
import { cursorText, typedCursor } from './cursor.ts'
import { kindWords } from './kinds.ts'

/** The reasons as a row of a table or list names them. */
const SHORT: Readonly<Record<Tombstone['reason'], string>> = {
  'published-in-error': 'Published by mistake',
  'personal-information': 'Personal information',
  'court-order': 'Order of a court',
  copyright: 'Copyright of somebody else',
  security: 'Security',
  replaced: 'Replaced',
  inaccurate: 'Inaccurate',
}

const kindOf = (tombstone: Tombstone): string => kindWords.get(tombstone.kind) ?? 'Entry'

/** The title, or where that had to go what sort of thing it was. */
const named = (tombstone: Tombstone): string =>
  tombstone.title ?? `${kindOf(tombstone)} whose title was withdrawn with it`

const moment = (tombstone: Tombstone): Html =>
  html`<time datetime="${tombstone.withdrawnAt}">${longMoment(tombstone.withdrawnAt)}</time>`

/** The page of a withdrawn address: what it was, when and why it went, and what is left. */
export function tombstoneView(tombstone: Tombstone, { site }: PageRequest): View {
  return {
    title: `Withdrawn: ${named(tombstone)}`,
    section: null,
    unlisted: true,
    main: html`${pageTop({ kicker: 'Withdrawn from the public record', title: named(tombstone) })}${lead(
      html`This was public here and is no longer. ${WITHDRAWAL_REASONS[tombstone.reason]}`,
    )}${summaryList({
      rows: [
        { key: { text: 'What it was' }, value: { text: kindOf(tombstone) } },
        { key: { text: 'Withdrawn' }, value: { html: html`${moment(tombstone)} by ${site.publisher}` } },
        { key: { text: 'Reason' }, value: { text: SHORT[tombstone.reason] } },
        ...(tombstone.words === ''
          ? []
          : [{ key: { text: 'In their words' }, value: { text: tombstone.words } }]),
        {
          key: { text: 'What is left' },
          value: {
            html:
              tombstone.erasedAt === null
                ? html`Its words are not public. That it was published, and when it was withdrawn, stays in ${link(`/proof/${tombstone.leaf}`, 'the log')}, which nobody can alter unnoticed.`
                : html`Its words were erased on <time datetime="${tombstone.erasedAt}">${longMoment(tombstone.erasedAt)}</time> and cannot be brought back. That it was published and withdrawn stays in ${link(`/proof/${tombstone.leaf}`, 'the log')}.`,
          },
        },
      ],
    })}${paragraph(html`${link('/withdrawn', 'Everything that was withdrawn')} · ${link('/', 'The first page of this record')}`)}`,
  }
}

/** The same as values. */
export const tombstoneValues = (tombstone: Tombstone): object => ({
  error: 'withdrawn',
  message: `This was withdrawn from the public record. ${WITHDRAWAL_REASONS[tombstone.reason]}`,
  withdrawn: {
    path: tombstone.path,
    kind: tombstone.kind,
    title: tombstone.title,
    withdrawnAt: tombstone.withdrawnAt,
    reason: tombstone.reason,
    words: tombstone.words,
    erasedAt: tombstone.erasedAt,
    proof: `/proof/${tombstone.leaf}`,
  },
})

const ROWS = 100

type Register = {
  rows: Tombstone[]
  next: string | null
  counts: { reason: Tombstone['reason']; count: number }[]
}

/** All withdrawals are counted; more than this are not to be expected of any authority. */
const MOST_COUNTED = 100

async function register(ask: PublicRecord, { query }: PageRequest): Promise<Register | undefined> {
  const after = typedCursor(query['after'])
  if (after === undefined) return undefined
  const { rows, next } = await tombstones(ask, { limit: ROWS, ...(after === null ? {} : { after }) })
  return { rows, next: next === null ? null : cursorText(next), counts: await countsByReason(ask) }
}

async function countsByReason(ask: PublicRecord): Promise<Register['counts']> {
  const counts = new Map<Tombstone['reason'], number>()
  let after: Cursor | null = null
  for (let part = 0; part < MOST_COUNTED; part += 1) {
    const found: Awaited<ReturnType<typeof tombstones>> = await tombstones(ask, {
      limit: 500,
      ...(after === null ? {} : { after }),
    })
    for (const { reason } of found.rows) counts.set(reason, (counts.get(reason) ?? 0) + 1)
    after = found.next
    if (after === null) break
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((one, other) => other.count - one.count)
}

function registerView({ rows, next, counts }: Register): View {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return {
    title: 'What was withdrawn',
    description: 'Everything that was taken out of this public record, when, and why.',
    section: null,
    main: html`${pageTop({ title: 'What was withdrawn' })}${lead(
      all === 0
        ? 'Nothing has been withdrawn from this record.'
        : all === 1
          ? 'One thing was public here and is no longer. It is named below with the day and the reason.'
          : `${all} things were public here and are no longer. Each is named below with the day and the reason.`,
    )}${term(
      'Why would anything be withdrawn?',
      'A record stays as it was published, and mistakes are put right in the open. Some things must still go: a name that should not be public, words that belong to somebody else, what a court forbids. When they go, this page says so, and the address where they stood says so too.',
    )}${
      all === 0
        ? ''
        : html`${sectionHeading('By reason', 'm')}${scrollTable({
            caption: 'How many were withdrawn for which reason',
            columns: [{ text: 'Reason' }, { text: 'How many', numeric: true }],
            rowHeaders: true,
            rows: counts.map(({ reason, count }) => [SHORT[reason], count]),
          })}${sectionHeading('Each of them', 'm')}${scrollTable({
            caption: 'What was withdrawn, the latest first',
            columns: [{ text: 'What it was' }, { text: 'Withdrawn' }, { text: 'Reason' }],
            rowHeaders: true,
            rows: rows.map((one) => [
              html`${link(one.path, named(one))}<br><span class="sm-what">${kindOf(one)}</span>`,
              day(one.date),
              html`${SHORT[one.reason]}${one.words === '' ? '' : html`<br><span class="sm-what">${one.words}</span>`}`,
            ]),
          })}${pageLinks({ next: next === null ? null : `/withdrawn?after=${encodeURIComponent(next)}` })}`
    }`,
  }
}

/** The register of withdrawals. The address of each withdrawn thing answers by itself; those without a title stand below /withdrawn. */
export const withdrawalPages: readonly Page<PublicRecord>[] = [
  page('/withdrawn', { query: ['after'], read: register, view: registerView }),
  page('/withdrawn/:entry', {
    days: 'none',
    // Nothing stands here: what was withdrawn is told as at any other address.
    read: async (): Promise<undefined> => undefined,
    view: () => ({ title: '', section: null, main: html`` }),
  }),
]
