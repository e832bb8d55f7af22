/**
 * Lists that an office keeps beside its figures, such as the types of outcome or who is compared with whom: what each
 * rests on, whether that was confirmed, and the register that brought it. They are data, so that an office puts them
 * right by importing its own.
 */
import { stored } from '../../../lib/index.ts'

/** What a list or a line of it rests on. */
export type Basis = {
  /** "HMICFRS, about the data, April 2021"; "from memory". */
  title: string
  /** Where it can be read: https:// or an address of this record; null where it is nowhere. */
  path: string | null
  /** Whether somebody held it against the source. What was not is said to be unconfirmed wherever it stands. */
  confirmed: boolean
}

/** The register that brought it, as it is served. */
export type RegisterFile = { path: string; title: string }

/** As a register gives it; what says nothing of being confirmed is not. */
export const basisGiven: stored.Reader<Basis> = (value, at) => {
  const { title, path, confirmed } = given(value, at)
  return { title, path, confirmed: confirmed ?? false }
}

const given = stored.fields({
  title: stored.text,
  path: stored.orNull(stored.text),
  confirmed: stored.orNull(stored.flag),
})

export const basisStored: stored.Reader<Basis> = stored.fields({
  title: stored.text,
  path: stored.orNull(stored.text),
  confirmed: stored.flag,
})

export const registerStored: stored.Reader<RegisterFile> = stored.fields({
  path: stored.text,
  title: stored.text,
})

/** The kept file behind a register's address, so that readers may have it once what it brought is published. */
export function servedRegister({ path }: RegisterFile): { sha256: string; name: string }[] {
  const [, sha256, name] = /^\/files\/([0-9a-f]{64})\/([^/]+)$/.exec(path) ?? []
  return sha256 === undefined || name === undefined ? [] : [{ sha256, name: decodeURIComponent(name) }]
}

/** Whether a list gives an address that may be led to: one of this record, or https://. */
export const isLedTo = (path: string): boolean => /^(?:\/(?!\/)|https:\/\/)[^\s\p{Cc}]*$/u.test(path)

/** A period with both ends as half-open days, as dated lists have it. */
export const holdsOn = ({ from, until }: { from: string; until: string | null }, day: string): boolean =>
  from <= day && (until === null || day < until)

/** The first text that occurs twice; undefined where none does. */
export function twice(texts: readonly string[]): string | undefined {
  return texts.find((text, index) => texts.indexOf(text) !== index)
}
