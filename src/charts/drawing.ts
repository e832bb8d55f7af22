/** What every chart is: a picture with a name and a description, sized in its own units. */
import type { Html } from '../web/index.ts'

export type Drawing = {
  /** Unique on its page; the ids inside begin with it. */
  id: string
  /** What it is a picture of. */
  title: string
  /** What it shows, for someone who cannot see it: what the sentence above it says, the range, the exceptions. */
  description: string
  width: number
  height: number
  /** The inner part of the svg element. */
  body: Html
}

/** How numbers of an axis and of labels are written: "18,000", "5.4%", "£1.2m". */
export type NumberWords = (value: number) => string
