/**
 * What changed between two texts, word by word: passages that stand in both are kept, those that are alike are compared
 * by word, the rest are added or removed. Taking away what was added gives the old text back, exactly; taking away what
 * was removed gives the new one.
 */
/** A piece of a text as it is compared: a heading or a paragraph. */
export type Passage = { heading: boolean; text: string }

export type RedlinePiece = { change: 'same' | 'added' | 'removed'; text: string }
export type RedlinePassage = {
  change: 'same' | 'changed' | 'added' | 'removed'
  heading: boolean
  pieces: RedlinePiece[]
}

/** Above this many comparisons a stretch is shown as removed and added whole; it would not be readable by word either. */
const MOST_COMPARISONS = 4_000_000

/** Two passages are one that was changed when at least this share of their words agrees. */
const ALIKE = 0.4

const key = (passage: Passage): string => `${passage.heading ? '#' : '.'}${passage.text}`

/** The changes from one text to another, in reading order. */
export function redline(from: readonly Passage[], to: readonly Passage[]): RedlinePassage[] {
  const found: RedlinePassage[] = []
  let old = 0
  let now = 0
  const upTo = (oldEnd: number, nowEnd: number): void => {
    found.push(...between(from.slice(old, oldEnd), to.slice(now, nowEnd)))
  }
  for (const [oldIndex, nowIndex] of inBoth(from.map(key), to.map(key))) {
    upTo(oldIndex, nowIndex)
    const passage = to[nowIndex]
    if (passage) found.push(whole('same', passage))
    old = oldIndex + 1
    now = nowIndex + 1
  }
  upTo(from.length, to.length)
  return found
}

/** One side of a redline: the text before ('old') or after ('new'), as it was given. */
export function sideOf(changes: readonly RedlinePassage[], side: 'old' | 'new'): Passage[] {
  const left = side === 'old' ? 'added' : 'removed'
  return changes
    .filter((passage) => passage.change !== left)
    .map((passage) => ({
      heading: passage.heading,
      text: passage.pieces
        .filter((piece) => piece.change !== left)
        .map((piece) => piece.text)
        .join(''),
    }))
}

/** How many passages were changed, added and removed. */
export function changeCounts(changes: readonly RedlinePassage[]): {
  changed: number
  added: number
  removed: number
} {
  const count = (change: RedlinePassage['change']): number =>
    changes.filter((passage) => passage.change === change).length
  return { changed: count('changed'), added: count('added'), removed: count('removed') }
}

function whole(change: 'same' | 'added' | 'removed', passage: Passage): RedlinePassage {
  return { change, heading: passage.heading, pieces: [{ change, text: passage.text }] }
}

/** A stretch between two passages that stand in both: alike passages are paired in order, the others stand alone. */
function between(old: readonly Passage[], now: readonly Passage[]): RedlinePassage[] {
  const found: RedlinePassage[] = []
  let oldAt = 0
  let nowAt = 0
  const alone = (oldEnd: number, nowEnd: number): void => {
    for (const passage of old.slice(oldAt, oldEnd)) found.push(whole('removed', passage))
    for (const passage of now.slice(nowAt, nowEnd)) found.push(whole('added', passage))
  }
  for (const [oldIndex, nowIndex] of alikePairs(old, now)) {
    alone(oldIndex, nowIndex)
    const [before, after] = [old[oldIndex], now[nowIndex]]
    if (before && after) found.push(compared(before, after))
    oldAt = oldIndex + 1
    nowAt = nowIndex + 1
  }
  alone(old.length, now.length)
  return found
}

function compared(before: Passage, after: Passage): RedlinePassage {
  const pieces = redlineWords(before.text, after.text)
  return { change: 'changed', heading: after.heading, pieces }
}

/** The changes from one passage to another, by word. Spaces belong to the word before them. */
export function redlineWords(from: string, to: string): RedlinePiece[] {
  const old = wordsOf(from)
  const now = wordsOf(to)
  const pieces: RedlinePiece[] = []
  const add = (change: RedlinePiece['change'], words: readonly string[]): void => {
    if (words.length === 0) return
    const last = pieces.at(-1)
    if (last?.change === change) last.text += words.join('')
    else pieces.push({ change, text: words.join('') })
  }
  let oldAt = 0
  let nowAt = 0
  for (const [oldIndex, nowIndex] of inBoth(old, now)) {
    add('removed', old.slice(oldAt, oldIndex))
    add('added', now.slice(nowAt, nowIndex))
    add('same', now.slice(nowIndex, nowIndex + 1))
    oldAt = oldIndex + 1
    nowAt = nowIndex + 1
  }
  add('removed', old.slice(oldAt))
  add('added', now.slice(nowAt))
  return pieces
}

const wordsOf = (text: string): string[] => text.match(/^\s+|\S+\s*/g) ?? []

/** The longest run of elements that stand in both lists in the same order, as pairs of places. */
function inBoth(old: readonly string[], now: readonly string[]): [number, number][] {
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1
  const middle = longestCommon(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return [
    ...Array.from({ length: start }, (_, index): [number, number] => [index, index]),
    ...middle.map(([one, other]): [number, number] => [one + start, other + start]),
    ...Array.from({ length: end }, (_, index): [number, number] => [
      old.length - end + index,
      now.length - end + index,
    ]),
  ]
}

function longestCommon(old: readonly string[], now: readonly string[]): [number, number][] {
  return bestPath(old.length, now.length, (one, other) => (old[one] === now[other] ? 1 : 0))
}

const bags = (passages: readonly Passage[]): Set<string>[] =>
  passages.map(({ text }) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))

function alikePairs(old: readonly Passage[], now: readonly Passage[]): [number, number][] {
  const oldBags = bags(old)
  const nowBags = bags(now)
  return bestPath(old.length, now.length, (one, other) => {
    const [before, after] = [oldBags[one], nowBags[other]]
    if (!before || !after || old[one]?.heading !== now[other]?.heading) return 0
    // Of two so different lengths no share is large enough, whatever the words.
    if (Math.min(before.size, after.size) < ALIKE * Math.max(before.size, after.size)) return 0
    let agreed = 0
    for (const word of before) if (after.has(word)) agreed += 1
    const share = agreed / Math.max(before.size, after.size, 1)
    return share >= ALIKE ? share : 0
  })
}

/** The pairs of places, in order on both sides, whose scores add to the most; nothing when there is too much to compare. */
function bestPath(
  height: number,
  width: number,
  score: (row: number, column: number) => number,
): [number, number][] {
  if (height === 0 || width === 0 || height * width > MOST_COMPARISONS) return []
  const stride = width + 1
  const best = new Float32Array((height + 1) * stride)
  const at = (row: number, column: number): number => best[row * stride + column] ?? 0
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const paired = score(row, column)
      const skipped = Math.max(at(row + 1, column), at(row, column + 1))
      best[row * stride + column] =
        paired > 0 ? Math.max(Math.fround(paired + at(row + 1, column + 1)), skipped) : skipped
    }
  }
  const pairs: [number, number][] = []
  let row = 0
  let column = 0
  while (row < height && column < width) {
    if (at(row, column) === at(row + 1, column)) row += 1
    else if (at(row, column) === at(row, column + 1)) column += 1
    else {
      pairs.push([row, column])
      row += 1
      column += 1
    }
  }
  return pairs
}
