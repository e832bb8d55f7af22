/** Finds the browser that the journeys run in, and installs Debian's where that is wanted: with CI=true and as root. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const COMMAND = 'apt-get update && apt-get install -y --no-install-recommends chromium'

export type Chromium = { path: string } | { outcome: 'skipped' | 'failed'; words: string }

const found = (): string | undefined =>
  [process.env['SHIREMOOT_CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))

/** The browser's path, or why the tests in it do not run. */
export async function findChromium(say: (sentence: string) => void): Promise<Chromium> {
  const path = found()
  if (path !== undefined) return { path }
  if (process.env['CI'] !== 'true' || process.getuid?.() !== 0) {
    return { outcome: 'skipped', words: `No Chromium here. To run them: sudo sh -c '${COMMAND}' && npm test` }
  }
  say('Installing Chromium for the tests in a browser …')
  const output = await install()
  const installed = found()
  return installed === undefined
    ? { outcome: 'failed', words: `Chromium could not be installed (${COMMAND}):\n${output}` }
    : { path: installed }
}

function install(): Promise<string> {
  const child = spawn('sh', ['-c', COMMAND], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (text: Buffer): void => {
    output += text.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((done) => {
    child.on('error', (failure) => {
      output += failure.message
    })
    child.on('close', () => {
      done(output.split('\n').slice(-15).join('\n'))
    })
  })
}
