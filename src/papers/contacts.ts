/** Finds whom an agenda says to contact: names, telephone numbers, addresses. */
import { looksLikeName } from './names.ts'
import type { Block, Contact } from './reading.ts'
import { wordsOf } from './tree.ts'

const PHONE = /(?<!\d)(?:\+44\s?\(?0?\)?|0)\d[\d ]{7,12}\d(?!\d)/g
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const CONTACT =
  /\b(?:(?:ring|call|telephone|phone|e-?mail)(?=\s+[A-Z])|contact(?: officer| details)?|enquiries(?: to)?|further information|clerk to the panel|cyswllt)\b/i

/** Whom the agenda says to contact: "Anna Taylor/Joel Cook on 03000 416478/416892" are two. */
export function readContacts(blocks: readonly Block[]): Contact[] {
  for (const [index, block] of blocks.entries()) {
    const said = wordsOf(block)
    if (!CONTACT.test(said) || said.length > 600) continue
    const after = blocks.slice(index + 1, index + 4).map(wordsOf)
    const more = after.filter(
      (words, place) =>
        after
          .slice(0, place + 1)
          .every(
            (line) => line.length < 120 && /^(?:tel|phone|telephone|e-?mail|ffôn|direct line)\b/i.test(line),
          ) && words !== '',
    )
    const contacts = contactsIn([said, ...more].join('\n'))
    if (contacts.length > 0) return contacts
  }
  return []
}

/** The words from the last "contact" that stands before the first number or address. */
function afterContact(said: string): string {
  const reach = said.search(/(?<!\d)0\d{2,}|@/)
  const all = [
    ...said.matchAll(
      /\b(?:(?:ring|call|telephone|phone|e-?mail)(?=\s+[A-Z])|contact(?: officer| details)?|enquiries(?: to)?|further information|clerk to the panel|cyswllt)\b\s*(?:is|are|:|,)?\s*/gi,
    ),
  ]
  const before = all.filter((match) => reach < 0 || match.index < reach)
  const chosen = before.at(-1) ?? all[0]
  return chosen === undefined ? said : said.slice(chosen.index + chosen[0].length)
}

function contactsIn(said: string): Contact[] {
  const from = afterContact(said)
  const phones = phonesIn(from)
  const emails = [...from.matchAll(EMAIL)].map((match) => match[0])
  const cut = from.search(/\b(?:tel|telephone|phone|e-?mail|by|at|on)\b|[\d@:,;]/i)
  const named = cut < 0 ? from : from.slice(0, cut)
  const names = named
    .split(/\s*\/\s*|\s+(?:or|and)\s+|\s+[-–—]\s+|\n/)
    .map((name) => name.trim())
    .filter((name) => looksLikeName(name) && name.includes(' '))
  if (phones.length === 0 && emails.length === 0 && names.length === 0) return []
  const count = Math.max(names.length, 1)
  return Array.from({ length: count }, (_, index) => ({
    name: names[index] ?? null,
    phone: phones[index] ?? (count === 1 ? null : (phones[0] ?? null)),
    email: emails[index] ?? null,
  })).filter((contact) => contact.name !== null || contact.phone !== null || contact.email !== null)
}

/** Phone numbers; a short one after a slash borrows the beginning of the one before it. */
function phonesIn(words: string): string[] {
  return [...words.matchAll(PHONE)].flatMap((match) => {
    const first = match[0].trim()
    const short = /^\s*\/\s*(\d{3,7})(?!\d)/.exec(words.slice(match.index + match[0].length))?.[1]
    return short === undefined ? [first] : [first, `${first.slice(0, first.length - short.length)}${short}`]
  })
}
