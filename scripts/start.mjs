/** `npm start [-- --data DIR --port N]`: installs what is missing, then runs `bin/shiremoot serve` until it is told to stop. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, setUp } from './set-up.mjs'

const ready = await setUp((sentence) => console.log(sentence))
if ('failed' in ready) {
  console.error(ready.failed)
  process.exit(2)
}

// npm changes to the checkout; a relative --data is meant from where the person stands.
const cwd =
  process.env.npm_lifecycle_event === undefined ? process.cwd() : (process.env.INIT_CWD ?? process.cwd())
const served = spawn(join(ROOT, 'bin/shiremoot'), ['serve', ...process.argv.slice(2)], {
  cwd: existsSync(cwd) ? cwd : ROOT,
  stdio: 'inherit',
  env: { ...process.env, SHIREMOOT_PARENTS: parents().join(',') },
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => served.kill(signal))
}
served.on('error', (failure) => {
  console.error(`bin/shiremoot could not be started: ${failure.message}.`)
  process.exitCode = 2
})
served.on('exit', (code) => {
  process.exitCode = code ?? 2
})

/**
 * The processes whose death must end the site: this one, and, below npm, npm and the shell between. Each as PID:START,
 * the start being the system's count, by which a later process with the same number is told apart.
 */
function parents() {
  const found = [process.pid]
  const npm = process.env.npm_lifecycle_event !== undefined
  let parent = npm ? process.ppid : 0
  while (parent > 1 && found.length < 4) {
    found.push(parent)
    if (!/^(da|ba|z|a|)sh$/.test(nameOf(parent))) break
    parent = Number(statOf(parent)[1])
  }
  return found.map((pid) => `${pid}:${statOf(pid)[19] ?? ''}`)
}

/** @param {number} pid */
function nameOf(pid) {
  const file = `/proc/${pid}/comm`
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

/**
 * The fields of /proc/PID/stat after the name: state, parent, …
 * @param {number} pid
 */
function statOf(pid) {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}
