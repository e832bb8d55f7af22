/**
 * As whom PostgreSQL's programs run. PostgreSQL refuses root, so as root they run as an unprivileged user through
 * `setpriv`, which also ends them when this process is killed.
 */
import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'

/** The user that owns the data and runs the server; `undefined` ids mean: whoever runs us. */
export type ServerUser = {
  /** Given only when we are root and step down to this user. */
  readonly steppingDownTo: { readonly uid: number; readonly gid: number } | undefined
  readonly hasSetpriv: boolean
}

const NOBODY = 65_534

/**
 * The user for a data folder: when we are root, the user that owns the data already (`existing`, with the folder's uid
 * and gid) or nobody; otherwise ourselves.
 */
export function serverUser(existing?: { uid: number; gid: number }): ServerUser {
  const hasSetpriv = spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0
  if (process.getuid?.() !== 0) return { steppingDownTo: undefined, hasSetpriv }
  const owner = existing !== undefined && existing.uid !== 0 ? existing : { uid: NOBODY, gid: NOBODY }
  return { steppingDownTo: { uid: owner.uid, gid: owner.gid }, hasSetpriv }
}

export type CommandLine = {
  readonly program: string
  readonly args: string[]
  readonly ids: { uid?: number; gid?: number }
}

/** Should we have been killed before the system was asked to tell of it, the program is not run: nothing would end it. */
const UNLESS_ORPHANED = '[ "$PPID" -eq "$1" ] || exit 1; shift; exec "$@"'

/** The command line that runs a program as that user, ended by the system with SIGINT when we die. */
export function asUser(user: ServerUser, program: string, args: readonly string[]): CommandLine {
  const ids = user.steppingDownTo
  if (!user.hasSetpriv) return { program, args: [...args], ids: ids ?? {} }
  const stepDown = ids ? [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'] : []
  const orphanEnds = ['sh', '-c', UNLESS_ORPHANED, 'sh', String(process.pid), program]
  return {
    program: 'setpriv',
    args: [...stepDown, '--pdeathsig', 'INT', '--', ...orphanEnds, ...args],
    ids: {},
  }
}

/** Whether that user can do this with a path: 'r' read, 'w' write, 'x' run or enter. Asked of the system, so that every kind of access rule counts. */
export function userMay(user: ServerUser, what: 'r' | 'w' | 'x', path: string): boolean {
  const line = asUser(user, 'test', [`-${what}`, path])
  return spawnSync(line.program, line.args, { stdio: 'ignore', cwd: '/', ...line.ids }).status === 0
}

/** Gives a path to that user. */
export function giveTo(user: ServerUser, path: string): void {
  if (user.steppingDownTo) chownSync(path, user.steppingDownTo.uid, user.steppingDownTo.gid)
}
