/** Hears parts of Office files, and how they lead to each other (ECMA-376 part 2). */
import { isRefusal, type Refusal } from '../../lib/index.ts'
import type { Archive } from '../archive.ts'
import { faulty } from './refusals.ts'
import { type Attributes, hearXml, type Listener } from './xml.ts'

/** A part that leads to another: its kind is the last word of its type. */
export type Relation = { id: string; kind: string; target: string }

/** Hears a part of the archive that must be sound; undefined when it was heard or is not there. */
export function hearPart(
  archive: Archive,
  part: string,
  listener: Listener,
  file: string,
): Refusal | undefined {
  const bytes = archive.read(part)
  if (bytes === undefined || isRefusal(bytes)) return bytes
  const fault = hearXml(bytes, listener)
  return fault === undefined ? undefined : faulty(fault, file, part)
}

/** Where a part ('' for the file as a whole) leads within the archive; what leads outside of it is left out. */
export function relations(archive: Archive, part: string, file: string): Relation[] | Refusal {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const found: Relation[] = []
  const open = (name: string, attributes: Attributes): void => {
    if (name !== 'rel:Relationship' || attributes['TargetMode'] === 'External') return
    const target = attributes['Target'] ?? ''
    found.push({
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      target: target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, ''),
    })
  }
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  return hearPart(archive, name, { open }, file) ?? found
}
