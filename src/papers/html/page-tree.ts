/** Parses a web page into the tree that browsers make of it, within bounds that no real page reaches. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageDocument = DefaultTreeAdapterTypes.Document

/** Browsers nest no deeper either. */
const DEEPEST = 512
const MOST_ELEMENTS = 400_000

/** Ends the parsing of a page that goes over a bound. */
class OverBound extends Error {
  readonly bound: 'too-deep' | 'too-many'
  constructor(bound: 'too-deep' | 'too-many') {
    super(`The page is ${bound}.`)
    this.bound = bound
  }
}

/** Parses a page, whatever is broken in it. Returns 'too-deep' over 512 open elements, 'too-many' over 400,000. */
export function pageTree(html: string): PageDocument | 'too-deep' | 'too-many' {
  let depth = 0
  let elements = 0
  const adapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      elements += 1
      if (elements > MOST_ELEMENTS) throw new OverBound('too-many')
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      depth += 1
      if (depth > DEEPEST) throw new OverBound('too-deep')
    },
    onItemPop() {
      depth -= 1
    },
  }
  try {
    return parse(html, { treeAdapter: adapter, scriptingEnabled: false })
  } catch (problem) {
    if (problem instanceof OverBound) return problem.bound
    throw problem
  }
}

export const isElement = (node: PageNode): node is PageElement => 'tagName' in node

/** The value of an attribute; undefined where it is not there. */
export const attribute = (element: PageElement, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

/** The elements straight below one. */
export const elementsIn = (element: PageElement): PageElement[] => element.childNodes.filter(isElement)

/** Every element below a node, in order, none of those that `skip` names nor what stands in them. */
export function* elementsBelow(
  node: { childNodes: readonly PageNode[] },
  skip: (element: PageElement) => boolean = () => false,
): Generator<PageElement> {
  const waiting = node.childNodes.toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next) || skip(next)) continue
    yield next
    for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
      const child = next.childNodes[index]
      if (child !== undefined) waiting.push(child)
    }
  }
}
