/** A proof as numbers, so that a program can check it without believing this site. Shapes: docs/open-record.md. */
import { noteText } from '../../../log/index.ts'
import type { PageRequest, Text } from '../../../web/index.ts'
import { heading, jsonText } from '../values.ts'
import type { ProofAnswer } from './reads.ts'

/** /proof/:leaf.json. Hashes are in hexadecimal digits. */
export function proofValues(answer: ProofAnswer, { site, origin = '' }: PageRequest): Text {
  const { leaf, commitment, content, about, proven, inclusion } = answer
  return jsonText({
    ...heading(site, { origin, on: null }),
    page: `${origin}/proof/${leaf.number}`,
    leaf: {
      number: leaf.number,
      act: leaf.act,
      entry: leaf.entry,
      version: leaf.version,
      at: leaf.at,
      text: leaf.leaf.toString(),
      hash: leaf.hash.toString('hex'),
      commitment,
    },
    about: about === null ? null : { path: about.path, title: about.title, kind: about.kind },
    content:
      content === null
        ? null
        : {
            text: content.text,
            sha256: content.hash,
            salt: leaf.salt?.toString('hex') ?? null,
            agrees: content.agrees,
          },
    tree: { size: proven.size, root: proven.root.toString('hex') },
    inclusion: { path: inclusion.path.map((hash) => hash.toString('hex')), holds: inclusion.holds },
    checkpoint: proven.checkpoint === null ? null : noteText(proven.checkpoint.note),
  })
}
