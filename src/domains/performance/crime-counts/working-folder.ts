/**
 * The temporary folder of one count: links to the files that DuckDB reads itself, and named pipes through which it gets
 * what is unpacked. Nothing large is ever in it but what DuckDB puts there when its memory is full.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, createWriteStream, readdirSync, rmSync } from 'node:fs'
import { mkdtemp, open, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'

const BEGINNING = 'shiremoot-count-'

export type WorkingFolder = {
  readonly path: string
  /**
   * A plain name for a file. DuckDB takes a name with * or [ as a pattern and one with :// as an address; a link has
   * neither.
   */
  linkTo: (file: string) => Promise<string>
  /** A named pipe that nobody has opened yet. */
  pipe: () => Promise<string>
  remove: () => void
}

/** Makes the folder. It goes with `remove`, with the process however that is ended, or with the next count after a kill. */
export async function makeWorkingFolder(): Promise<WorkingFolder> {
  removeLeftBehind()
  const path = await mkdtemp(join(tmpdir(), `${BEGINNING}${process.pid}-`))
  let made = 0
  const next = (): string => join(path, `rows-${(made += 1)}.csv`)
  const spare: string[] = []
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true })
    process.off('exit', remove)
  }
  process.on('exit', remove)
  return {
    path,
    async linkTo(file) {
      const link = next()
      await symlink(resolve(file), link)
      return link
    },
    async pipe() {
      if (spare.length === 0) spare.push(...(await pipesAt(Array.from({ length: 32 }, next))))
      return spare.pop() ?? raise(new Error('No pipe was made'))
    },
    remove,
  }
}

function raise(problem: Error): never {
  throw problem
}

/** Folders of counts whose process was killed outright and could not tidy up. */
function removeLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${BEGINNING}(\\d+)-`).exec(name)?.[1]
    if (pid !== undefined && !lives(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM'
  }
}

/** Node makes no named pipes; every Unix has the command that does. */
async function pipesAt(paths: readonly string[]): Promise<readonly string[]> {
  const child = spawn('mkfifo', ['-m', '600', '--', ...paths], { stdio: 'ignore' })
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) throw new Error(`mkfifo ended with ${String(code)}`)
  return paths
}

/**
 * Writes chunks into a named pipe while `reading` reads them from it, and returns what that made of them. Throws what
 * broke first: the chunks, or the reading.
 */
export async function throughPipe<T>(
  pipe: string,
  chunks: AsyncIterable<Buffer>,
  reading: Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const writing = pipeline(chunks, createWriteStream(pipe, { highWaterMark: 1_000_000 }), {
    signal: stop.signal,
  })
  const wrote = writing.then(
    () => undefined,
    (problem: unknown) => ({ problem }),
  )
  const read = await reading.then(
    (value) => ({ value }),
    (problem: unknown) => ({ problem }),
  )
  if ('problem' in read) {
    stop.abort()
    await letGo(pipe)
    const problem = await wrote
    throw problem === undefined || isOfTheEnd(problem.problem) ? read.problem : problem.problem
  }
  const problem = await wrote
  if (problem !== undefined) throw problem.problem
  return read.value
}

/** The reader went first, or was told to: that says nothing about the chunks. */
const isOfTheEnd = (problem: unknown): boolean =>
  problem instanceof Error &&
  'code' in problem &&
  ['EPIPE', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String(problem.code))

/** Frees a writer that waits for somebody to open the pipe, or to take what is in it. */
async function letGo(pipe: string): Promise<void> {
  const end = await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    await end.read(Buffer.alloc(1_000_000))
  } catch (problem) {
    // Nothing was in it.
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EAGAIN')) throw problem
  } finally {
    await end.close()
  }
}
