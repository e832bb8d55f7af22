/**
 * The folder of the copy: what stands in it, what is put ready for it, and the change from one to the other, file by file
 * and the manifest last. Whoever reads a file sees the old one or the new one, never a part.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { MANIFEST_FILE } from '../../web/index.ts'
import { type FileMark, markOf } from './manifest.ts'

const run = promisify(execFile)

const hasCode = (failure: unknown, ...codes: readonly string[]): boolean =>
  failure instanceof Error && 'code' in failure && codes.includes(String(failure.code))

async function markOfFile(place: string): Promise<FileMark> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(place), hash)
  return { sha256: hash.digest('hex'), bytes: (await stat(place)).size }
}

/** Every file below a folder with its mark; a file is read whole, because only its bytes say what it is. */
async function marksBelow(folder: string): Promise<Map<string, FileMark>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const marks = new Map<string, FileMark>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const place = join(entry.parentPath, entry.name)
    const path = place.slice(folder.length + 1)
    if (path !== MANIFEST_FILE) marks.set(path, await markOfFile(place))
  }
  return marks
}

/** How many files were written and removed, and how many there are. */
export type Finished = { written: number; removed: number; files: number }

export class CopyFolder {
  readonly folder: string
  readonly #aside: string
  /** What stands in the folder. */
  #standing: Map<string, FileMark>
  /** What is to stand there, and what of it lies aside, ready. */
  #next = new Map<string, FileMark>()
  #ready = new Set<string>()
  /** Whether the manifest is known to list what stands; a change that was cut off leaves one that does not. */
  #listed = false

  private constructor(folder: string, aside: string, standing: Map<string, FileMark>) {
    this.folder = folder
    this.#aside = aside
    this.#standing = standing
  }

  /** Opens the folder and reads all of it, so that a file that was damaged or left half changed is written again. */
  static async open(copies: string, authority: string): Promise<CopyFolder> {
    const folder = join(copies, authority)
    const aside = join(copies, `.unfinished-${authority}`)
    await mkdir(folder, { recursive: true })
    await rm(aside, { recursive: true, force: true })
    return new CopyFolder(folder, aside, await marksBelow(folder))
  }

  /** What stands in the folder now. */
  get standing(): ReadonlyMap<string, FileMark> {
    return this.#standing
  }

  /** Begins a new state of the whole folder: what is not put into it goes. */
  async begin(): Promise<void> {
    await rm(this.#aside, { recursive: true, force: true })
    this.#next = new Map()
    this.#ready = new Set()
  }

  /** Puts a file ready. One that stands there with the same bytes is not written again. */
  async put(path: string, bytes: Uint8Array): Promise<void> {
    const mark = markOf(bytes)
    this.#next.set(path, mark)
    if (this.#standing.get(path)?.sha256 === mark.sha256) return
    const place = join(this.#aside, path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes)
    this.#ready.add(path)
  }

  /** The same for a kept file, which is linked where the file system allows. False when its bytes are not what its name says. */
  async putFile(path: string, source: string, sha256: string): Promise<boolean> {
    const known = this.#standing.get(path)
    if (known?.sha256 === sha256) {
      this.#next.set(path, known)
      return true
    }
    const mark = await markOfFile(source)
    if (mark.sha256 !== sha256) return false
    const place = join(this.#aside, path)
    await mkdir(dirname(place), { recursive: true })
    try {
      await link(source, place)
    } catch (failure) {
      if (!hasCode(failure, 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP')) throw failure
      await copyFile(source, place)
    }
    this.#next.set(path, mark)
    this.#ready.add(path)
    return true
  }

  /** Whether a file is to stand there. */
  has(path: string): boolean {
    return this.#next.has(path)
  }

  /** Keeps a file that stands there already. */
  keep(path: string): void {
    const mark = this.#standing.get(path)
    if (mark !== undefined) this.#next.set(path, mark)
  }

  /**
   * Brings the folder to its new state and writes the manifest that `manifest` makes of it, when anything changed or the
   * manifest that is there may be of another state. Returns
   * how many files were written and removed.
   */
  async finish(manifest: (files: ReadonlyMap<string, FileMark>) => string): Promise<Finished> {
    const gone = [...this.#standing.keys()].filter((path) => !this.#next.has(path))
    const [written, removed, files] = [this.#ready.size, gone.length, this.#next.size]
    const manifestThere = await stat(join(this.folder, MANIFEST_FILE)).then(
      () => true,
      () => false,
    )
    if (written + removed === 0 && manifestThere && this.#listed) return { written, removed, files }
    await mkdir(this.#aside, { recursive: true })
    await writeFile(join(this.#aside, MANIFEST_FILE), manifest(this.#next))
    await onDisk(this.#aside)
    this.#listed = false
    for (const path of gone) {
      await rm(join(this.folder, path), { force: true })
      this.#standing.delete(path)
    }
    for (const path of this.#ready) {
      const place = join(this.folder, path)
      await mkdir(dirname(place), { recursive: true })
      await rename(join(this.#aside, path), place)
      const mark = this.#next.get(path)
      if (mark !== undefined) this.#standing.set(path, mark)
    }
    await rename(join(this.#aside, MANIFEST_FILE), join(this.folder, MANIFEST_FILE))
    this.#listed = true
    for (const path of gone) await removeEmpty(this.folder, dirname(path))
    await rm(this.#aside, { recursive: true, force: true })
    this.#ready = new Set()
    return { written, removed, files }
  }
}

/** Lets all that was written reach the disk at once; a sync for each of ten thousand files would take minutes. */
async function onDisk(folder: string): Promise<void> {
  try {
    await run('sync', ['-f', folder])
  } catch (failure) {
    // No such program outside Linux, or one that knows no -f: the system then writes in its own time.
    if (!(failure instanceof Error)) throw failure
  }
}

async function removeEmpty(root: string, path: string): Promise<void> {
  for (let folder = path; folder !== '.'; folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder))
    } catch (failure) {
      if (hasCode(failure, 'ENOTEMPTY', 'ENOENT', 'EEXIST')) return
      throw failure
    }
  }
}
