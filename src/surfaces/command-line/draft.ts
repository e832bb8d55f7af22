/**
 * `shiremoot draft`: writes a paper from the published record, ready to be edited. Its figures are checked before it is
 * handed over, as those of any paper are.
 */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { groupedFindings, inputOf } from '../../domains/checked-figures/index.ts'
import { checkFigures } from '../../figures/index.ts'
import { dateOf, isRefusal, type LocalDate, londonDate, type Refusal, refuse } from '../../lib/index.ts'
import { readPaper } from '../../papers/index.ts'
import { asMarkdown, asPdf, asWord, type PrintedDocument } from '../../printing/index.ts'
import { authorities, type PublicRecord } from '../../record/index.ts'
import { badArguments } from './bad-arguments.ts'
import { checkWords, inkFor } from './check-words.ts'
import { DRAFTS, type DraftKind } from './drafting.ts'
import { openInstallation } from './installation.ts'

const HELP = `bin/shiremoot draft KIND [--to YYYY-MM] [--out FILE] [--authority ID] [--site ADDRESS] [--data DIR]

Writes a paper from the public record: figures with their changes and sources, and gaps, marked [To write: …], where a person
has to judge. Its figures are checked like those of any paper.

  KIND           ${Object.entries(DRAFTS)
    .map(([name, { says }]) => `${name.padEnd(18)} ${says}`)
    .join('\n                 ')}
  --to YYYY-MM   the last month it is about; the month before this one otherwise
  --out FILE     .md, .docx or .pdf; Markdown goes to the terminal where no file is named. A file that is there is left alone
  --authority ID whose record, where the installation holds several
  --site ADDRESS the address of the public site, so that sources are whole links: https://record.example.police.uk
  --data DIR     where the database and the files lie; .data of the checkout otherwise

Exit: 0 written; 1 written, but something in it does not add up; 2 could not be written.
`

type Asked = {
  kind: DraftKind
  until: LocalDate
  out: string | undefined
  authority: string | undefined
  site: string
  dataDir: string | undefined
}

const FORMS: readonly string[] = ['.md', '.docx', '.pdf']

function askedFor(args: string[], today: LocalDate): Asked | Refusal | 'help' {
  const options = {
    to: { type: 'string' },
    out: { type: 'string' },
    authority: { type: 'string' },
    site: { type: 'string', default: '' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  let parsed
  try {
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch (problem) {
    return badArguments('draft', problem)
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const kind = kindIn(positionals)
  if (isRefusal(kind)) return kind
  const until = dayAfter(values.to ?? monthBefore(today))
  if (until === undefined)
    return refuse('bad-arguments', `--to ${values.to} is not a month; write it as 2019-09.`)
  const wrong = wrongPlace(values.out) ?? wrongSite(values.site)
  if (wrong !== undefined) return wrong
  return {
    kind,
    until,
    out: values.out,
    authority: values.authority,
    site: values.site.replace(/\/$/, ''),
    dataDir: values.data,
  }
}

function kindIn([name, ...more]: readonly string[]): DraftKind | Refusal {
  const found = Object.keys(DRAFTS).find((kind): kind is DraftKind => kind === name)
  if (found === undefined || more.length > 0)
    return refuse(
      'bad-arguments',
      `Name one kind of paper to draft, ${Object.keys(DRAFTS).join(' or ')}; bin/shiremoot draft --help says more.`,
    )
  return found
}

const monthBefore = (today: LocalDate): string => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

/** The first day after a month that is written as 2019-09; undefined when it is none. */
function dayAfter(month: string): LocalDate | undefined {
  const [, year = '', number = ''] = /^(\d{4})-(\d{2})$/.exec(month) ?? []
  const at = Number(number)
  if (year === '' || at < 1 || at > 12) return undefined
  return at === 12 ? dateOf(Number(year) + 1, 1, 1) : dateOf(Number(year), at + 1, 1)
}

function wrongPlace(out: string | undefined): Refusal | undefined {
  if (out === undefined) return undefined
  if (!FORMS.includes(extname(out).toLowerCase()))
    return refuse('bad-arguments', `--out ${out} must end in .md, .docx or .pdf, which says how to write it.`)
  // A draft that somebody has edited is worth more than a new one.
  return existsSync(out)
    ? refuse('file-exists', `${out} is there already; name another file, or move it away first.`)
    : undefined
}

const wrongSite = (site: string): Refusal | undefined =>
  site === '' || /^https?:\/\/[^\s/]+\/?$/.test(site)
    ? undefined
    : refuse(
        'bad-arguments',
        `--site ${site} is not the address of a site such as https://record.example.police.uk.`,
      )

async function authorityIn(db: PublicRecord['db'], named: string | undefined): Promise<string | Refusal> {
  const there = await authorities(db)
  const [only] = there
  if (named !== undefined && there.includes(named)) return named
  if (named !== undefined)
    return refuse(
      'authority-unknown',
      `The record has no authority “${named}”; it has ${there.join(', ') || 'none'}.`,
    )
  if (only === undefined)
    return refuse('nothing-to-draft', 'The record is empty; import papers and figures first.')
  return there.length === 1
    ? only
    : refuse('no-authority', `Say whose record with --authority; it holds ${there.join(', ')}.`)
}

async function written(asked: Asked): Promise<PrintedDocument | Refusal> {
  const installation = await openInstallation({
    dataDir: asked.dataDir,
    what: 'draft',
    whenRunning: 'join',
    onProgress: complain,
    onLost: complain,
  })
  if (isRefusal(installation)) return installation
  try {
    const authority = await authorityIn(installation.published, asked.authority)
    if (isRefusal(authority)) return authority
    const ask: PublicRecord = { db: installation.published, authority }
    return await DRAFTS[asked.kind].write(ask, {
      until: asked.until,
      today: londonDate(),
      address: (path) => `${asked.site}${path}`,
    })
  } finally {
    await installation.close()
  }
}

/** The file's bytes by the ending of its name. */
async function bytesFor(name: string, document: PrintedDocument): Promise<Uint8Array | Refusal> {
  const form = extname(name).toLowerCase()
  if (form === '.pdf') return asPdf(document)
  return form === '.docx' ? await asWord(document) : new TextEncoder().encode(asMarkdown(document))
}

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** Whether every figure of the draft that can be compared adds up; says so, and what does not. */
async function addsUp(document: PrintedDocument, file: string): Promise<boolean | Refusal> {
  const name = 'draft.md'
  const reading = await readPaper({ name, bytes: new TextEncoder().encode(asMarkdown(document)) })
  if (isRefusal(reading)) return reading
  const check = checkFigures(inputOf(reading))
  for (const line of checkWords({ ...reading, file }, check, inkFor(process.stderr))) complain(line)
  return groupedFindings(check.relations).failing.length === 0
}

function refused({ message }: Refusal): number {
  complain(message)
  return 2
}

/** Runs the command; returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args, londonDate())
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (isRefusal(asked)) return refused(asked)
  const document = await written(asked)
  if (isRefusal(document)) return refused(document)
  if (asked.out === undefined) process.stdout.write(asMarkdown(document))
  else {
    const bytes = await bytesFor(asked.out, document)
    if (isRefusal(bytes)) return refused(bytes)
    await writeFile(asked.out, bytes, { flag: 'wx' })
    complain(`${asked.out} is written.`)
  }
  const sound = await addsUp(document, basename(asked.out ?? `${asked.kind}.md`))
  if (isRefusal(sound)) complain(sound.message)
  return sound === true ? 0 : 1
}
