/** A ready citation of a page or one paragraph of it: who published what, when, in which version, and where it stays so. */
import { londonDate, longDate, longMoment } from '../../lib/index.ts'
import { entryAt, type Paragraph, type PublicRecord, type Whole, wholeAt } from '../../record/index.ts'
import {
  button,
  details,
  type Html,
  html,
  input,
  insetText,
  lead,
  link,
  type Page,
  type PageRequest,
  type Piece,
  page,
  pageTop,
  paragraph,
  sectionHeading,
  type View,
} from '../../web/index.ts'
import { kinds } from './kinds.ts'

type CiteAnswer = {
  /** What the page shows; null where none was asked for, or none is there. */
  cited: { entry: Whole; part: Paragraph | null; parts: Paragraph[]; body: string | null } | null
  /** What was typed. */
  address: string
  part: string
  problem: string | null
}

/** A path as people copy it: whole, with a place of the page and a question. */
function pathTyped(typed: string): string {
  const path = typed.replace(/^https?:\/\/[^/]+/, '').split(/[?#]/, 1)[0] ?? ''
  return path.startsWith('/') ? path.replace(/(?<=.)\/+$/, '') : `/${path}`
}

/** A paragraph by its place on the page (p37) or its number as printed (37). */
const partNamed = (parts: readonly Paragraph[], named: string): Paragraph | undefined =>
  parts.find(({ anchor }) => anchor === named) ?? parts.find(({ number }) => number === named)

async function citation(ask: PublicRecord, { query }: PageRequest): Promise<CiteAnswer> {
  const typed = query['page'] ?? ''
  const part = query['part'] ?? ''
  if (typed === '') return { cited: null, address: '', part, problem: null }
  const address = pathTyped(typed)
  const [entry, ...below] = await wholeAt(ask, address)
  if (entry === undefined)
    return { cited: null, address: typed, part, problem: 'Enter the address of a page of this record' }
  const parts = [entry, ...below]
    .flatMap(({ paragraphs }) => paragraphs ?? [])
    .filter(({ anchor }) => anchor !== '')
  const cited = part === '' ? null : (partNamed(parts, part) ?? null)
  const body = entry.body === null ? undefined : await bodyNamed(ask, entry.body)
  return {
    cited: { entry, part: cited, parts, body: body ?? null },
    address,
    part,
    problem: part !== '' && cited === null ? 'Enter the number of a paragraph of that page' : null,
  }
}

async function bodyNamed(ask: PublicRecord, path: string): Promise<string | undefined> {
  const kind = kinds.find(({ name }) => name === 'body')
  return kind === undefined ? undefined : (await entryAt(ask, kind, path))?.title
}

/** "Kent and Medway Police and Crime Panel, “Citizens in Policing”, 21 November 2019, paragraph 37; version 1 …". */
function citationText({ entry, part, body }: NonNullable<CiteAnswer['cited']>, request: PageRequest): string {
  const what = [
    ...(body === null || body === entry.title ? [] : [body]),
    `“${entry.title}”`,
    ...(entry.date === null || entry.title.includes(longDate(entry.date)) ? [] : [longDate(entry.date)]),
    ...(part === null ? [] : [part.number === null ? `at ${part.anchor}` : `paragraph ${part.number}`]),
  ].join(', ')
  const proof = entry.leaf === null ? '' : `, line ${entry.leaf + 1} of its log`
  return `${what}; version ${entry.version}, published ${longMoment(entry.publishedAt)} in ${request.site.name}${proof}, ${addressThen(entry, part, request)}`
}

const placeOf = (part: Paragraph | null): string => (part === null ? '' : `#${part.anchor}`)

/** The address that goes on showing this version, however often the page changes. */
const addressThen = (entry: Whole, part: Paragraph | null, { origin = '' }: PageRequest): string =>
  `${origin}${entry.path}?on=${londonDate(new Date(entry.publishedAt))}${placeOf(part)}`

function form({ address, part, problem, cited }: CiteAnswer): Html {
  const wrong = (text: string, here: boolean): object =>
    problem !== null && here ? { errorMessage: { text } } : {}
  return html`<form class="sm-search" action="/cite" method="get" novalidate>${input({
    id: 'page',
    name: 'page',
    label: { text: 'Address of the page' },
    hint: { text: 'Copy it from your browser' },
    value: address,
    ...wrong(problem ?? '', cited === null),
  })}${input({
    id: 'part',
    name: 'part',
    label: { text: 'Paragraph, if you cite one' },
    hint: { text: 'The number printed beside it, such as 37' },
    value: part,
    classes: 'govuk-input--width-10',
    ...wrong(problem ?? '', cited !== null),
  })}${button({ text: 'Show how to cite it' })}</form>`
}

function found(answer: NonNullable<CiteAnswer['cited']>, request: PageRequest): Html {
  const { entry, part, parts } = answer
  const { origin = '' } = request
  const rows: [string, Piece][] = [
    [
      'The page as it is now',
      link(`${entry.path}${placeOf(part)}`, `${origin}${entry.path}${placeOf(part)}`),
    ],
    ['This version, for good', addressThen(entry, part, request)],
  ]
  return html`${sectionHeading('To copy', 'm')}${insetText({ text: citationText(answer, request) })}${
    part === null ? '' : html`<blockquote class="sm-cited">“${part.text}”</blockquote>`
  }${rows.map(([name, value]) => paragraph(html`<strong>${name}:</strong> ${value}`))}${
    parts.length === 0
      ? ''
      : details({
          summaryText: 'All paragraphs of this page',
          html: html`<ul class="govuk-list">${parts
            .filter(({ number }) => number !== null)
            .map(
              ({ anchor, number, text }) =>
                html`<li>${link(`/cite?page=${encodeURIComponent(entry.path)}&part=${encodeURIComponent(anchor)}`, `Paragraph ${number ?? ''}`)} ${text.slice(0, 80)}${text.length > 80 ? '…' : ''}</li>`,
            )}</ul>`,
        })
  }${sectionHeading('Another one', 'm')}`
}

function citeView(answer: CiteAnswer, request: PageRequest): View {
  const { cited } = answer
  return {
    title: cited === null ? 'Cite a page' : `How to cite: ${cited.entry.title}`,
    description:
      'A ready citation of any page or paragraph of this record, with the address that goes on showing it.',
    section: null,
    unlisted: true,
    main: html`${pageTop({ kicker: cited === null ? null : link(cited.entry.path, cited.entry.title), title: cited === null ? 'Cite a page' : 'How to cite this page' })}${lead(
      'A citation names the version and the day, and its address goes on showing what you saw, also when the page has changed.',
    )}${cited === null ? '' : found(cited, request)}${form(answer)}`,
  }
}

/** /cite. */
export const citePage: Page<PublicRecord> = page('/cite', {
  query: ['page', 'part'],
  days: 'none',
  read: citation,
  view: citeView,
})
