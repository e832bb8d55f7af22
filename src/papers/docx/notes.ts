/** Reads the footnotes or endnotes of a Word document. */
import type { XmlFault } from '../office/xml.ts'
import { hearStory } from './body.ts'
import { aStory, type Means } from './story.ts'

/** Takes the part; returns the words of each note by its id, as far as there are not too many. */
export function readNotes(bytes: Uint8Array | undefined, means: Means): Map<string, string> | XmlFault {
  const story = aStory(means)
  const fault = bytes === undefined ? undefined : hearStory(bytes, story, () => undefined)
  return fault === undefined || fault === 'too-long' ? story.noteWords : fault
}
