/** The search page: a form without script, results that lead to the paragraph, plain words when there are none. */
import { longDate } from '../../lib/index.ts'
import { type Found, HITS_A_PAGE, type Hit } from '../../record/index.ts'
import {
  bullets,
  button,
  details,
  errorSummary,
  type Html,
  html,
  input,
  joined,
  lead,
  link,
  pageTop,
  pagination,
  paragraph,
  sectionHeading,
  select,
  type View,
} from '../../web/index.ts'
import { type SearchChoices, searchPage } from './search-choices.ts'

export type SearchAnswer = {
  choices: SearchChoices
  found: Found
  kinds: readonly { name: string; one: string; many: string }[]
  bodies: readonly { path: string; title: string }[]
  priorities: readonly { path: string; title: string; plan: string }[]
}

type Option = { value: string; text: string }

function choice(
  id: string,
  label: string,
  all: string,
  chosen: string | null,
  options: readonly Option[],
): Html {
  return select({
    id,
    name: id,
    label: { text: label },
    items: [{ value: '', text: all }, ...options].map((option) => ({
      ...option,
      selected: option.value === (chosen ?? ''),
    })),
  })
}

function dateField(id: 'from' | 'until', label: string, typed: string, choices: SearchChoices): Html {
  const error = choices.errors.find((one) => one.field === id)
  return input({
    id,
    name: id,
    label: { text: label },
    hint: { text: 'For example 24 September 2019' },
    value: typed,
    autocomplete: 'off',
    ...(error ? { errorMessage: { text: error.message } } : {}),
  })
}

const narrowedBy = ({ choices }: SearchAnswer): boolean =>
  [choices.kind, choices.body, choices.priority, choices.from, choices.until].some((one) => one !== null)

/** What narrows a search; closed until it is used, so that results stand near the top. */
function narrowing(answer: SearchAnswer): Html {
  const { choices, kinds, bodies, priorities } = answer
  const kindOptions = kinds.map(({ name, many }) => ({ value: name, text: many }))
  const bodyOptions = bodies.map(({ path, title }) => ({ value: path, text: title }))
  const priorityOptions = priorities.map(({ path, title, plan }) => ({
    value: path,
    text: `${title} (${plan})`,
  }))
  return details({
    summaryText: 'Narrow by kind, body, priority or date',
    open: choices.errors.length > 0 || narrowedBy(answer),
    html: html`<div class="sm-search__pair">${choice(
      'kind',
      'Kind of thing',
      'Everything',
      choices.kind,
      kindOptions,
    )}${choice('body', 'Body that meets', 'All bodies', choices.body, bodyOptions)}</div>${choice(
      'priority',
      'Priority of the plan',
      'All priorities',
      choices.priority,
      priorityOptions,
    )}<div class="sm-search__pair">${dateField('from', 'From', choices.fromTyped, choices)}${dateField(
      'until',
      'Until',
      choices.untilTyped,
      choices,
    )}</div>`,
  })
}

function form(answer: SearchAnswer): Html {
  return html`<form class="sm-search" action="/search" method="get" role="search" novalidate>${input({
    id: 'q',
    name: 'q',
    label: { text: 'Words to look for', classes: 'govuk-label--m' },
    hint: {
      text: 'Put words that must stand together in quotation marks. Ask for beginnings with a star: neighbour*',
    },
    value: answer.choices.words,
    type: 'search',
    autocomplete: 'off',
    spellcheck: false,
  })}${narrowing(answer)}${button({ text: 'Search' })}</form>`
}

/** Where a hit leads: the paragraph, when the entry's page has a place for it. */
export function hitAddress(hit: { entry: Pick<Hit['entry'], 'path'>; anchor: string }): string {
  if (hit.anchor === '') return hit.entry.path
  return `${hit.entry.path.split('#', 1)[0]}#${hit.anchor}`
}

