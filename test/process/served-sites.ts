/** What tests of a served site need: starting one on a data folder, its copy, and its verifier. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { addressOfFile } from '../../src/web/index.ts'
import { type Started, start, until } from './processes.ts'

export const ROOT = resolve(import.meta.dirname, '../..')
export const SHIREMOOT = join(ROOT, 'bin/shiremoot')

/** The environment without what npm and the tests have put there. */
export function plainEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|NODE_|PORT$|DATABASE_|SHIREMOOT_)/.test(name),
  )
  return { ...Object.fromEntries(kept), ...more }
}

export type Served = Started & { address: string }

/** `serve` on a data folder, as soon as it answers: from the record, or from the copy where `from` says so. */
export async function served(
  dataDir: string,
  options: { from?: 'record' | 'copy'; env?: Readonly<Record<string, string>>; port?: string } = {},
): Promise<Served> {
  const { from = 'record', env = {}, port = '0' } = options
  const started = start(SHIREMOOT, ['serve', '--data', dataDir, '--port', port], {
    env: plainEnvironment(env),
  })
  const words = from === 'record' ? /The public site is at (\S+)/ : /The kept copy is served at (\S+)/
  const address = await until('the site says where it is', () => {
    assert.equal(started.child.exitCode, null, `ended early: ${started.said()}`)
    return words.exec(started.said())?.[1]
  }).catch((failure: unknown) => {
    throw new Error(started.said(), { cause: failure })
  })
  return { ...started, address }
}

export const copyOf = (dataDir: string): string => join(dataDir, 'copy/kent')

/** The paths that the copy's manifest lists. */
export function listedIn(dataDir: string): string[] {
  const place = join(copyOf(dataDir), 'manifest')
  if (!existsSync(place)) return []
  return readFileSync(place, 'utf8')
    .split('\n')
    .flatMap((line) => /^[0-9a-f]{64} \d+ (.+)$/.exec(line)?.[1] ?? [])
}

/** The addresses of the pages, feeds and files in the copy. */
export const addressesIn = (dataDir: string): string[] =>
  listedIn(dataDir)
    .filter((path) => !/^(log|record)\/|^(site\.json|media-types\.json|not-in-this-copy\.html)$/.test(path))
    .map((path) => addressOfFile(path.split('/').map(encodeURIComponent).join('/')))

/** What `bin/shiremoot verify` says of the copy. */
export function verified(dataDir: string): { status: number | null; words: string } {
  const run = spawnSync(SHIREMOOT, ['verify', copyOf(dataDir)], { encoding: 'utf8', env: plainEnvironment() })
  return { status: run.status, words: run.stdout + run.stderr }
}

/** Waits until the copy is one that the verifier accepts; a look while it is being replaced sees an old list with new files. */
export const copyVerifies = (dataDir: string): Promise<string> =>
  until('the copy verifies', () => {
    if (listedIn(dataDir).length === 0) return false
    const { status, words } = verified(dataDir)
    return status === 0 && words
  })

/** An answer, read whole. */
export type Read = { status: number; headers: Headers; text: string }

export const read = async (site: Served, address: string): Promise<Read> => {
  const answer = await fetch(site.address + address, { redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** The answers at some addresses. */
export async function readAll(site: Served, addresses: readonly string[]): Promise<Map<string, Read>> {
  const found = new Map<string, Read>()
  for (const address of addresses) found.set(address, await read(site, address))
  return found
}
