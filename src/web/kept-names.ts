/**
 * What kept papers are called in the copy. The site sends them with headers that let nothing in them run; from a memory
 * stick, or any other web server, only a file's ending says what it is, and a saved web page would run its scripts. So all
 * but what browsers never run gets the ending of plain text. Each name can be turned back, letter by letter.
 */

/** Endings of what browsers show or store, and never run. */
const NEVER_RUN: ReadonlySet<string> = new Set(
  'pdf txt md csv json docx odt xlsx ods pptx odp doc xls ppt rtf png jpg jpeg'.split(' '),
)

/** Inside a name: some web servers go by it where they do not know the last ending. */
const WEB_PAGE_WITHIN = /\.(?:[xs]?html?|xht|xml|xslt?|svgz?|mht|mhtml)\./i

const TEXT = '.txt'
/** Where a paper lies whose name has no ending or no room for another: in a folder of its name. */
const IN_ITS_FOLDER = '/paper.txt'
/** The longest name that file systems take, in bytes. */
const LONGEST = 255

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Bytes of a name whose letters outside ASCII are escaped. */
const bytesOf = (name: string): number => name.replace(/%[0-9a-f]{2}/gi, '-').length

/** Whether a paper may lie in the copy under its own name: no other paper's name is written like that. */
const keepsItsName = (name: string): boolean =>
  NEVER_RUN.has(endingOf(name)) && !WEB_PAGE_WITHIN.test(name) && withoutText(name) === undefined

/** The name to which `.txt` was added; undefined where it was not. */
function withoutText(kept: string): string | undefined {
  const name = kept.endsWith(TEXT) ? kept.slice(0, -TEXT.length) : ''
  return endingOf(name) === '' || keepsItsName(name) ? undefined : name
}

/** What a paper is called in the copy. Names go in and out as an address writes them (escaped). */
export function keptName(name: string): string {
  if (keepsItsName(name)) return name
  const hasRoom = bytesOf(name) + TEXT.length <= LONGEST
  return endingOf(name) !== '' && hasRoom ? name + TEXT : name + IN_ITS_FOLDER
}

/** The name that a paper had before `keptName`. */
export const nameBefore = (kept: string): string =>
  kept.endsWith(IN_ITS_FOLDER) ? kept.slice(0, -IN_ITS_FOLDER.length) : (withoutText(kept) ?? kept)
