/** Tells what of a web page is no part of the document: what is hidden, and what belongs to the site around it. */
import { attribute, elementsBelow, isElement, type PageElement, type PageNode } from './page-tree.ts'

/** Elements that hold no words of a document. */
const WORDLESS = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'iframe',
  'frame',
  'frameset',
  'noframes',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'canvas',
  'svg',
  'map',
  'button',
  'select',
  'datalist',
  'textarea',
  'input',
  'progress',
  'meter',
  'nav',
  'menu',
  'aside',
  'xml',
])
const LANDMARKS = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'complementary',
])
/** Names of classes and ids that sites of any make give to what is not the document. */
const HINT =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|cookies?|consent|share|sharing|sharethis|social|skip|skiplinks?|siteheader|sitefooter|footer|masthead|sidebar|toolbar|pagination|backtotop|alert-?banner|print-?link|related-?links?|language-?switch(?:er)?)(?:$|[-_\s])/i
const COOKIES =
  /^(?:we (?:use|would like to|'d like to)\b.{0,60}\bcookies\b|this (?:web ?)?site uses cookies|(?:about )?cookies on\b|rydym yn defnyddio cwcis)/i
const SHARES =
  /^(?:facebook|twitter|x|x \(twitter\)|linkedin|whatsapp|instagram|youtube|email|e-mail|print|copy link|rss|bluesky|threads|messenger)$/i

/** What is known of an element before it is read: how many letters its words have, and how many of these are links. */
export type Measure = { words: number; linked: number; links: number; titles: number }

const NOTHING: Measure = { words: 0, linked: 0, links: 0, titles: 0 }

/** Whether nobody who looks at the page sees the element. */
export function isHidden(element: PageElement): boolean {
  if (WORDLESS.has(element.tagName) && !opensHeading(element)) return true
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true
  if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return true
  const style = attribute(element, 'style')
  return (
    style !== undefined &&
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style.slice(0, 4000))
  )
}

/** Whether a button is the heading that it opens: the pages of many sites fold what stands under each heading. */
function opensHeading(element: PageElement): boolean {
  const above = element.parentNode
  return (
    element.tagName === 'button' &&
    above !== null &&
    'tagName' in above &&
    (/^(?:h[1-6]|summary)$/.test(above.tagName) || attribute(above, 'role') === 'heading')
  )
}

/** Measures every element once, from the leaves up. */
export function measured(root: PageElement): Map<PageElement, Measure> {
  const found = new Map<PageElement, Measure>()
  const measure = (node: PageNode, inLink: boolean): Measure => {
    if (node.nodeName === '#text' && 'value' in node) {
      const words = node.value.replace(/\s+/g, '').length
      return { ...NOTHING, words, linked: inLink ? words : 0 }
    }
    if (!isElement(node) || isHidden(node)) return NOTHING
    const link = node.tagName === 'a' && attribute(node, 'href') !== undefined
    const own = { ...NOTHING, links: link ? 1 : 0, titles: node.tagName === 'h1' ? 1 : 0 }
    for (const child of node.childNodes) {
      const part = measure(child, inLink || link)
      own.words += part.words
      own.linked += part.linked
      own.links += part.links
      own.titles += part.titles
    }
    found.set(node, own)
    return own
  }
  measure(root, false)
  return found
}

/** What the site is judged by: the measures, the whole page's words, how many titles it has, and whether one was reached. */
export type Judging = {
  measures: Map<PageElement, Measure>
  whole: number
  titles: number
  pastTitle: boolean
}

export function judging(root: PageElement): Judging {
  const measures = measured(root)
  const whole = measures.get(root) ?? NOTHING
  return { measures, whole: whole.words, titles: whole.titles, pastTitle: false }
}

/** Whether an element is left out of the document, with all that stands in it. */
export function isLeftOut(element: PageElement, judge: Judging): boolean {
  if (isHidden(element)) return true
  const measure = judge.measures.get(element) ?? NOTHING
  if (measure.words === 0) return false
  return isLandmark(element, measure, judge) || isOfSite(element, measure, judge)
}

function isLandmark(element: PageElement, measure: Measure, judge: Judging): boolean {
  // A page whose only title stands in its header keeps it.
  const kept = measure.titles > 0 && measure.titles === judge.titles
  if (LANDMARKS.has(attribute(element, 'role')?.trim().toLowerCase() ?? '')) return !kept
  if (element.tagName !== 'header' && element.tagName !== 'footer') return false
  if (element.tagName === 'footer') return !isInDocument(element)
  return !isInDocument(element) && !kept && judge.whole > measure.words
}

/** Whether a header or footer belongs to a part of the document rather than to the page. */
function isInDocument(element: PageElement): boolean {
  let above = element.parentNode
  while (above !== null && above !== undefined && 'tagName' in above) {
    if (/^(?:article|section|main)$/.test(above.tagName)) return true
    above = above.parentNode
  }
  return false
}

const LARGE = new Set(['html', 'body', 'main', 'article', 'form', 'a', 'span', 'table', 'tbody', 'tr'])

function isOfSite(element: PageElement, measure: Measure, judge: Judging): boolean {
  const { words, linked, links, titles } = measure
  if (LARGE.has(element.tagName) || titles > 0) return false
  const share = words / Math.max(1, judge.whole)
  const dense = links >= 2 && linked / words > 0.7
  const named = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 400)
  if (HINT.test(named) && (share < 0.15 || dense)) return true
  if (words < 1500 && COOKIES.test(beginning(element))) return share < 0.5
  if (links >= 2 && linked === words && areShares(element)) return true
  return judge.titles > 0 && !judge.pastTitle && dense && words < 3000
}

/** The first words of an element. */
function beginning(element: PageElement): string {
  let words = ''
  const read = (node: PageNode): void => {
    if (words.length > 120) return
    if (node.nodeName === '#text' && 'value' in node) words += node.value.slice(0, 200)
    else if (isElement(node) && !isHidden(node)) for (const child of node.childNodes) read(child)
  }
  read(element)
  return words.replace(/\s+/g, ' ').trim()
}

/** Whether all links are to share the page: "Facebook", "Email", "Print". */
function areShares(element: PageElement): boolean {
  const links = [...elementsBelow(element, isHidden)].filter((each) => each.tagName === 'a')
  return links.length < 12 && links.every((link) => SHARES.test(beginning(link)))
}

const lettersOf = (element: PageElement): number => measured(element).get(element)?.words ?? 0

/** The element that holds the document: `<main>` where it has the words, else the body. */
export function documentIn(body: PageElement): PageElement {
  const mains = [...elementsBelow(body, isHidden)].filter(
    (each) => each.tagName === 'main' || attribute(each, 'role') === 'main',
  )
  const [main] = mains
  if (main === undefined || mains.length > 1) return body
  return lettersOf(main) > 200 || lettersOf(main) > lettersOf(body) * 0.3 ? main : body
}
