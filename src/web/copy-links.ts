/**
 * Links of a page that is kept as a plain file: relative and ending in .html, so that a folder of pages works from a
 * memory stick and on any web server. Each can be turned back into the address that it had, letter by letter.
 */
import { posix } from 'node:path'
import { keptName, nameBefore } from './kept-names.ts'

/** The page that links lead to when what they name is not kept: search, filters, other days. */
export const NOT_IN_THIS_COPY = '/not-in-this-copy'

/** Attributes that lead somewhere. The `html` tag escapes quotes in all text, so that none of these stands in a text. */
const LINKS = / (href|src|action)="([^"]*)"/g

/** A kept paper: the folder that its SHA-256 names, and its own name. */
const PAPER = /^(\/files\/[^/]+\/)(.+)$/

/**
 * Where what is answered at an address is kept, below the folder of the copy, as a URL writes it: '/' is index.html,
 * /meetings/x is meetings/x.html when it is a page, a kept paper has a name under which nothing in it runs, and anything else
 * stands under its own name.
 */
export function fileOfAddress(address: string, isPage: boolean): string {
  if (address === '/') return 'index.html'
  const [, folder, name] = PAPER.exec(address) ?? []
  if (folder !== undefined && name !== undefined) return folder.slice(1) + keptName(name)
  return isPage ? `${address.slice(1)}.html` : address.slice(1)
}

/** The address of what is kept in a file: `fileOfAddress` turned back. */
export function addressOfFile(file: string): string {
  if (file === 'index.html') return '/'
  const [, folder, name] = PAPER.exec(`/${file}`) ?? []
  if (folder !== undefined && name !== undefined) return folder + nameBefore(name)
  return `/${file.replace(/\.html$/, '')}`
}

function relative(fromFile: string, toFile: string): string {
  const path = posix.relative(posix.dirname(`/${fromFile}`), `/${toFile}`)
  return path.startsWith('../') ? path : `./${path}`
}

/**
 * The page as it is kept in `file`. `keptAs` gives the file of an address of this site, without query and fragment, and
 * undefined for what is not kept.
 */
export function withRelativeLinks(
  html: string,
  file: string,
  keptAs: (address: string) => string | undefined,
): string {
  const away = relative(file, fileOfAddress(NOT_IN_THIS_COPY, true))
  return html.replace(LINKS, (whole, name: string, target: string) => {
    if (!target.startsWith('/') || target.startsWith('//')) return whole
    const end = target.search(/[?#]/)
    const address = end < 0 ? target : target.slice(0, end)
    const rest = end < 0 ? '' : target.slice(end)
    const kept = rest.startsWith('?') ? undefined : keptAs(address)
    return kept === undefined ? ` ${name}="${away}#${target}"` : ` ${name}="${relative(file, kept)}${rest}"`
  })
}

/** The page as it was before `withRelativeLinks`. */
export function withSiteLinks(html: string, file: string): string {
  return html.replace(LINKS, (whole, name: string, target: string) =>
    target.startsWith('./') || target.startsWith('../') ? ` ${name}="${siteLink(target, file)}"` : whole,
  )
}

function siteLink(target: string, file: string): string {
  const mark = target.indexOf('#')
  const path = posix.join(posix.dirname(`/${file}`), mark < 0 ? target : target.slice(0, mark))
  const rest = mark < 0 ? '' : target.slice(mark)
  if (path === `${NOT_IN_THIS_COPY}.html`) return rest.slice(1)
  return addressOfFile(path.slice(1)) + rest
}
