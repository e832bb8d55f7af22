/** Every finding on the record with its state: it stands, it was replied to, or a newer version put it right. Pure. */
import type { CheckedDocument } from './disagreement.ts'
import type { Finding } from './finding.ts'
import type { FiguresOnRecord } from './reads.ts'
import type { Reply } from './reply.ts'

export type ListedFinding = {
  state: 'stands' | 'replied' | 'corrected'
  /** The version of the paper that has it. */
  document: Pick<CheckedDocument, 'path' | 'title' | 'date'>
  finding: Finding
  reply: Reply | undefined
  /** The document as it stands, where it has the finding no more. */
  corrected: string | undefined
}

/** Findings that do not add up, newest papers first; what was only cut off is left to the paper's page. */
export function findingsOnRecord({ documents, earlier, replies }: FiguresOnRecord): ListedFinding[] {
  const replyTo = (document: string, { ref }: Finding): Reply | undefined =>
    replies.find((reply) => reply.document === document && reply.finding === ref)
  const standing = documents.flatMap((document) =>
    alarms(document).map((finding): ListedFinding => {
      const reply = replyTo(document.path, finding)
      const state = reply === undefined ? 'stands' : 'replied'
      return { state, document, finding, reply, corrected: undefined }
    }),
  )
  const presents = new Map(documents.map((document) => [document.path, document]))
  const corrected = earlier.flatMap((version) => {
    const present = presents.get(version.document)
    const has = new Set(present?.figures.findings.map(({ ref }) => ref))
    return alarms(version)
      .filter(({ ref }) => present !== undefined && !has.has(ref))
      .map(
        (finding): ListedFinding => ({
          state: 'corrected',
          document: version,
          finding,
          reply: replyTo(version.document, finding),
          corrected: version.document,
        }),
      )
  })
  return [...standing, ...onceEach(corrected)]
}

const alarms = ({ figures }: CheckedDocument): Finding[] =>
  figures.findings.filter(({ severity }) => severity === 'error')

/** Of several earlier versions that have the same finding, the last one alone. */
function onceEach(corrected: readonly ListedFinding[]): ListedFinding[] {
  const last = new Map(corrected.map((each) => [`${each.corrected ?? ''} ${each.finding.ref}`, each]))
  return [...last.values()]
}
