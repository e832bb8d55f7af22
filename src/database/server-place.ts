/** Where an embedded server's data lies: in the data folder, or, where its user cannot reach that, in a place that the data folder notes. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { giveTo, type ServerUser, serverUser, userMay } from './server-user.ts'

export type ServerPlace = {
  readonly user: ServerUser
  /** The folder of the server: its data in `cluster`, its socket in `socket`, a copy of its programs where one is needed. */
  readonly place: string
  /** Whether that is outside the data folder, as `where` in the data folder then notes. */
  readonly elsewhere: boolean
}

/** Makes the data folder: others may pass through it (the server's user must) but not list it. */
export function makeDataDir(dataDir: string): string | Refusal {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true, mode: 0o711 })
      chmodSync(dataDir, 0o711)
    }
    if (!statSync(dataDir).isDirectory()) {
      return refuse(
        'data-folder-not-usable',
        `The data folder ${dataDir} is a file: name a folder with --data.`,
      )
    }
    return realpathSync(dataDir)
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure
    return refuse(
      'data-folder-not-usable',
      `The data folder ${dataDir} cannot be made (${String(failure.code)}): name another with --data.`,
    )
  }
}

/** Finds the place again, or chooses it at the first start. */
export function placeFor(dataDir: string): ServerPlace | Refusal {
  const note = join(dataDir, 'where')
  if (existsSync(note)) return notedPlace(note)
  const inside = join(dataDir, 'database')
  const user = userOf(inside)
  const reached = claim(user, inside)
  if (!isRefusal(reached)) return { user, place: inside, elsewhere: false }
  if (user.steppingDownTo === undefined || existsSync(join(inside, 'cluster'))) return reached
  if (existsSync(inside) && readdirSync(inside).length === 0) rmdirSync(inside)
  // A new name, so that data which an earlier checkout of this path left there is not taken for ours.
  const id = randomBytes(6).toString('hex')
  for (const place of [`/var/lib/shiremoot/${id}`, join(tmpdir(), `shiremoot-${id}`)]) {
    if (isRefusal(claim(user, place))) continue
    writeFileSync(note, `${place}\n`)
    return { user, place, elsewhere: true }
  }
  return reached
}

function notedPlace(note: string): ServerPlace | Refusal {
  const place = readFileSync(note, 'utf8').trim()
  if (!existsSync(place)) {
    return refuse(
      'data-gone',
      `${note} says that the database is in ${place}, which is not there: put it back, or delete ${note} to begin anew.`,
    )
  }
  return { user: userOf(place), place, elsewhere: true }
}

function userOf(place: string): ServerUser {
  const existing = lstatSync(place, { throwIfNoEntry: false })
  return serverUser(existing && { uid: existing.uid, gid: existing.gid })
}

/** Makes the folder and gives it to the server's user; a refusal when that user cannot work in it. */
function claim(user: ServerUser, place: string): undefined | Refusal {
  const uid = user.steppingDownTo?.uid ?? process.getuid?.()
  try {
    if (!existsSync(place)) {
      mkdirSync(place, { recursive: true, mode: 0o755 })
      chmodSync(place, 0o700)
      giveTo(user, place)
    }
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure
    return refuse(
      'data-folder-not-usable',
      `The folder ${place} cannot be made (${String(failure.code)}): name another data folder with --data.`,
    )
  }
  const found = lstatSync(place)
  if (uid !== undefined && (!found.isDirectory() || found.uid !== uid)) {
    return refuse(
      'data-folder-of-another-user',
      `The folder ${place} belongs to another user: start Shiremoot as that user, or name another data folder with --data.`,
    )
  }
  if (!userMay(user, 'w', place)) {
    return refuse(
      'data-folder-not-usable',
      `The database cannot write in ${place}: name another data folder with --data.`,
    )
  }
  return undefined
}

const LONGEST_SOCKET = 107

/**
 * The folder of the Unix socket. The system allows 107 bytes for a socket's whole path, and PostgreSQL's settings give
 * commas a meaning, so below a deep or oddly named folder the socket stands in the system's temporary place.
 */
export function socketFolder(user: ServerUser, place: string): string {
  const near = join(place, 'socket')
  if (/^[\w/.+-]+$/.test(near) && Buffer.byteLength(`${near}/.s.PGSQL.5432`) <= LONGEST_SOCKET) {
    mkdirSync(near, { recursive: true, mode: 0o700 })
    giveTo(user, near)
    return near
  }
  return temporaryFolder(user, 'shiremoot-socket-')
}

/** A new folder that only the server's user and root may enter, in a temporary place which that user can reach. */
export function temporaryFolder(user: ServerUser, prefix: string): string {
  const base =
    [tmpdir(), '/tmp', '/var/tmp'].find((folder) => folder.length < 60 && userMay(user, 'x', folder)) ??
    '/tmp'
  const folder = mkdtempSync(join(base, prefix))
  giveTo(user, folder)
  return folder
}
