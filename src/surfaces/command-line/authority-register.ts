/** Reads the register `authority`: whose record this is, its words, its colours and how to reach it. */
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { SiteSettings } from '../../record/index.ts'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (file: string, why: string): Refusal =>
  refuse('authority-register-unusable', `${file} does not describe an authority: ${why}.`)

/** The settings of `authority` as the register has them; `file` is named in what is refused. */
export function settingsFrom(register: unknown, authority: string, file: string): SiteSettings | Refusal {
  if (!isFields(register)) return wrong(file, 'it must hold one object')
  const words = register['words']
  if (!isFields(words))
    return wrong(file, '"words" must hold "policingBody", "chief", "force", "panel" and "area"')
  const texts = textsOf(register, ['name', 'tagline', 'publisher', 'ink', 'gold'], file)
  if (isRefusal(texts)) return texts
  const spoken = textsOf(words, ['policingBody', 'chief', 'force', 'panel', 'area'], file)
  if (isRefusal(spoken)) return spoken
  const contact = contactsOf(register['contact'], file)
  if (isRefusal(contact)) return contact
  const named = register['authority'] ?? authority
  if (named !== authority)
    return wrong(file, `it is of ${JSON.stringify(named)}, and --authority says "${authority}"`)
  for (const colour of [texts.ink, texts.gold])
    if (!/^#[0-9a-f]{6}$/i.test(colour)) return wrong(file, `"${colour}" is not a colour such as #14253d`)
  const terms = termsFrom(register, file)
  if (isRefusal(terms)) return terms
  return { authority, ...texts, words: spoken, contact, ...terms }
}

const HTTPS = /^https:\/\/[^\s"<>]+$/

/** What a register may leave out: where one leaves the site quickly, the terms of use, whom to tell of a weakness. */
function termsFrom(
  register: Fields,
  file: string,
): Pick<SiteSettings, 'exit' | 'licence' | 'securityContact'> | Refusal {
  const { exit, licence, securityContact } = register
  const terms: Pick<SiteSettings, 'exit' | 'licence' | 'securityContact'> = {}
  if (exit !== undefined) {
    if (typeof exit !== 'string' || !HTTPS.test(exit))
      return wrong(file, '"exit" must be an address that begins with https://')
    terms.exit = exit
  }
  if (licence !== undefined) {
    const [name, href] = isFields(licence) ? [licence['name'], licence['href']] : []
    if (typeof name !== 'string' || name.trim() === '' || typeof href !== 'string' || !HTTPS.test(href))
      return wrong(file, '"licence" must have a "name" and an "href" that begins with https://')
    terms.licence = { name, href }
  }
  if (securityContact !== undefined) {
    if (typeof securityContact !== 'string' || !/^(https:\/\/|mailto:)[^\s"<>]+$/.test(securityContact))
      return wrong(file, '"securityContact" must begin with https:// or mailto:')
    terms.securityContact = securityContact
  }
  return terms
}

function textsOf<Name extends string>(
  from: Fields,
  names: readonly Name[],
  file: string,
): Record<Name, string> | Refusal {
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = from[name]
    if (typeof value !== 'string' || value.trim() === '') return wrong(file, `"${name}" is missing or empty`)
    found[name] = value
  }
  return hasAll(found, names) ? found : wrong(file, 'a text is missing')
}

const hasAll = <Name extends string>(
  found: Partial<Record<Name, string>>,
  names: readonly Name[],
): found is Record<Name, string> => names.every((name) => found[name] !== undefined)

function contactsOf(value: unknown, file: string): SiteSettings['contact'] | Refusal {
  if (value === undefined) return []
  if (!Array.isArray(value)) return wrong(file, '"contact" must be a list')
  const contacts: SiteSettings['contact'] = []
  for (const line of value) {
    if (!isFields(line) || typeof line['label'] !== 'string' || typeof line['value'] !== 'string')
      return wrong(file, 'each line of "contact" has a "label" and a "value"')
    const href = line['href'] ?? null
    if (href !== null && (typeof href !== 'string' || !/^(https:\/\/|mailto:|tel:)/.test(href)))
      return wrong(file, `the "href" of "${line['label']}" must begin with https://, mailto: or tel:`)
    contacts.push({ label: line['label'], value: line['value'], href })
  }
  return contacts
}
