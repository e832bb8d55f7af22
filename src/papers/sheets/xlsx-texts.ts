/** Hears the texts that the cells of an Excel workbook share. */
import type { Attributes, Listener } from '../office/xml.ts'
import { MOST_OF_A_CELL, MOST_TEXTS, tooMany, Unread } from './limits.ts'
import { Words } from './raised.ts'

/** A text and the raised mark in it. */
export type RichText = { text: string; note: string }

/** How many texts pass between two signs of progress. */
const STRETCH = 5000

/** Words of `x:si` and `x:is`: runs, of which some are raised; how Japanese is said aloud is left out. */
export class RichTextListener {
  readonly #words = new Words()
  #raised = false
  #hears = false

  open(name: string, attributes: Attributes): boolean {
    if (name === 'x:rPh') return false
    if (name === 'x:t') this.#hears = true
    else if (name === 'x:r') this.#raised = false
    else if (name === 'x:vertAlign') this.#raised = attributes['val'] === 'superscript'
    return true
  }

  close(name: string): void {
    if (name === 'x:t') this.#hears = false
    else if (name === 'x:r') this.#raised = false
  }

  /** False when there is more of it than is read. */
  text(words: string): boolean {
    if (this.#hears) this.#words.add(words, this.#raised)
    return this.#words.length <= MOST_OF_A_CELL
  }

  taken(): RichText {
    return this.#words.taken()
  }
}

export class SharedTexts implements Listener {
  readonly #all: (string | RichText)[] = []
  readonly #rich = new RichTextListener()
  readonly #file: string
  readonly #progress: () => void

  constructor(file: string, progress: () => void) {
    this.#file = file
    this.#progress = progress
  }

  /** The text of a number; undefined when there is none. */
  at(index: number): RichText | undefined {
    const found = this.#all[index]
    return typeof found === 'string' ? { text: found, note: '' } : found
  }

  open(name: string, attributes: Attributes): boolean {
    return this.#rich.open(name, attributes)
  }

  close(name: string): void {
    this.#rich.close(name)
    if (name !== 'x:si') return
    const taken = this.#rich.taken()
    this.#all.push(taken.note === '' ? taken.text : taken)
    if (this.#all.length > MOST_TEXTS) throw this.#tooMany()
    if (this.#all.length % STRETCH === 0) this.#progress()
  }

  text(words: string): void {
    if (!this.#rich.text(words)) throw this.#tooMany()
  }

  #tooMany(): Unread {
    return new Unread(tooMany(this.#file, `text ${this.#all.length + 1} of its cells`))
  }
}
