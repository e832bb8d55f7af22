/** Reads an OpenDocument text (.odt) into the same tree of blocks as a text paper, with the numbers that its program computes. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import type { Archive } from './archive.ts'
import type { OpenFile } from './forms.ts'
import { hearStory } from './odt/body.ts'
import { lockedWord } from './odt/locked.ts'
import { aStory } from './odt/story.ts'
import { odtStyles } from './odt/styles.ts'
import { assemble } from './office/assemble.ts'
import { damaged, faulty, noText, withMacros } from './office/refusals.ts'
import { hearXml } from './office/xml.ts'
import type { Tree } from './tree.ts'

/** Whether an archive is an OpenDocument text: it says so in a member of its own. */
export const isOdt = (archive: Archive): boolean =>
  mediaType(archive).startsWith('application/vnd.oasis.opendocument.text')

/** The media type that an OpenDocument archive says it has; empty for another archive. */
export function mediaType(archive: Archive): string {
  const bytes = archive.read('mimetype')
  return bytes === undefined || isRefusal(bytes) ? '' : bytes.subarray(0, 100).toString('latin1')
}

const MACROS = /^Basic\/[^/]+\/(?!script-lb|dialog-lb)[^/]+\.xml$|^Scripts\/.*\.(?:py|js|bsh|java|class)$/i

/** Reads an open OpenDocument text. Refuses as `readDocx` does, and with 'archive-locked' when a password is needed. */
export function readOdt({ archive, name, progress }: OpenFile): Tree | Refusal {
  if (archive === undefined) throw new Error('An OpenDocument text is read from its open archive.')
  if (archive.names.some((member) => MACROS.test(member))) return withMacros(name, '.odt')
  const locked = lockedWord(archive, name)
  if (locked !== undefined) return locked
  const content = archive.read('content.xml')
  if (isRefusal(content)) return content
  if (content === undefined) return damaged(name, 'it has no content')
  const styles = odtStyles()
  const shared = archive.read('styles.xml')
  if (isRefusal(shared)) return shared
  for (const part of shared === undefined ? [content] : [shared, content]) {
    const fault = hearXml(part, { ...styles.listener, open: stylesOnly(styles.listener.open) })
    if (fault !== undefined) return faulty(fault, name, 'of styles or text')
  }
  const story = aStory(styles)
  const fault = hearStory(content, story, progress)
  if (fault !== undefined) return faulty(fault, name, 'of the text')
  const pieces = story.sinks[0] ?? []
  if (pieces.length === 0) return noText(name)
  if (!story.paged) for (const piece of pieces) piece.page = null
  return assemble(pieces, [], story.told)
}

type Opened = ReturnType<typeof odtStyles>['listener']['open']

/** Styles stand before the text; heads and feet of pages are not looked at. */
const stylesOnly =
  (open: Opened): Opened =>
  (name, attributes) =>
    name === 'office:body' || name === 'office:master-styles' ? false : open(name, attributes)
