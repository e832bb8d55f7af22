/**
 * Who may import whom. This is the only place it is written; `scripts/check-architecture.ts` enforces it in `npm test`.
 * A module is a folder below src with one door, its `index.ts`; others import that and nothing behind it.
 */

const BASE = ['lib', 'database', 'identity', 'record', 'papers', 'figures', 'statistics', 'web']

/**
 * Each module, and the modules whose doors it may use, for values and for types alike.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const modules = {
  lib: [],
  papers: ['lib'],
  // Declares its own input; a type test holds the tree of papers to it.
  figures: [],
  // Control charts, intervals, rates, funnels, raking, suppression. Pure.
  statistics: ['lib'],
  web: ['lib'],
  // Draws what statistics computed, as SVG and PNG. Asks nothing.
  charts: ['lib', 'statistics', 'web'],
  // Writes one document as Markdown, Word or tagged PDF.
  printing: ['lib'],
  // The files of the verifiable log: tree, tiles, checkpoints, keys. Told leaves by whoever reads the record.
  log: ['lib'],
  // Checks a log and a copy of the record from their files alone. Written apart from what writes them: it may use nothing of ours.
  verifier: [],
  database: ['lib'],
  identity: ['database', 'lib'],
  record: ['identity', 'database', 'lib'],
  // Domains hang together through links in the record; scrutiny asks plan only which priorities stood on a day.
  // What was found in the figures of papers; papers, minutes and plans keep it and show it.
  'domains/checked-figures': BASE,
  // Measures name the priorities that they show by address; threads show their measures, papers which figures were revised.
  'domains/performance': [...BASE, 'charts', 'printing'],
  'domains/plan': [...BASE, 'domains/checked-figures', 'domains/performance'],
  'domains/scrutiny': [...BASE, 'domains/checked-figures', 'domains/performance', 'domains/plan'],
  'surfaces/public': [
    ...BASE,
    'log',
    'domains/checked-figures',
    'domains/performance',
    'domains/plan',
    'domains/scrutiny',
  ],
  // The survival copy is the public site as plain files.
  'surfaces/survival-copy': [...BASE, 'log', 'surfaces/public'],
  // The command line runs the sites and keeps their copy, so it knows the other surfaces.
  'surfaces/command-line': [
    ...BASE,
    'log',
    'verifier',
    'charts',
    'printing',
    'domains/checked-figures',
    'domains/performance',
    'domains/plan',
    'domains/scrutiny',
    'surfaces/public',
    'surfaces/survival-copy',
  ],
}

/**
 * The one home of each outside library, as the start of a path. kysely's `sql` and types reach the record and the domains'
 * reads through the door of database, so that another query layer would be a change in one folder.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const outside = {
  kysely: ['src/database/'],
  pg: ['src/database/'],
  fastify: ['src/web/'],
  '@fastify/static': ['src/web/'],
  nunjucks: ['src/web/'],
  'govuk-frontend': ['src/web/'],
  sass: ['src/web/'],
  // The benchmark of reading uses it bare, as its ruler.
  'pdfjs-dist': ['src/papers/', 'bench/'],
  // Readers of office files: zip containers, XML, HTML.
  yauzl: ['src/papers/', 'src/surfaces/command-line/', 'src/domains/performance/crime-counts/'],
  saxes: ['src/papers/'],
  parse5: ['src/papers/', 'test/'],
  '@e965/xlsx': ['src/papers/'],
  'csv-parse': ['src/papers/'],
  // Counting millions of rows of data.police.uk; the benchmark asks it bare.
  '@duckdb/node-api': ['src/domains/performance/', 'bench/'],
  'd3-scale': ['src/charts/'],
  '@resvg/resvg-js': ['src/charts/'],
  docx: ['src/printing/'],
  // The benchmark's ruler for DOCX.
  mammoth: ['bench/'],
  // Backups: one zip, tables by COPY.
  yazl: ['src/surfaces/command-line/'],
  'pg-copy-streams': ['src/database/'],
  // Makes the office files that tests and the demonstration read.
  fflate: ['scripts/', 'bench/', 'test/', 'src/papers/', 'src/domains/performance/crime-counts/'],
  'playwright-core': ['test/'],
  '@axe-core/playwright': ['test/'],
  '@myriaddreamin/typst-ts-node-compiler': ['src/printing/', 'scripts/', 'bench/', 'test/'],
}

/**
 * Doors beside `index.ts`: the command line's own is a program, and tests and benchmarks that need a record fill it with
 * the very function that the command calls.
 */
export const moreDoors = [
  'src/surfaces/command-line/import.ts',
  'src/surfaces/command-line/drafting.ts',
  // Papers and pages know what was found in figures through the index, and must not come to what changes the record.
  'src/domains/checked-figures/import.ts',
  // Likewise: threads show measures and papers their quoted figures, and neither brings any.
  'src/domains/performance/import.ts',
  // `count` needs no record, and should not pay for what does.
  'src/domains/performance/crime-counts/count-files.ts',
]

/** Libraries that any test may use. */
export const forTests = ['fast-check']

/**
 * The files of a domain that may ask or change the record. Its nouns, `published.ts` and pages take only types from
 * there, so that what they say can be read and tested without a database.
 */
export const asksTheRecord = {
  names: /^(index|reads|writes|import|testing)\.ts$|^(reads|writes|import)-.+\.ts$/,
  files: [
    // Which priorities stood on a day, asked of working copies within an import.
    'src/domains/plan/priorities-on.ts',
    // What the reads of scrutiny's nouns share, and what their imports do.
    'src/domains/scrutiny/register.ts',
    'src/domains/scrutiny/gathering.ts',
    'src/domains/scrutiny/serving.ts',
    'src/domains/scrutiny/meetings/binding.ts',
    'src/domains/scrutiny/work-programme/comparing.ts',
  ],
}

/** The files of a domain that change the record. Nothing in a `public` folder may reach one, over however many files. */
export const changesTheRecord = /^(writes|import)(-.+)?\.ts$/

/** What the door of record offers that changes it or sees working copies; a file that takes one counts as changing the record. */
export const acts = [
  'draft',
  'link',
  'unlink',
  'publish',
  'keepFile',
  'describeAuthority',
  'inAct',
  'workingCopy',
  'workingCopies',
]
