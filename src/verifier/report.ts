/** What a verification found: counts, faults with their places, and remarks that are no faults. */

/** Each kind of fault. */
export type FaultKind =
  | 'checkpoint-missing'
  | 'checkpoint-malformed'
  | 'checkpoint-older'
  | 'key-missing'
  | 'key-malformed'
  | 'key-unknown'
  | 'signature-wrong'
  | 'cosignature-wrong'
  | 'witnesses-malformed'
  | 'root-differs'
  | 'history-rewritten'
  | 'history-shrunk'
  | 'tile-missing'
  | 'tile-cut-off'
  | 'tile-altered'
  | 'tile-swapped'
  | 'tile-unknown'
  | 'bundle-missing'
  | 'bundle-cut-off'
  | 'bundle-altered'
  | 'bundle-swapped'
  | 'record-malformed'
  | 'record-altered'
  | 'record-misplaced'
  | 'record-withdrawn'
  | 'links-missing'
  | 'manifest-missing'
  | 'manifest-malformed'
  | 'manifest-differs'
  | 'file-missing'
  | 'file-altered'
  | 'file-extra'
  | 'file-misnamed'

export type Fault = {
  readonly what: FaultKind
  /** The file, as a path below the folder that was verified. */
  readonly place: string
  /** A sentence for people. */
  readonly words: string
}

export type Checked = {
  /** Leaves of the log. */
  leaves: number
  /** Texts of the record (`record/**`) that are what a leaf commits to. */
  entries: number
  /** Files whose bytes are as the manifest says. */
  files: number
  /** Pages among them: files ending in .html. */
  pages: number
  /** Signatures of witnesses that are right. */
  cosignatures: number
}

export type Report = {
  readonly ok: boolean
  /** What the folder holds: the whole copy of a record, a log alone, or neither (then nothing was verified). */
  readonly found: 'copy' | 'log' | 'nothing'
  /** Whose log it is (`shiremoot/kent`) and the key that it was held against; null where that could not be read. */
  readonly origin: string | null
  readonly key: string | null
  /** Size and root (base64) of the checkpoint. */
  readonly size: number | null
  readonly root: string | null
  readonly checked: Readonly<Checked>
  readonly faults: readonly Fault[]
  /** What a reader should know, without anything being wrong: texts that are not in the copy, unknown signatures. */
  readonly remarks: readonly string[]
}

/** What is given beside the folder. */
export type Options = {
  /**
   * The key to hold the log against, as a vkey; several, with spaces between, when the log has changed its key. Without it,
   * that of the folder's `log/key.pub` and those before it.
   */
  readonly key?: string
  /** The text of an earlier checkpoint of the same log: its tree has to be the beginning of this one. */
  readonly since?: string
}
