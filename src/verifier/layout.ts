/** Where C2SP tlog-tiles puts the files of a log. */

export const WIDTH = 256
const HASH = 32

/** A tile of hashes, or (level `entries`) a bundle of entries. */
export type Place = { readonly level: number | 'entries'; readonly index: number; readonly width: number }

const level0 = (level: Place['level']): number => (level === 'entries' ? 0 : level)

/** `tile/<L>/<N>[.p/<W>]`, N in groups of three digits of which all but the last begin with x. */
export function pathOf({ level, index, width }: Place): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/\d{3}/g) ?? []
  const name = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/')
  return `tile/${level}/${name}${width < WIDTH ? `.p/${width}` : ''}`
}

/** Reads such a path; null when it is none, or not the one that the place has. */
export function placeOf(path: string): Place | null {
  const found = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path)
  if (found === null) return null
  const level = found[1] === 'entries' ? 'entries' : Number(found[1])
  const index = Number((found[2] ?? '').replace(/[x/]/g, ''))
  const place: Place = { level, index, width: found[3] === undefined ? WIDTH : Number(found[3]) }
  return pathOf(place) === path ? place : null
}

/** How many hashes or entries a log of `size` entries has at a place: 256, fewer at the right edge, 0 beyond it. */
export function widthAt(level: Place['level'], index: number, size: number): number {
  let hashes = size
  for (let up = level0(level); up > 0; up -= 1) hashes = Math.floor(hashes / WIDTH)
  return Math.min(WIDTH, Math.max(0, hashes - index * WIDTH))
}

/** The places of one level of a log of `size` entries, from the left. */
export function* placesOf(level: Place['level'], size: number): Generator<Place> {
  for (let index = 0; ; index += 1) {
    const width = widthAt(level, index, size)
    if (width === 0) return
    yield { level, index, width }
  }
}

/**
 * The entries of a bundle; `left` is how many bytes stand after the last whole one. Entries are big-endian 16-bit lengths,
 * each followed by so many bytes.
 */
export function entriesIn(bundle: Buffer): { entries: Buffer[]; left: number } {
  const entries: Buffer[] = []
  let at = 0
  while (at + 2 <= bundle.length) {
    const end = at + 2 + bundle.readUInt16BE(at)
    if (end > bundle.length) break
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return { entries, left: bundle.length - at }
}

/** How many bytes `width` hashes take. */
export const bytesOf = (width: number): number => width * HASH