function hitItem(hit: Hit, { kinds, bodies }: SearchAnswer): Html {
  const { entry } = hit
  const what = [
    kinds.find((kind) => kind.name === entry.kind)?.one ?? null,
    bodies.find((body) => body.path === entry.body && entry.kind !== 'body')?.title ?? null,
    entry.date === null ? null : html`<time datetime="${entry.date}">${longDate(entry.date)}</time>`,
  ]
  const snippet = hit.snippet.map((piece) =>
    typeof piece === 'string' ? piece : html`<mark>${piece.match}</mark>`,
  )
  const place =
    hit.number === null
      ? null
      : html`<p class="sm-source">${link(hitAddress(hit), `Paragraph ${hit.number}`)}</p>`
  return html`<li class="sm-hit"><p class="sm-what">${joined(what, ' · ')}</p><h3 class="sm-title">${link(hitAddress(hit), entry.title)}</h3>${
    snippet.length === 0 ? '' : html`<p class="sm-text">${snippet}</p>`
  }${place}</li>`
}

function nothingFound(answer: SearchAnswer): Html {
  const { choices } = answer
  return html`${sectionHeading('Nothing found', 'm')}${paragraph(
    html`Nothing on the public record has all of these words: <strong>${choices.words}</strong>. That does not mean that it was never said or done; it may stand elsewhere, or in other words.`,
  )}${bullets(
    [
      'Try fewer words, or another word for the same thing.',
      narrowedBy(answer)
        ? link(
            searchPage(
              { ...choices, kind: null, body: null, priority: null, fromTyped: '', untilTyped: '' },
              1,
            ),
            'Look for the same words everywhere',
          )
        : null,
      html`Go through ${link('/meetings', 'the meetings')} or ${link('/actions', 'what was asked and promised')} instead.`,
    ].filter((item) => item !== null),
  )}`
}

function results(answer: SearchAnswer): Html {
  const { choices, found } = answer
  if (choices.errors.length > 0) return html``
  if (found.empty === 'no-words') {
    return paragraph(
      'You will find plans, meetings, papers, minutes, questions, promises and people. Results lead to the paragraph.',
    )
  }
  if (found.empty === 'only-common-words') {
    return paragraph(
      'Words such as “the” or “and” stand in every paper. Add a word that says what it is about.',
    )
  }
  if (found.total === 0) return nothingFound(answer)
  const pages = Math.ceil(found.total / HITS_A_PAGE)
  const counted = found.total === 1 ? '1 result' : `${found.total.toLocaleString('en-GB')} results`
  if (found.hits.length === 0) {
    return paragraph(
      html`There are ${counted}, on fewer pages. ${link(searchPage(choices, 1), 'Go to the first page of them')}.`,
    )
  }
  return html`${sectionHeading(pages > 1 ? `${counted}, page ${choices.page} of ${pages}` : counted, 'm')}<ul class="sm-hits">${found.hits.map(
    (hit) => hitItem(hit, answer),
  )}</ul>${pages > 1 ? pagesOf(choices, pages) : ''}`
}

function pagesOf(choices: SearchChoices, pages: number): Html {
  return pagination({
    landmarkLabel: 'Pages of results',
    ...(choices.page > 1
      ? {
          previous: {
            href: searchPage(choices, choices.page - 1),
            labelText: `${choices.page - 1} of ${pages}`,
          },
        }
      : {}),
    ...(choices.page < pages
      ? {
          next: { href: searchPage(choices, choices.page + 1), labelText: `${choices.page + 1} of ${pages}` },
        }
      : {}),
  })
}

/** The search page with or without results. */
export function searchView(answer: SearchAnswer): View {
  const { choices } = answer
  const title = choices.words === '' ? 'Search' : `Search for ${choices.words}`
  return {
    title: choices.errors.length > 0 ? `Error: ${title}` : title,
    description: 'Search plans, papers, minutes, questions and promises; results lead to the paragraph.',
    section: 'search',
    main: html`${
      choices.errors.length === 0
        ? ''
        : errorSummary({
            titleText: 'There is a problem',
            errorList: choices.errors.map((error) => ({ text: error.message, href: `#${error.field}` })),
          })
    }${pageTop({ title: 'Search the record' })}${lead('Everything that has been published here, word by word.')}${form(answer)}${results(answer)}`,
  }
}
