/** How many entries a heading says its list has (figures.md 2.7, class 10): agreement alone is told, since lists lose entries. */
import { same, whole } from './exact.ts'
import type { Finding } from './finding.ts'
import type { List } from './list.ts'
import { said } from './message.ts'
import type { Sentence } from './sentence.ts'

/** "The seven priorities are:", a number that counts what follows, near the colon. */
export function listCounts(list: List): Finding[] {
  const head = list.head.at(-1)
  if (!head || !/: ?$/.test(head.words)) return []
  const counts = head.figures.filter(
    (figure, at) =>
      figure.unit === null &&
      figure.measure === undefined &&
      figure.approx === undefined &&
      same(figure.value, whole(list.entries.length)) &&
      /^ [a-z]/.test(head.gaps[at + 1] ?? '') &&
      at === head.figures.length - 1,
  )
  return counts.map((figure) => ({
    kind: 'other',
    subkind: 'list-count',
    stated: { role: 'count', figure },
    operands: [],
    verdict: 'consistent',
    formula: 'count = entries of the list',
    message: `The heading says ${said(figure)}, and ${list.entries.length} entries follow.`,
  }))
}

const IN_BRACKETS = /^ (?:[a-z-]+ ){0,3}[a-z-]+s \(([a-z' ,;&-]{3,300})\)/
const NO_LIST = /\b(?:including|such as|e\.?g|see|per|for example|etc|from|to|of|mainly)\b/

/** "In three districts (Ashby, Beck and Coldwell)": what is named in brackets after its number. Agreement alone is told. */
export function countsInLine(sentence: Sentence): Finding[] {
  return sentence.figures.flatMap((figure, at): Finding[] => {
    const named = IN_BRACKETS.exec(sentence.gaps[at + 1] ?? '')?.[1]
    if (named === undefined || figure.unit !== null || figure.approx !== undefined || NO_LIST.test(named))
      return []
    const items = named.split(/, and |[,;] ?| and /).filter((item) => item.trim() !== '')
    if (items.length < 2 || !same(figure.value, whole(items.length))) return []
    return [
      {
        kind: 'other',
        subkind: 'list-count',
        stated: { role: 'count', figure },
        operands: [],
        verdict: 'consistent',
        formula: 'count = names in the brackets',
        message: `The text says ${said(figure)}, and ${items.length} are named.`,
      },
    ]
  })
}
