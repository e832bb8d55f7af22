/** The panel on a paper's page that says how many of its figures were compared, and what does not add up, with the calculation. */
import { longDate } from '../../../lib/index.ts'
import { bullets, finding, type Html, html, link, type Piece, paragraph } from '../../../web/index.ts'
import { type Correction, correctionsIn } from '../correction.ts'
import { periodInWords } from '../disagreement.ts'
import type { CheckedFigures, Finding, PlaceOfFinding } from '../finding.ts'
import type { FiguresAround } from '../reads.ts'
import type { Reply } from '../reply.ts'

export type Panel = {
  figures: CheckedFigures | undefined
  around: FiguresAround
  /** The address of the document as it stands. */
  path: string
  /** What the page is called in its sentences: "paper", "plan"; minutes are "these minutes". */
  what: 'paper' | 'minutes' | 'plan'
  /** Whether an earlier version is shown. */
  old: boolean
}

/** Where all findings are listed, and how figures are checked is said. */
export const FIGURES_PATH = '/figures'

/** The fragment of a finding on the page of its paper. */
export const findingAnchor = (ref: string): string => `figures-${ref}`

/** Where a finding shows: the cell of a table, or the block. */
export const placeHref = ({ href, cell }: Pick<PlaceOfFinding, 'href' | 'cell'>): string =>
  cell === null ? href : `${href}-row-${cell.row + 1}-column-${cell.column + 1}`

const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

const inThis = (what: Panel['what']): string => (what === 'minutes' ? 'these minutes' : `this ${what}`)

/** The panel; nothing where no figure was seen. */
export function figuresPanel(panel: Panel): Html {
  const { figures, around, old } = panel
  if (figures === undefined) return html``
  const corrections = correctionsIn(around.versions)
  const failing = figures.findings.filter(({ severity }) => severity === 'error')
  const cut = figures.findings.filter(({ severity }) => severity === 'truncation')
  const lines = (found: readonly Finding[]): Html =>
    bulleted(found.map((each) => findingLine(each, { panel, corrections })))
  const gone = old ? [] : corrections.filter(({ finding: { severity } }) => severity === 'error')
  const parts = [
    cut.length === 0 ? '' : html`${paragraph('Cut off rather than rounded:')}${lines(cut)}`,
    gone.length === 0 ? '' : bullets(gone.map(correctionLine)),
    ...around.disagreements.map((each) => disagreementLine(each, panel.path)),
    remarks(figures),
  ]
  const count = countSentence(figures, panel.what)
  const hasParts = parts.some((part) => part !== '')
  if (failing.length === 0 && !hasParts)
    return count === '' ? html`` : html`<p class="sm-what" id="figures">${count} ${howLink()}</p>`
  const title =
    failing.length === 0
      ? 'Figures'
      : failing.length === 1
        ? 'One thing does not add up'
        : `${failing.length} things do not add up`
  return html`<div id="figures">${finding({
    title,
    body: html`${failing.length === 0 ? '' : lines(failing)}${parts}<p class="govuk-body">${count} ${howLink()}</p>`,
  })}</div>`
}

const howLink = (): Html => html`${link(FIGURES_PATH, 'How figures are checked')}`

/** "28 figures were compared with others in this paper; all agree. 112 stand alone and cannot be checked." */
function countSentence({ seen, compared, findings }: CheckedFigures, what: Panel['what']): string {
  if (seen === 0) return ''
  const alone = seen - compared
  if (compared === 0)
    return seen === 1
      ? `The one figure in ${inThis(what)} stands alone and cannot be checked.`
      : `The ${counted(seen, 'figure')} in ${inThis(what)} stand alone and cannot be checked.`
  const agree = findings.some(({ severity }) => severity === 'error') ? '; the others agree' : '; all agree'
  const rest =
    alone === 0
      ? ''
      : ` ${alone.toLocaleString('en-GB')} ${alone === 1 ? 'stands' : 'stand'} alone and cannot be checked.`
  return `${counted(compared, 'figure was', 'figures were')} compared with others in ${inThis(what)}${agree}.${rest}`
}

const bulleted = (items: readonly Html[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items}</ul>`

type Telling = { panel: Panel; corrections: readonly Correction[] }

function findingLine({ ref, places }: Finding, { panel, corrections }: Telling): Html {
  const [first, ...others] = places
  if (first === undefined) return html``
  const reply = panel.around.replies.find((each) => each.finding === ref)
  const corrected = panel.old ? corrections.find((each) => each.finding.ref === ref) : undefined
  return html`<li id="${findingAnchor(ref)}">${placed(first)}${
    others.length === 0
      ? ''
      : html`${paragraph('The same difference shows in:')}${bullets(others.map(placed))}`
  }${corrected === undefined ? '' : html` ${putRightWords(corrected)}`}${reply === undefined ? '' : replyPart(reply)}</li>`
}

const placed = (place: PlaceOfFinding): Html =>
  html`${place.href === '' ? place.label : link(placeHref(place), place.label)}: ${place.message}`

/** On the page of an earlier version. */
const putRightWords = ({ rid }: Correction): Html =>
  html`<strong>Put right in ${link(rid.path, rid.since === null ? rid.name : `the version of ${longDate(rid.since)}`)}.</strong>`

/** On the page of the present version. */
function correctionLine({ finding: { places }, had }: Correction): Html {
  const [first] = places
  if (first === undefined) return html``
  const { stated, label, message } = first
  const where = `${label.charAt(0).toLowerCase()}${label.slice(1)}`
  return html`An earlier version printed ${stated === '' ? 'other figures' : stated} in ${where}. ${message} It was put right: ${link(had.path, `read ${had.name}`)}.`
}

/** What the body says, beside the finding. */
export const replyPart = ({ reply, by, date, source }: Reply): Html =>
  html`<div class="sm-note"><p class="govuk-body"><strong>Reply by ${by}, ${longDate(date)}:</strong> ${reply} (${link(source.path, source.title)})</p></div>`

function disagreementLine(
  { label, period, sides }: FiguresAround['disagreements'][number],
  path: string,
): Html {
  const own = sides.find((side) => side.path === path)
  const others = sides.filter((side) => side.path !== path)
  return html`<p class="govuk-body">Another paper gives a different figure for “${label}”, ${periodInWords(period)}: ${own?.measure.stated ?? ''} here, ${others.map(
    (side, index) =>
      html`${index > 0 ? '; ' : ''}${side.measure.stated} in ${link(sideHref(side), side.title)}${side.date === null ? '' : ` (${longDate(side.date)})`}`,
  )}. ${link(`${FIGURES_PATH}#different-figures`, 'Side by side')}.</p>`
}

/** Where a paper states its figure. */
export const sideHref = ({
  path,
  measure: { href },
}: FiguresAround['disagreements'][number]['sides'][number]): string =>
  href.startsWith('#') || href === '' ? `${path}${href}` : href

/** Two values and a word of change: no fault, so they stand apart. */
function remarks({ remarks: found }: CheckedFigures): Piece {
  if (found.length === 0) return ''
  return html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${counted(found.length, 'remark')} that ${found.length === 1 ? 'is' : 'are'} no fault</span></summary><div class="govuk-details__text">${bullets(
    found.map(({ href, label, message }) => html`${href === '' ? label : link(href, label)}: ${message}`),
  )}</div></details>`
}
