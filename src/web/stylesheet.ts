/** Builds the stylesheet of the look from Sass, once for each state of its source, into a folder that may be thrown away. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A file that is served under a name with its own hash, so that it may be kept for ever. */
export type Asset = { path: string; mediaType: string; bytes: Buffer }

const require = createRequire(import.meta.url)
const source = join(import.meta.dirname, 'look.scss')
const folderOfParts = join(import.meta.dirname, 'look')

/** The first 12 characters of the SHA-256, enough to name a version. */
export const shortHash = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 12).toLowerCase()

/** Changes with our Sass and with the pinned versions of what compiles it. */
function sourceHash(): string {
  const pinned: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  const versions = ['govuk-frontend', 'sass'].map((name) => pinned.dependencies[name])
  const parts = readdirSync(folderOfParts).toSorted()
  const sass = [source, ...parts.map((part) => join(folderOfParts, part))]
  return shortHash([...sass.map((file) => readFileSync(file, 'utf8')), ...versions].join('\n'))
}

/**
 * The stylesheet of the look, compiled when `folder` does not hold it yet. `folder` is made when missing; deleting it
 * costs one compilation (about a second).
 */
export async function lookStylesheet(folder: string): Promise<Asset> {
  const built = join(folder, `look-${sourceHash()}.css`)
  if (!existsSync(built)) {
    const sass = await import('sass')
    const { css } = sass.compile(source, {
      style: 'compressed',
      loadPaths: [dirname(dirname(require.resolve('govuk-frontend')))],
      quietDeps: true,
    })
    mkdirSync(folder, { recursive: true })
    const draft = `${built}.${process.pid}`
    writeFileSync(draft, css)
    renameSync(draft, built)
  }
  const bytes = readFileSync(built)
  return { path: `/assets/look-${shortHash(bytes)}.css`, mediaType: 'text/css; charset=utf-8', bytes }
}
