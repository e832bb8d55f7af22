/**
 * Finds what the author of a report promises those who will read it: "I will bring a further report to the Panel by …".
 * Only promises made to the body itself, in plain words, are taken: what a report tells of plans and work is none.
 */
import { localDate } from '../lib/index.ts'
import { dueIn, quoted } from './action-words.ts'
import type { Action, Block, ListItem, Paper } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { type Tree, wordsOf } from './tree.ts'

const DOING = String.raw`(?:bring|provide|report|circulate|send|share|submit|present|write|publish|supply|return|come back|update|brief|lay)`
const READERS = String.raw`(?:the\s+|this\s+)?(?:[Pp]olice(?:, [Ff]ire)? and [Cc]rime\s+)?(?:[Pp]anel|[Bb]oard|[Cc]ommittee|[Mm]embers)\b(?!['’]s?\s)`
const OFFICE = String.raw`(?:[Tt]he\s+)?(?:[Dd]eputy\s+)?(?:(?:Police(?:, Fire)? and Crime\s+)?Commissioner|PF?CC|OPF?CC)`
const SPOKEN = new RegExp(
  String.raw`\b(?:I|[Ww]e|[Mm]y [Oo]ffice|${OFFICE})\s+(?:will|shall|undertakes?\s+to)\s+(?:(?:also|then|therefore|of course)\s+)?${DOING}\b[^.;]{0,200}`,
  'u',
)
const PASSIVE = new RegExp(
  String.raw`\b(?:[Aa]|[Aa]n|[Tt]he)\s+(?:[\w-]+\s+){0,4}(?:report|update|paper|briefing|evaluation|review|figures|results)\s+will\s+(?:then\s+)?be\s+(?:brought|presented|provided|submitted|circulated|reported|sent)\s+(?:back\s+)?to\b[^.;]{0,160}`,
  'u',
)
const TO_READERS = new RegExp(
  String.raw`\b(?:to|with|for|before|brief|update|provide|send)\s+${READERS}|\b(?:to|at)\s+(?:the|a|your|its)\s+(?:next\s+|[A-Z]\w+\s+)?meeting\b`,
  'u',
)
/** What makes of a promise a condition, a habit or a hope. */
const NONE =
  /\b(?:if|unless|subject to|should (?:it|they|the)|where (?:necessary|appropriate|required)|may|might|hope|not)\b/i

/** Whose words a report is: its author, or for comments on an inspection (Police Act 1996 section 55) the commissioner. */
function authorOf(paper: Paper, blocks: readonly Block[]): string | null {
  const from = paper.from ?? ''
  if (/\bdeputy\b.*\bcommissioner\b/i.test(from)) return 'Deputy Commissioner'
  if (/\bcommissioner\b|\bpf?cc\b|\bopf?cc\b/i.test(from)) return 'Commissioner'
  if (/\bchief constable\b/i.test(from)) return 'Chief Constable'
  if (/\bmayor\b/i.test(from)) return 'Mayor'
  const head = blocks.slice(0, 12).map(wordsOf).join('\n')
  return from === '' &&
    /\bmy comments\b.{0,60}\bsection 55\b|\bcomments of the (?:police(?:, fire)? and crime )?commissioner\b/is.test(
      head,
    )
    ? 'Commissioner'
    : null
}

const flat = (items: readonly ListItem[]): string[] =>
  items.flatMap((item) => [item.text, ...flat(item.items)])

type Said = { words: string; sentence: string }

function saidIn(text: string): Said[] {
  return sentencesOf(text).flatMap(({ text: sentence }): Said[] => {
    if (sentence.length > 1000 || sentence.endsWith('?')) return []
    const found = SPOKEN.exec(sentence) ?? PASSIVE.exec(sentence)
    if (found === null || !TO_READERS.test(found[0])) return []
    if (NONE.test(sentence.slice(0, found.index + found[0].length))) return []
    return [{ words: found[0].trim().replace(/[,:]$/, ''), sentence }]
  })
}

/** The promises in the reports of a file, in order. `ref` is the paragraph as printed; P1, P2 where none is numbered. */
export function reportPromises(tree: Tree, papers: readonly Paper[]): Action[] {
  return papers.flatMap((paper) => {
    const own = tree.blocks.slice(...paper.blocks)
    const author = authorOf(paper, own)
    return author === null ? [] : ofPaper(tree, own, author, paper.date)
  })
}

function ofPaper(tree: Tree, blocks: readonly Block[], author: string, date: string | null): Action[] {
  const day = localDate(date ?? '') ?? null
  let number: string | null = null
  let count = 0
  return blocks.flatMap((block): Action[] => {
    if (block.type === 'heading' || block.type === 'table') return []
    if (block.type === 'paragraph' && block.quote) return []
    if (block.type === 'paragraph' && block.number !== null) ({ number } = block)
    const texts = block.type === 'list' ? flat(block.items) : [block.text]
    let from = block.start
    return texts.flatMap(saidIn).flatMap(({ words, sentence }): Action[] => {
      const place = quoted(tree, words, from, block.end)
      if (place === undefined) return []
      from = place.end
      count += 1
      const owner = /^(?:the\s+)?deputy/i.test(words) ? 'Deputy Commissioner' : author
      return [
        {
          ref: number ?? `P${count}`,
          owner,
          what: words,
          firm: true,
          due: dueIn(sentence, day),
          kind: 'commitment',
          ...place,
        },
      ]
    })
  })
}
