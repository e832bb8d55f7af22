import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

async function filesBelow(folder: string, ending: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true })
  return entries.filter((name) => name.endsWith(ending)).map((name) => join(folder, name))
}

/** Names in a list that are not in another. */
const missing = (these: Iterable<string>, from: Iterable<string>): string[] => {
  const have = new Set(from)
  return [...new Set(these)].filter((name) => !have.has(name)).toSorted()
}

describe('the documents tell the truth', () => {
  it('every outside part has its line in docs/dependencies.md, and no line is left of one that went', async () => {
    const pack: unknown = JSON.parse(await read('package.json'))
    assert.ok(typeof pack === 'object' && pack !== null)
    const parts = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => {
      const found: unknown = Reflect.get(pack, group)
      return typeof found === 'object' && found !== null ? Object.entries(found) : []
    })
    for (const [name, version] of parts) assert.match(String(version), /^\d+\.\d+\.\d+/, `${name} is pinned`)
    const names = parts.map(([name]) => (name.startsWith('@types/') ? '@types/*' : name))
    const lines = (await read('docs/dependencies.md')).split('\n').filter((line) => line.startsWith('| '))
    const listed = lines
      .flatMap((line) => (line.split('|')[1] ?? '').split(','))
      .map((name) => name.replace('(optional)', '').trim())
      .filter((name) => name !== '' && name !== 'part')
    assert.deepEqual(missing(names, listed), [], 'not listed')
    assert.deepEqual(missing(listed, names), [], 'listed, but gone')
  })

  it('every refusal the code can give is listed in docs/refusals.md, and no other', async () => {
    const codes: string[] = []
    for (const file of await filesBelow('src', '.ts')) {
      if (file.endsWith('.test.ts')) continue
      const text = await read(file)
      for (const match of text.matchAll(/\brefuse\(\s*'([a-z0-9-]+)'/g)) codes.push(match[1] ?? '')
    }
    const listed = [...(await read('docs/refusals.md')).matchAll(/^\| `([a-z0-9-]+)`/gm)].map(
      (match) => match[1] ?? '',
    )
    assert.ok(codes.length > 5)
    assert.deepEqual(missing(codes, listed), [], 'given, but not listed')
    assert.deepEqual(missing(listed, codes), [], 'listed, but never given')
  })

  it('decisions have numbers of their own, a date, and say what would change our mind', async () => {
    const names = (await readdir(join(root, 'docs/decisions'))).toSorted()
    const numbers = names.map((name) => name.slice(0, 4))
    assert.deepEqual(missing(numbers, new Set(numbers)), [])
    assert.equal(new Set(numbers).size, names.length)
    for (const name of names) {
      const text = await read(join('docs/decisions', name))
      assert.match(text, new RegExp(`^# ${name.slice(0, 4)}`), `${name} opens with its number`)
      for (const part of ['Date', 'Context', 'Decision', 'Cost', 'What would change our mind'])
        assert.ok(text.includes(part), `${name} has a part "${part}"`)
    }
  })

  it('every relative link in README and docs leads to a file', async () => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
      ...(await filesBelow('docs', '.md')),
    ]
    for (const file of pages) {
      const text = await read(file)
      for (const match of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
        const target = join(root, dirname(file), match[1] ?? '')
        assert.ok(existsSync(target), `${file} links to ${match[1]}, which is not there`)
      }
    }
  })

  it('every folder that docs/architecture.md names is there', async () => {
    const text = await read('docs/architecture.md')
    for (const match of text.matchAll(/^\| `((?:src|test|bench|scripts|demo)[a-z/-]*)`/gm))
      assert.ok(existsSync(join(root, match[1] ?? '')), `${match[1]} is not there`)
  })
})
