/**
 * Checks a log and a copy of the record from their files alone. Written from RFC 6962, RFC 9162 and the C2SP specifications
 * (signed-note, tlog-checkpoint, tlog-tiles, tlog-cosignature), apart from what writes those files; it uses nothing of ours.
 */

export { provesConsistency, provesInclusion } from './merkle.ts'
export { verifyNote } from './notes.ts'
export type { Checked, Fault, FaultKind, Options, Report } from './report.ts'
export { verifyFolder } from './verify-folder.ts'
