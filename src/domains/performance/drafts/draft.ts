/**
 * The parts of which every drafted paper is made: numbered paragraphs, figures that name their source, and gaps where a
 * person has to judge. A draft says what the record says and nothing more.
 */
import { type LocalDate, longDate } from '../../../lib/index.ts'
import { type Block, gap, type Run, text } from '../../../printing/index.ts'
import type { Measure } from '../measures/measure.ts'
import type { Report } from '../measures/observation.ts'
import type { Telling } from '../measures/telling.ts'

/** A measure with what it tells. */
export type Told = { measure: Measure; telling: Telling }

/** What every draft is made for. */
export type DraftFor = {
  /** The day on which it is written. */
  today: LocalDate
  /** Makes the full address of a path of the site; the path itself where nobody named the site. */
  address: (path: string) => string
}

const ORIGINS: Readonly<Record<Report['origin'], string>> = {
  official: 'official statistics',
  internal: 'figures of the police or the policing body itself, not official statistics',
  partner: 'figures of a partner, not of the force',
  survey: 'a survey',
  inspection: 'what inspectors found',
}

/** "Crime in England and Wales: year ending June 2019 (official statistics, final, as at 17 October 2019)". */
export function releaseWords({ release, origin, status, asAt, source }: Report): string {
  const stood = asAt === null ? '' : `, as at ${longDate(asAt)}`
  return `${release ?? source.title} (${ORIGINS[origin]}, ${status}${stood})`
}

/** Collects the sources of a paper in the order in which it first names them. */
export class Sources {
  readonly #known = new Map<string, number>()
  readonly #address: (path: string) => string

  constructor(address: (path: string) => string) {
    this.#address = address
  }

  /** The number under which the paper names the source. */
  numberOf(report: Report): number {
    const words = this.#words(report)
    const known = this.#known.get(words)
    if (known !== undefined) return known
    const number = this.#known.size + 1
    this.#known.set(words, number)
    return number
  }

  /** "Source 2, paragraph 26". */
  cite(report: Report): string {
    const { place } = report.source
    return `Source ${this.numberOf(report)}${place === '' ? '' : `, ${place}`}`
  }

  #words(report: Report): string {
    const { path, title } = report.source
    const where = report.release === null || report.release === title ? '' : `; ${title}`
    return `${releaseWords(report)}${where}${path === null ? '' : `: ${this.#address(path)}`}`
  }

  /** "Source 1: …", one a line. */
  list(): Block {
    return {
      kind: 'list',
      items: [...this.#known].map(([words, number]) => [text(`Source ${number}: ${words}`)]),
    }
  }
}

/** A paper while it is put together: its paragraphs number themselves. */
export class Draft {
  readonly blocks: Block[] = []
  #last = 0

  heading(words: string, level: 1 | 2 | 3 = 1): void {
    this.blocks.push({ kind: 'heading', level, text: words })
  }

  /** A numbered paragraph; plain words stand for themselves. */
  say(...runs: readonly (string | Run)[]): void {
    this.#last += 1
    const whole = runs.map((run) => (typeof run === 'string' ? text(run) : run))
    this.blocks.push({ kind: 'paragraph', number: this.#last, runs: whole })
  }

  /** A numbered paragraph that somebody has to write. */
  ask(words: string): void {
    this.say(gap(words))
  }

  list(items: readonly string[]): void {
    this.blocks.push({ kind: 'list', items: items.map((item) => [text(item)]) })
  }

  add(...blocks: readonly Block[]): void {
    this.blocks.push(...blocks)
  }
}
