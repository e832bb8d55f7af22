/**
 * The verifiable log as files: what it holds, how it grows, how it is proved. Told leaves by whoever reads the record; it
 * knows no database. Formats: RFC 6962, C2SP tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature.
 */
export { type Asked, askWitnesses } from './ask-witnesses.ts'
export { type Checkpoint, checkpointOf, noteText, readCheckpoint } from './checkpoint.ts'
export { cosignatureBy, isCosignedBy } from './cosignature.ts'
export { addCosignatures, type Cosigned, keysOf } from './cosigned.ts'
export { DamagedFile } from './durable.ts'
export {
  keyFolder,
  type LogFolder,
  logFolder,
  originOf,
  PUBLIC_KEY_FILE,
  publicFile,
  publicFiles,
  WITNESSED_FILE,
  WITNESSES_FILE,
} from './folder.ts'
export { type LogKey, loadKey, makeKey, signNote } from './key.ts'
export { type Log, openLog, openLogOf, type Standing } from './log.ts'
export { readNote, readVkey, signedBy, type VerifierKey } from './note.ts'
export { leavesIn, tilePath, tilesOf } from './tiles.ts'
export {
  consistencyProof,
  inclusionProof,
  leafHash,
  MemoryTree,
  nodeHash,
  rootAt,
  rootOf,
  type Tree,
} from './tree.ts'
export { readWitnesses, type Witness } from './witnesses.ts'
