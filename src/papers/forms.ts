/** The forms of file that are read, and how each is told: by its first bytes and by what it is made of, never by its name alone. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import { type Archive, isArchive, openArchive } from './archive.ts'
import { isWord } from './docx/parts.ts'
import { readDocx } from './docx.ts'
import { isHtml, readHtml } from './html.ts'
import { isXml, readMeetingsXml } from './meetings-xml.ts'
import { isOdt, readOdt } from './odt.ts'
import { isPdf, readPdf } from './pdf.ts'
import type { PaperFile } from './read-paper.ts'
import { readText } from './read-text.ts'
import type { Reading } from './reading.ts'
import { refusedForm } from './refused-forms.ts'
import type { Tree } from './tree.ts'
import { isWebArchive, readWebArchive } from './web-archive.ts'

/** A file whose container, if it has one, is open. `progress` is to be called while a long reading goes on. */
export type OpenFile = PaperFile & { readonly archive: Archive | undefined; readonly progress: () => void }

export type Form = {
  /** What the form is called in a sentence: "a PDF". */
  readonly called: string
  /** The endings of names that such files have, without the point; the first is the usual one. */
  readonly endings: readonly string[]
  /** Whether the content is of this form. */
  is(file: OpenFile): boolean
  /** A tree, in which what paper it is has still to be recognised, or a reading where the form says so itself. */
  read(file: OpenFile): Tree | Reading | Refusal | Promise<Tree | Refusal>
}

/** The first form that a file is of is how it is read. Text comes last: it is what is left. */
const FORMS: readonly Form[] = [
  {
    called: 'a Word document',
    endings: ['docx'],
    is: ({ archive }) => archive !== undefined && isWord(archive),
    read: readDocx,
  },
  {
    called: 'an OpenDocument text',
    endings: ['odt'],
    is: ({ archive }) => archive !== undefined && isOdt(archive),
    read: readOdt,
  },
  {
    called: 'a PDF',
    endings: ['pdf'],
    // What is called a PDF and is none is refused by its reader, which says so.
    is: ({ bytes, name }) => isPdf(bytes) || /\.pdf$/i.test(name),
    read: ({ bytes, name, progress }) => readPdf(bytes, name, progress),
  },
  {
    called: 'a web page',
    endings: ['html', 'htm', 'xhtml'],
    is: isHtml,
    read: (file) => readHtml(file),
  },
  {
    called: 'a web page saved as one file',
    endings: ['mht', 'mhtml'],
    is: isWebArchive,
    read: readWebArchive,
  },
  {
    called: 'XML of a committee system',
    endings: ['xml'],
    is: isXml,
    read: readMeetingsXml,
  },
]

const TEXT: Form = {
  called: 'text',
  endings: ['txt', 'md', 'markdown', 'text'],
  is: () => true,
  read: readText,
}

/** Endings that promise a form; others ("minutes.2020-02-04", "notes") promise nothing. */
const promised = (name: string): Form | undefined =>
  [...FORMS, TEXT].find(({ endings }) =>
    endings.includes(/\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''),
  )

/** Which form a file is of, with the file opened for it; a refusal when it is of none that is read. */
export async function formOf(
  file: PaperFile,
  progress: () => void = () => undefined,
): Promise<{ form: Form; opened: OpenFile } | Refusal> {
  const archive = isArchive(file.bytes) ? await openArchive(file.bytes, file.name) : undefined
  if (isRefusal(archive)) return archive
  const opened: OpenFile = { ...file, archive, progress }
  const form = file.bytes.length === 0 ? TEXT : FORMS.find((each) => each.is(opened))
  return form === undefined ? (refusedForm(opened) ?? { form: TEXT, opened }) : { form, opened }
}

/** What to tell about a file whose name promises another form than it has; undefined when it does not. */
export function wrongName(name: string, form: Form): string | undefined {
  const other = promised(name)
  if (other === form || (other === undefined && form === TEXT)) return undefined
  return `${name} is ${form.called} whatever its name says, and was read as one.`
}
