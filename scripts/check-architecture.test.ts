import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { breachesIn } from './check-architecture.ts'

/** The breaches of a small house with these files in it, each as "file: what". */
function breachesWith(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    const sound = {
      'src/lib/index.ts': 'export const one = 1',
      'src/database/index.ts': `export { sql } from 'kysely'`,
      'src/record/index.ts': `export * from './draft.ts'`,
      'src/record/draft.ts': `import { sql } from '../database/index.ts'\nexport const draft = sql\nexport type Kind = 1\nexport const entryAt = 1`,
      'src/domains/plan/index.ts': `export { writePlan } from './writes.ts'`,
      'src/domains/plan/writes.ts': `import { draft } from '../../record/index.ts'\nexport const writePlan = draft`,
      'src/domains/scrutiny/index.ts': 'export {}',
      'src/surfaces/public/index.ts': 'export const site = 1',
      'src/surfaces/command-line/index.ts': 'export const run = 1',
    }
    for (const [path, text] of Object.entries({ ...sound, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return breachesIn(root).map(({ file, what }) => `${file}: ${what}`)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function assertBreach(files: Readonly<Record<string, string>>, ...expected: RegExp[]): void {
  const found = breachesWith(files)
  assert.equal(
    found.length,
    expected.length,
    `expected ${expected.length}, found: ${found.join('; ') || 'none'}`,
  )
  for (const [index, pattern] of expected.entries()) assert.match(found[index] ?? '', pattern)
}

describe('the check of the architecture', () => {
  it('finds nothing in a sound house, and looks at it', () => {
    assertBreach({})
    assertBreach({ 'src/lib/index.ts': `import '../record/index.ts'` }, /src\/lib\/index.ts: imports record/)
  })

  it('catches an import of a module that is not allowed', () => {
    assertBreach(
      { 'src/web/a.ts': `import { draft } from '../record/index.ts'` },
      /web\/a.ts: imports record, which web may not/,
    )
    assertBreach(
      { 'src/record/a.ts': `export * from '../domains/plan/index.ts'` },
      /imports domains\/plan, which record may not/,
    )
    assertBreach(
      { 'src/domains/plan/a.ts': `import '../scrutiny/index.ts'` },
      /imports domains\/scrutiny, which domains\/plan may not/,
    )
  })

  it('catches an import of types alone, in each of its forms', () => {
    for (const text of [
      `import type { Kind } from '../record/index.ts'`,
      `import { type Kind } from '../record/index.ts'`,
      `export type { Kind } from '../record/index.ts'`,
      `export type A = import('../record/index.ts').Kind`,
      `let a: typeof import("../record/index.ts")`,
    ]) {
      assertBreach({ 'src/web/a.ts': text }, /imports record, which web may not/)
    }
  })

  it('catches a dynamic import, one of a computed path, and a file started by its address', () => {
    assertBreach(
      { 'src/web/a.ts': `await import('../record/index.ts')` },
      /imports record, which web may not/,
    )
    assertBreach({ 'src/web/a.ts': 'await import(`../${name}/index.ts`)' }, /computed path/)
    assertBreach(
      { 'src/web/a.ts': `new Worker(new URL('../record/draft.ts', import.meta.url))` },
      /imports record, which web may not/,
    )
  })

  it('is not misled by comments, texts, regular expressions and templates', () => {
    assertBreach({
      'src/web/a.ts': [
        `// import '../record/index.ts'`,
        `/* import '../record/index.ts' */`,
        `const a = "import '../record/index.ts'"`,
        `const b = /import '..\\/record\\/index.ts'["'\`]/`,
        "const c = `import '../record/index.ts' ${`import '../record/index.ts'`} ${{ a: 1 }.a} import '../record/index.ts'`",
        `export const { d } = { import: 1, from: '../record/index.ts' }`,
      ].join('\n'),
    })
    assertBreach(
      {
        'src/web/a.ts':
          "const a = `${/[`/]/.test('x')}`\nconst b = 4 / 2 / 1\nimport {\n  draft, // a '\n} from '../record/index.ts'",
      },
      /imports record, which web may not/,
    )
  })

  it('catches a page that reaches for the command line, though the command line may run the site', () => {
    assertBreach(
      { 'src/surfaces/public/a.ts': `import { run } from '../command-line/index.ts'` },
      /imports surfaces\/command-line, which surfaces\/public may not/,
    )
    assertBreach({ 'src/surfaces/command-line/a.ts': `import { site } from '../public/index.ts'` })
  })

  it('catches an import behind a door', () => {
    assertBreach(
      { 'src/domains/scrutiny/reads.ts': `import { entryAt } from '../../record/draft.ts'` },
      /behind the door src\/record\/index.ts/,
    )
    assertBreach({ 'test/a.test.ts': `import '../src/record/draft.ts'` }, /behind the door/)
  })

  it('catches an import of a file that is not there, and of one outside', () => {
    assertBreach({ 'src/lib/a.ts': `import './gone.ts'` }, /imports .\/gone.ts, which is not there/)
    assertBreach({ 'src/lib/a.ts': `import '../../scripts/b.ts'`, 'scripts/b.ts': '' }, /outside src/)
  })

  it('catches a ring of files, but not one of types, which is gone when they run', () => {
    assertBreach(
      {
        'src/lib/a.ts': `import { b } from './b.ts'`,
        'src/lib/b.ts': `import './c.ts'`,
        'src/lib/c.ts': `export * from './a.ts'`,
      },
      /ring of imports: src\/lib\/a.ts → src\/lib\/b.ts → src\/lib\/c.ts → src\/lib\/a.ts/,
    )
    assertBreach({
      'src/lib/a.ts': `import type { B } from './b.ts'`,
      'src/lib/b.ts': `import { a } from './a.ts'`,
    })
  })

  it('catches a library outside its home, and one that has none', () => {
    assertBreach(
      { 'src/record/a.ts': `import { sql } from 'kysely'` },
      /imports kysely, whose home is src\/database/,
    )
    assertBreach({ 'src/record/a.ts': `import type { Client } from 'pg'` }, /imports pg/)
    assertBreach(
      { 'src/record/a.ts': `import x from '@fastify/static/deep.js'` },
      /imports @fastify\/static\/deep.js, whose home is src\/web/,
    )
    assertBreach({ 'src/record/a.ts': `import 'left-pad'` }, /no home in architecture.mjs/)
    assertBreach({ 'src/record/a.ts': `import fc from 'fast-check'` }, /no home/)
    assertBreach({ 'src/record/a.test.ts': `import fc from 'fast-check'\nimport 'node:test'` })
  })

  it('catches a folder below src that is no module', () => {
    assertBreach({ 'src/utils/a.ts': '' }, /belongs to no module/)
    assertBreach({ 'src/domains/finance/a.ts': '' }, /belongs to no module/)
  })

  it('catches a noun or a page that asks the database, and lets it have types', () => {
    assertBreach(
      { 'src/domains/scrutiny/action.ts': `import { sql } from '../../database/index.ts'` },
      /takes more than types from database/,
    )
    assertBreach(
      { 'src/domains/scrutiny/published.ts': `import { type Kind, entryAt } from '../../record/index.ts'` },
      /more than types/,
    )
    assertBreach({ 'src/domains/scrutiny/action.ts': `import { type Kind } from '../../record/index.ts'` })
    assertBreach(
      {
        'src/domains/scrutiny/public/a-page.ts': `import { a } from '../reads.ts'`,
        'src/domains/scrutiny/reads.ts': 'export const a = 1',
      },
      /a page shows what its route has read/,
    )
  })

  it('catches a public page that reaches writes or import, even over other files and for a type', () => {
    const over = {
      'src/domains/scrutiny/public/routes.ts': `import { a } from '../reads.ts'`,
      'src/domains/scrutiny/reads.ts': `import { noun } from './noun.ts'`,
      'src/domains/scrutiny/noun.ts': `import type { Written } from './writes.ts'`,
      'src/domains/scrutiny/writes.ts': 'export type Written = 1',
    }
    assertBreach(
      over,
      /public\/routes.ts: reaches .*noun.ts → src\/domains\/scrutiny\/writes.ts/,
      /reads.ts: reaches/,
    )
    assertBreach(
      { 'src/domains/scrutiny/public/routes.ts': `await import('../../plan/index.ts')` },
      /reaches .*plan\/index.ts → src\/domains\/plan\/writes.ts/,
    )
    assertBreach(
      {
        'src/domains/scrutiny/meetings/public/routes.ts': `import '../import-minutes.ts'`,
        'src/domains/scrutiny/meetings/import-minutes.ts': '',
      },
      /reaches .*import-minutes.ts/,
    )
  })

  it('catches an act of the record taken by what only shows', () => {
    assertBreach(
      { 'src/domains/scrutiny/reads.ts': `import { draft } from '../../record/index.ts'` },
      /draft of record/,
    )
    assertBreach(
      { 'src/domains/scrutiny/reads.ts': `import * as record from '../../record/index.ts'` },
      /\* of record/,
    )
    assertBreach(
      { 'src/surfaces/public/home.ts': `import { draft } from '../../record/index.ts'` },
      /draft of record/,
    )
    assertBreach({ 'src/domains/scrutiny/reads.ts': `import { entryAt } from '../../record/index.ts'` })
  })

  it('catches an import of a test, and of what is for tests alone', () => {
    assertBreach({ 'src/lib/a.ts': `import './b.test.ts'`, 'src/lib/b.test.ts': '' }, /imports the test/)
    assertBreach({ 'src/lib/a.ts': `import './testing.ts'`, 'src/lib/testing.ts': '' }, /for tests alone/)
    assertBreach({ 'src/record/a.test.ts': `import '../database/testing.ts'`, 'src/database/testing.ts': '' })
    assertBreach(
      { 'src/lib/a.test.ts': `import '../database/testing.ts'`, 'src/database/testing.ts': '' },
      /imports database, which lib may not/,
    )
  })
})
