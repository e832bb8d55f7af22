/** What the pages of a plan say alike: owners, headings and explanations in words. */
import { type Html, html, link, type Piece, type Site, term } from '../../../web/index.ts'
import { type Owner, type Plan, planPath, type Standing, shortTitle, type Tie } from '../plan.ts'
import { termsIn } from '../terms.ts'

/** "For the Chief Constable": whose priority it is, in the words of the authority. */
export function ownerWords(owner: Owner | null, { words }: Site): string {
  if (owner === 'force') return `For the ${words.chief}`
  if (owner === 'policing-body') return `For the ${words.policingBody}`
  return 'For whom, the paper does not say'
}

/** In running text: "for the Chief Constable". */
export const ownerPhrase = (owner: Owner | null, site: Site): string => {
  const words = ownerWords(owner, site)
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "seven things", "one thing". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBERS[count] ?? count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

/** "12 promises", "1 promise". */
export const figure = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** A sentence that begins with a capital letter. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The colour beside a standing's words. */
export const standingTone = ({ state }: Standing): 'plain' | 'late' | 'done' =>
  state === 'in-force' ? 'done' : 'plain'

/** "Making Kent Safer" as a link, then further parts of where a page stands. */
export const kicker = (plan: Pick<Plan, 'slug' | 'title'>, ...parts: Piece[]): Html =>
  html`${link(planPath(plan.slug), shortTitle(plan.title))}${parts.map((part) => html` · ${part}`)}`

/** What the terms of a text mean, each to open on demand. */
export const explained = (text: string): Html =>
  html`${termsIn(text).map(({ question, meaning }) => term(question, meaning))}`

/** The priorities a part of the plan hangs on, each with why. Nothing when there is none. */
export const tiesLine = (ties: readonly Tie[]): Html =>
  ties.length === 0
    ? html``
    : html`<ul class="govuk-list">${ties.map(
        (tie) =>
          html`<li>Tied to the priority ${link(tie.path, tie.title)}. <span class="sm-what">${tie.why}.</span></li>`,
      )}</ul>`

/** Running text at a width that reads well. */
export const readable = (text: Piece): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${text}</div></div>`
