/** Takes inline Markdown and remnants of HTML off a run of words, leaving the words as a reader sees them. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  pound: '£',
  bull: '•',
  hellip: '…',
}

const TAG =
  /<\/?(?:sup|sub|b|strong|i|em|u|p|br|ul|ol|li|span|div|a|font|small|td|th|tr|table)\b[^<>]{0,200}\/?>/gi
const BREAKING = /<\/?(?:p|br|ul|ol|li|div|td|th|tr|table)\b[^<>]{0,200}\/?>/gi

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const hex = name[1] === 'x' || name[1] === 'X'
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  }
  return ENTITIES[name] ?? whole
}

/** Plain words: no Markdown emphasis, links, escapes, HTML tags or entities; white space single, none at the ends. */
export function plain(marked: string): string {
  if (!/[*_<&\\[`\u00ad\u200b\ufeff\ue000-\ue00f]/.test(marked))
    return /^\s|\s$|\s\s|[^\S ]/.test(marked) ? marked.replace(/\s+/g, ' ').trim() : marked
  return marked
    .replace(/(?<=\d)\s*<sup>\s*(st|nd|rd|th)\s*<\/sup>/gi, '$1')
    .replace(BREAKING, ' ')
    .replace(TAG, '')
    .replace(/!\[([^\]]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/\[((?:[^[\]\\]|\\.){0,500})\]\((?:[^()\s]{0,1000})\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, (_, character: string) => PROTECTED.get(character) ?? character)
    .replace(/(\*{1,3})(?=\S)([^*]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,2})(?=\S)([^_]{1,400}?\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/(^|\s)\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?=\s|$)/g, '$1')
    .replace(/`([^`]{1,200})`/g, '$1')
    .replace(/&(#?\w{2,8});/g, entity)
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/[\ue000-\ue00f]/g, (character) => RESTORED.get(character) ?? character)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Escaped marks stand aside as private characters while the marks that mean something are taken off. */
const PROTECTED = new Map(
  Array.from('\\`*_[]()#+-.!|<', (character, index) => [character, String.fromCharCode(0xe000 + index)]),
)
const RESTORED = new Map([...PROTECTED].map(([character, stand]) => [stand, character]))

/** Whether the whole run is set bold, or in italics, whatever stands inside. */
export function setApart(marked: string): { bold: boolean; italic: boolean } {
  const words = marked.trim()
  const both = /^\*\*\*[^*].*[^*]\*\*\*[:.]?$/.test(words)
  const bold =
    both ||
    (/^\*\*[^*].*\*\*[:.]?$/.test(words) && !words.slice(2, -2).includes('**')) ||
    /^__[^_].*__:?$/.test(words) ||
    /^<(b|strong)>.*<\/\1>$/i.test(words)
  const italic =
    both ||
    /^\*[^*\s].*[^*]\*$/.test(words) ||
    /^\*[^*\s]\*$/.test(words) ||
    /^_[^_\s].*[^_]_$/.test(words) ||
    /^<(i|em)>.*<\/\1>$/i.test(words)
  return { bold, italic }
}
