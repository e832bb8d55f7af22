/** Tells the raised mark of a footnote from the text beside which it stands: "30 September 2012²" is no year 20122. */
import { shownText } from './shown-text.ts'

/** A footnote's mark: numbers, letters or signs, a few of them. */
const MARK = /^[\s\d,;*†‡§^()[\]a-z]{1,12}$/i
/** Raised, but part of the words: 1st, km². */
const ORDINAL = /^(?:st|nd|rd|th)$/i
const POWER = /(?:^|[^\p{L}])[kcm]?m$/u

/** The words of a cell in the order in which they are heard. */
export class Words {
  #text = ''
  #note = ''

  get length(): number {
    return this.#text.length
  }

  add(words: string, raised: boolean): void {
    const trimmed = words.trim()
    if (!raised || trimmed === '' || ORDINAL.test(trimmed) || !MARK.test(trimmed)) this.#text += words
    else if (trimmed === '2' && POWER.test(this.#text)) this.#text += '²'
    else if (trimmed === '3' && POWER.test(this.#text)) this.#text += '³'
    else this.#note += this.#note === '' ? trimmed : `${/^[,;]/.test(trimmed) ? '' : ', '}${trimmed}`
  }

  /** The text and the mark, and the next cell begins. */
  taken(): { text: string; note: string } {
    const taken = { text: shownText(this.#text), note: this.#note }
    this.#text = ''
    this.#note = ''
    return taken
  }
}
