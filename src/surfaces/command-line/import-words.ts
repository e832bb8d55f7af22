/** Says in words, for the terminal, what came of an import. */
import { type FileOutcome, type ImportOptions, isCorrections } from './bring-files.ts'
import { figureLines, refusedRowLines } from './figure-words.ts'

/** What was asked of the import. */
type Asked = Pick<ImportOptions, 'dryRun' | 'publish'>

type Imported = Extract<FileOutcome, { outcome: 'imported' | 'unchanged' }>

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** The lines for one file: what it brought, what ties it to the plan and why, and what is left for a person to decide. */
export function wordsFor(outcome: FileOutcome, asked: Asked): string[] {
  if (outcome.outcome === 'failed')
    return [
      `${outcome.file}: not imported. ${outcome.error.message}`,
      ...(outcome.figures === undefined ? [] : refusedRowLines(outcome.figures)),
    ]
  if (isCorrections(outcome.file)) return [`${outcome.file}: read with the file beside it.`]
  if (outcome.outcome === 'unchanged')
    return [
      `${outcome.file}: already in the record, nothing changed.`,
      ...(outcome.figures === undefined ? [] : refusedRowLines(outcome.figures)),
      ...openLines(outcome),
    ]
  if (outcome.withdrawn !== undefined)
    return [
      `${outcome.file}: ${asked.dryRun ? 'would withdraw' : 'withdrew'} ${plural(outcome.withdrawn.length, 'entry', 'entries')}.`,
      ...outcome.withdrawn.map((path) => `  ${path}`),
    ]
  const verb = asked.dryRun ? 'would bring' : 'brought'
  return [
    `${outcome.file}: ${verb} ${entriesInWords(outcome)}${publishedInWords(outcome, asked)}.`,
    ...(outcome.figures === undefined ? [] : figureLines(outcome.figures)),
    ...pageLines(outcome),
    ...serveLines(outcome),
    ...(outcome.warnings > 0
      ? [
          `  ${plural(outcome.warnings, 'place')} could not be read well: bin/shiremoot read ${quoted(outcome.file)} lists ${outcome.warnings === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...openLines(outcome),
  ]
}

/** More outcomes than stand on a screen at once. */
const MANY = 20

/** After many files: how many are in the record, and again each that is not, since those need somebody. */
export function refusedAtTheEnd(outcomes: readonly FileOutcome[]): string[] {
  const refused = outcomes.flatMap((outcome) => (outcome.outcome === 'failed' ? [outcome] : []))
  if (outcomes.length <= MANY || refused.length === 0) return []
  const taken = outcomes.length - refused.length
  return [
    '',
    `${taken.toLocaleString('en-GB')} of ${plural(outcomes.length, 'file')} were taken. ${refused.length === 1 ? '1 was not' : `${refused.length} were not`}:`,
    ...refused.map(({ error }) => `  ${error.message}`),
  ]
}

/** Kinds whose names are not made plural by an s. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  authority: ['authority', 'authorities'],
  body: ['body', 'bodies'],
  minutes: ['set of minutes', 'sets of minutes'],
  person: ['person', 'people'],
  priority: ['priority', 'priorities'],
}

const nameOf = (kind: string): readonly [string, string?] => NAMES[kind] ?? [kind.replaceAll('-', ' ')]

function entriesInWords({ entries }: Imported): string {
  const counts = new Map<string, number>()
  for (const { kind, outcome } of entries)
    if (outcome !== 'unchanged') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, count]) => plural(count, ...nameOf(kind)))
  return parts.length === 0 ? 'no new entry' : parts.join(', ')
}

function publishedInWords({ published }: Imported, { dryRun, publish }: Asked): string {
  if (!publish) return dryRun ? '' : '; as drafts, not public'
  // What changed may be links alone, or what the public does not get.
  if (published === 0) return ''
  return dryRun ? `; ${published} would be published` : `; ${published} published`
}

const quoted = (file: string): string =>
  /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`

/** What has a page of its own and a name taken from the paper, so that a misread body or day is seen at once. */
const NAMED = new Set(['body', 'meeting', 'minutes', 'paper', 'plan', 'work-programme'])
const MOST_NAMED = 8

function pageLines({ entries }: Imported): string[] {
  const pages = entries.filter(({ kind, outcome }) => NAMED.has(kind) && outcome !== 'unchanged')
  const more = pages.length - MOST_NAMED
  return [
    ...pages
      .slice(0, MOST_NAMED)
      .map(
        ({ kind, title, path, outcome }) =>
          `  ${outcome === 'created' ? 'New' : 'Changed'} ${nameOf(kind)[0]}: ${title}, ${path}`,
      ),
    ...(more > 0 ? [`  and ${plural(more, 'page')} more`] : []),
  ]
}

function serveLines({ links }: Imported): string[] {
  const proposed = links.filter(({ kind, outcome }) => kind === 'serves' && outcome !== 'unchanged')
  return proposed.map(({ from, to, why }) => `  ${from} serves ${to}: ${why}`)
}

/** More places to decide about than are read at a time; a file of figures may differ from another in thousands. */
const MOST_OPEN = 20

function openLines({ open, figures }: Imported): string[] {
  const shown = figures === undefined ? open : open.slice(0, MOST_OPEN)
  return [
    ...shown.map(
      ({ what, place, mend }) =>
        `  To decide: ${what.replace(/\.$/, '')} (${place}). ${mend.charAt(0).toUpperCase()}${mend.slice(1).replace(/\.$/, '')}.`,
    ),
    ...(shown.length < open.length
      ? [`  and ${plural(open.length - shown.length, 'place')} more to decide; --json lists all`]
      : []),
  ]
}
