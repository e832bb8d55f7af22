/** Finds who sent apologies or stood in where minutes say so under an item instead of above the items. */
import { attendeeOf } from './attendance.ts'
import { bareName, looksLikeName, memberOf } from './names.ts'
import { personsIn } from './people.ts'
import type { Attendee, Block, Item, Member } from './reading.ts'
import { wordsOf } from './tree.ts'

const MINUTED =
  /\bapologies\b[^.]{0,60}?\b(?:received|given|sent|submitted|tendered|recorded)\b[^.]{0,30}?\b(?:from|by|for|on behalf of)\b:?\s*(.*?)(?:(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Rev))\.(?=\s+[A-Z][a-z]|\s*$)|$)/is

/** Apologies that are minuted under an item: "Apologies were received from Cllrs Green and Black.", or their names alone. */
export function readMinutedApologies(
  blocks: readonly Block[],
  items: readonly Pick<Item, 'title' | 'blocks'>[],
  membership: readonly Member[],
): Attendee[] {
  return items.flatMap((item) => {
    const own = blocks.slice(item.blocks[0] + 1, item.blocks[1])
    const titled = /^apologies\b/i.test(item.title)
    return own.flatMap((block, index) => {
      if (block.type === 'table' || block.type === 'heading') return []
      const before = own[index - 1]
      const led =
        block.type === 'list' && before?.type === 'paragraph' && MINUTED.exec(before.text)?.[1] === ''
      const words = wordsOf(block)
      const from = led ? words : block.type === 'paragraph' ? (MINUTED.exec(words)?.[1] ?? '') : ''
      const listed = from === '' && titled && onlyNames(words) ? words : from
      return personsIn(listed).map((person) => attendeeOf(person, membership).attendee)
    })
  })
}

/** Whether the words are names and nothing else, so that no sentence is taken for people. */
const onlyNames = (words: string): boolean =>
  words
    .replace(/\([^()]*\)/g, '')
    .replace(/\.$/, '')
    .replace(/^(?:Councillors|Cllrs)\s+/, 'Cllr ')
    .split(/\s*(?:[,;\n]|\s(?:and|&)\s)\s*/)
    .every((name) => looksLikeName(name) || /^[A-Z]\.? ?[A-Z][\p{L}’'-]+$/u.test(name))

const STOOD_IN =
  /^(.{3,80}?)\s+(?:(?:was|were|is|attended|attending|acted|acting)\s+)?(?:as\s+)?(?:an?\s+)?(?:(?:named\s+)?substitut(?:e|ed|ing)(?:\s+member)?|deputis(?:ed|ing)|stood in|standing in|(?:attended|present)?\s*(?:in place|on behalf))\s+(?:for|of)\s+(.{3,80}?)\.?$/i
const PLAIN_FOR = /^(.{3,60}?)\s+for\s+(.{3,60}?)\.?$/i

/** Who stood in for whom, minuted under an item: "Councillor Hill substituted for Councillor Clark." */
export function readMinutedSubstitutes(
  blocks: readonly Block[],
  items: readonly Pick<Item, 'title' | 'blocks'>[],
  membership: readonly Member[],
): Attendee[] {
  return items
    .filter((item) => /apolog|substitut|attendance/i.test(item.title))
    .flatMap((item) => {
      const named = /substitut/i.test(item.title)
      return blocks
        .slice(item.blocks[0] + 1, item.blocks[1])
        .flatMap((block) => wordsOf(block).split(/\n|(?<=[a-z]{3}\.)\s+/))
        .flatMap((sentence) => {
          const found = STOOD_IN.exec(sentence) ?? (named ? PLAIN_FOR.exec(sentence) : null)
          const [person, ...more] = personsIn(found?.[1] ?? '')
          const absent = found?.[2] ?? ''
          if (person === undefined || more.length > 0 || !looksLikeName(absent)) return []
          const { attendee } = attendeeOf(person, membership)
          const substituteFor = memberOf(absent, null, membership).name ?? bareName(absent)
          return [{ ...attendee, role: attendee.role ?? 'Substitute', substituteFor }]
        })
    })
}
