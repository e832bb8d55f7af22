/** Tells English from Welsh by the small words that every sentence needs. */
import type { Block, Lang } from './reading.ts'
import { wordsOf } from './tree.ts'

const ENGLISH = new Set([
  'the',
  'and',
  'of',
  'to',
  'in',
  'that',
  'for',
  'is',
  'on',
  'was',
  'be',
  'with',
  'by',
  'will',
  'this',
  'at',
  'which',
])
const WELSH = new Set([
  'yn',
  'y',
  'yr',
  'ac',
  'ar',
  'gan',
  'mae',
  'ei',
  'eu',
  'wedi',
  'bydd',
  'hyn',
  'gyda',
  'oedd',
  'sydd',
  'fod',
  'cael',
  'neu',
  'mewn',
  'drwy',
  'heddlu',
  'comisiynydd',
  'trosedd',
  'cofnodion',
  'adroddiad',
  'cyfarfod',
  'ymddiheuriadau',
  'datgan',
  'tudalennau',
  'dydd',
  'cymru',
])

/** The language of some words; null when too few words tell. */
export function languageOf(words: string): 'en' | 'cy' | null {
  let english = 0
  let welsh = 0
  for (const word of words.toLowerCase().split(/[^\p{L}]+/u)) {
    if (ENGLISH.has(word)) english += 1
    else if (WELSH.has(word)) welsh += 1
  }
  if (english + welsh < 2) return null
  return welsh > english ? 'cy' : 'en'
}

/** The language of a document: both when each has a fair share of the blocks that tell. */
export function languageOfAll(blocks: readonly Block[]): Lang {
  let english = 0
  let welsh = 0
  for (const block of blocks) {
    const words = wordsOf(block)
    const language = languageOf(words)
    if (language === 'en') english += words.length
    else if (language === 'cy') welsh += words.length
  }
  const share = welsh / Math.max(1, english + welsh)
  return share > 0.85 ? 'cy' : share > 0.15 ? 'en+cy' : 'en'
}
