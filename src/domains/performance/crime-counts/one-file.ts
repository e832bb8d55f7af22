/** Counts one file of rows: finds its columns, lets DuckDB read it or what is unpacked of it, and adds what it found. */
import { isRefusal, type Refusal, refuse } from '../../../lib/index.ts'
import { type Columns, columnsFor, formByHeadings, formByName } from './columns.ts'
import { type Counting, FORMS, type Form } from './count.ts'
import { BadRows, type Engine, type Group, NotUtf8, type Reading } from './engine.ts'
import type { Encoding } from './first-line.ts'
import { inUtf8, openRows, type RowsFile } from './rows-file.ts'
import type { Part } from './tally.ts'
import { throughPipe, type WorkingFolder } from './working-folder.ts'
import { DamagedMember } from './zip-members.ts'

export type Using = { engine: Engine; folder: WorkingFolder }

/** Crimes, outcomes and searches are never added up: of several forms the first that is there is counted. */
export async function formOf(files: readonly RowsFile[]): Promise<Form> {
  const forms = new Set<Form>()
  for (const file of files) {
    const form = formByName(file.fileName) ?? (await formInside(file))
    if (form !== undefined) forms.add(form)
    if (form === FORMS[0]) break
  }
  return FORMS.find((form) => forms.has(form)) ?? FORMS[0]
}

async function formInside(file: RowsFile): Promise<Form | undefined> {
  try {
    const { first, close } = await openRows(file)
    await close()
    return formByHeadings(first?.headings ?? [])
  } catch (problem) {
    // Counting it says what is wrong with it.
    if (problem instanceof DamagedMember) return undefined
    throw problem
  }
}

type Headed = {
  columns: Columns
  encoding: Encoding
  delimiter: string
  bytes: AsyncGenerator<Buffer>
  close: () => Promise<void>
}

type Asked = Counting & { form: Form }

/** A file with its columns found. */
async function headedOf(file: RowsFile, { by, form }: Asked): Promise<Headed | 'other-form' | Refusal> {
  try {
    const { first, bytes, close } = await openRows(file)
    const headings = first?.headings ?? []
    const said = formByHeadings(headings) ?? form
    const columns = said === form ? columnsFor(headings, by, file) : 'other-form'
    if (first !== undefined && columns !== 'other-form' && !isRefusal(columns))
      return { columns, encoding: first.encoding, delimiter: first.delimiter, bytes, close }
    await close()
    return columns === 'other-form' || isRefusal(columns) ? columns : broken(file, 1, 'it has no end')
  } catch (problem) {
    return refusalOf(file, problem)
  }
}

/** Adds a file's rows to a part of the tally and returns how many there were; 'other-form' where they are of another form. */
export async function countOne(
  using: Using,
  file: RowsFile,
  part: Part,
  asked: Asked,
): Promise<number | 'other-form' | Refusal> {
  const headed = await headedOf(file, asked)
  if (headed === 'other-form' || isRefusal(headed)) return headed
  const groups = await groupsOf(using, file, headed, asked)
  return isRefusal(groups) ? groups : part.add(groups, headed.columns, file)
}

async function groupsOf(
  using: Using,
  file: RowsFile,
  headed: Headed,
  asked: Asked,
): Promise<Group[] | Refusal> {
  const reading = readingOf(headed, asked)
  try {
    if (headed.encoding === 'utf-8' && file.plain !== null) {
      await headed.close()
      return await using.engine.gather({ ...reading, path: await using.folder.linkTo(file.plain) })
    }
    return await piped(using, reading, headed, headed.encoding)
  } catch (problem) {
    if (!(problem instanceof NotUtf8)) return refusalOf(file, problem)
  }
  // Exports from office programs are often in the Windows code of western Europe.
  const again = await headedOf(file, asked)
  if (again === 'other-form' || isRefusal(again)) return broken(file, undefined, 'it is no text')
  try {
    return await piped(using, reading, again, 'windows-1252')
  } catch (problem) {
    return problem instanceof NotUtf8 ? broken(file, undefined, 'it is no text') : refusalOf(file, problem)
  }
}

const readingOf = ({ columns, delimiter }: Headed, { by, places }: Counting): Omit<Reading, 'path'> => ({
  width: columns.width,
  delimiter,
  keys: by.flatMap((key) => {
    const column = columns.at.get(key)
    return column === undefined
      ? []
      : [{ column, short: key === 'month' && columns.form === 'stop-and-search' }]
  }),
  place: places === true ? columns.place : null,
})

async function piped(
  { engine, folder }: Using,
  reading: Omit<Reading, 'path'>,
  headed: Headed,
  encoding: Encoding,
): Promise<Group[]> {
  const path = await folder.pipe()
  const bytes = encoding === 'utf-8' ? headed.bytes : inUtf8(headed.bytes, encoding)
  try {
    return await throughPipe(path, bytes, engine.gather({ ...reading, path }))
  } finally {
    await headed.close()
  }
}

function refusalOf(file: RowsFile, problem: unknown): Refusal {
  if (problem instanceof BadRows) return broken(file, problem.line, problem.message)
  if (!(problem instanceof DamagedMember)) throw problem
  const message = `${file.name}: ${problem.message}; fetch it again. None of its rows was counted.`
  return refuse('archive-broken', message)
}

const broken = (file: RowsFile, line: number | undefined, why: string): Refusal =>
  refuse(
    'rows-broken',
    `${file.name}: ${line === undefined ? 'a line' : `line ${line.toLocaleString('en-GB')}`} cannot be read (${why}); fetch the file again, or mend the line. None of its rows was counted.`,
  )
