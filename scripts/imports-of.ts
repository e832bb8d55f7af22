/**
 * Finds what a TypeScript file imports: static and dynamic, for values and for types alone, re-exports, and files named
 * by `new URL('…', import.meta.url)`. Written here because type stripping forgets imports of types, and because the
 * usual tools see no module at all with this version of TypeScript and call that success.
 */
export type Imported = {
  /** As written; null where it is computed and nobody can say what it is. */
  specifier: string | null
  line: number
  how: 'static' | 'dynamic' | 'url'
  /** Erased before the file runs. */
  typeOnly: boolean
  /** What is taken by name; '*' for all of it. */
  names: { name: string; typeOnly: boolean }[]
}

type Token = { text: string; kind: 'word' | 'string' | 'mark'; line: number }

const BEFORE_REGEX = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'throw',
  'new',
  'delete',
  'await',
  'yield',
])

/** Cuts a source into words, strings and marks; comments, regular expressions and the texts of templates fall away. */
function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  /** For each open template, how many braces are open inside its present `${`. */
  const templates: number[] = []
  let at = 0
  let line = 1
  const push = (kind: Token['kind'], text: string): void => {
    tokens.push({ kind, text, line })
  }
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0] ?? source[at] ?? ''
    at += found.length
    line += found.split('\n').length - 1
    return found
  }
  const template = (): void => {
    const text = skip(/(?:[^\\`$]|\\[^]|\$(?!\{))*(?:`|\$\{)/y)
    if (text.endsWith('${')) templates.push(0)
    else push('string', '')
  }
  while (at < source.length) {
    const char = source[at] ?? ''
    if (/\s/.test(char)) skip(/\s+/y)
    else if (source.startsWith('//', at)) skip(/.*/y)
    else if (source.startsWith('/*', at)) skip(/\/\*[^]*?\*\//y)
    else if (char === "'" || char === '"')
      push('string', unquoted(skip(char === "'" ? /'(?:[^'\\\n]|\\[^])*'/y : /"(?:[^"\\\n]|\\[^])*"/y)))
    else if (/[\w$\u00a0-\uffff]/.test(char)) push('word', skip(/[\w$\u00a0-\uffff]+/y))
    else if (char === '/' && regexMayStand(tokens.at(-1))) {
      skip(/\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y)
      push('string', '')
    } else {
      at += 1
      const depth = templates.at(-1)
      if (char === '`') template()
      else if (char === '}' && depth === 0) {
        templates.pop()
        template()
      } else {
        if (depth !== undefined && (char === '{' || char === '}'))
          templates[templates.length - 1] = depth + (char === '{' ? 1 : -1)
        push('mark', char)
      }
    }
  }
  return tokens
}

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, '$1')

function regexMayStand(before: Token | undefined): boolean {
  if (before === undefined) return true
  if (before.kind === 'string') return false
  if (before.kind === 'word') return BEFORE_REGEX.has(before.text)
  return !/[)\]}]/.test(before.text)
}

/** Everything that a source imports, in order. */
export function importsOf(source: string): Imported[] {
  const tokens = tokensOf(source)
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || tokens[index - 1]?.text === '.') return []
    const next = tokens[index + 1]
    if (token.text === 'URL' && next?.text === '(') return urlAt(tokens, index)
    if (token.text === 'import' && next?.text === '(') return [dynamicAt(tokens, index)]
    if (token.text === 'import' && next?.kind === 'string')
      return [{ ...plain(token.line), specifier: next.text }]
    if (token.text === 'import' && next?.text !== '.' && next?.text !== ':') return clauseAt(tokens, index)
    if (token.text === 'export' && (next?.text === '*' || next?.text === '{' || next?.text === 'type'))
      return clauseAt(tokens, index)
    return []
  })
}

const plain = (line: number): Omit<Imported, 'specifier'> => ({
  line,
  how: 'static',
  typeOnly: false,
  names: [],
})

function dynamicAt(tokens: readonly Token[], index: number): Imported {
  const argument = tokens[index + 2]
  const after = tokens[index + 3]?.text
  const known = argument?.kind === 'string' && argument.text !== '' && (after === ')' || after === ',')
  const line = tokens[index]?.line ?? 0
  return {
    ...plain(line),
    how: 'dynamic',
    specifier: known ? argument.text : null,
    names: [{ name: '*', typeOnly: false }],
  }
}

function urlAt(tokens: readonly Token[], index: number): Imported[] {
  const [path, comma, word, dot, meta] = tokens.slice(index + 2, index + 7)
  if (
    path?.kind !== 'string' ||
    comma?.text !== ',' ||
    word?.text !== 'import' ||
    dot?.text !== '.' ||
    meta?.text !== 'meta'
  )
    return []
  return [{ ...plain(path.line), how: 'url', specifier: path.text }]
}

/** `import … from '…'` and `export … from '…'`; nothing when the words lead to no `from`, as in `export { a }`. */
function clauseAt(tokens: readonly Token[], index: number): Imported[] {
  const [first, second] = tokens.slice(index + 1, index + 3)
  const typeOnly =
    first?.text === 'type' && second?.text !== 'from' && second?.text !== ',' && second?.text !== '='
  const names: Imported['names'] = []
  let inside = false
  let position = index + (typeOnly ? 2 : 1)
  for (; position < tokens.length; position += 1) {
    const { text, kind } = tokens[position] ?? { text: ';', kind: 'mark' as const }
    const specifier = tokens[position + 1]
    if (kind === 'word' && text === 'from' && !inside && specifier?.kind === 'string') {
      return [{ ...plain(tokens[index]?.line ?? 0), specifier: specifier.text, typeOnly, names }]
    }
    if (text === '{') inside = true
    else if (text === '}') inside = false
    else if (text === 'as') position += 1
    else if (text === '*') names.push({ name: '*', typeOnly })
    else if (text === ',') continue
    else if (kind === 'word' && !inside) names.push({ name: 'default', typeOnly })
    else if (kind === 'word') {
      const marked =
        text === 'type' && tokens[position + 1]?.kind === 'word' && tokens[position + 1]?.text !== 'as'
      if (marked) position += 1
      names.push({ name: tokens[position]?.text ?? text, typeOnly: typeOnly || marked })
    } else return []
  }
  return []
}
