/** The numbers that Word computes, as they are printed: formats, levels, restarts, overrides, styles, stories. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { abstractList, type DocxParts, linesOf, list, listLevel, paragraph, readDocument } from './testing.ts'

/** Paragraphs of words "x", of the lists and levels given as "list.level". */
const listed = (places: string): string =>
  places
    .split(' ')
    .map((place) => {
      const [id = '', level = '0'] = place.split('.')
      return id === '-' ? paragraph('between') : paragraph('x', { list: id, level: Number(level) })
    })
    .join('')

/** What is printed before the words. */
const numbers = async (places: string, lists: string, more: Partial<DocxParts> = {}): Promise<string[]> =>
  (await linesOf({ body: listed(places), lists, ...more })).map((line) => line.replace(/ ?x$/, ''))

const style = (id: string, inner: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`

const OUTLINE = abstractList(0, [{ text: '%1.' }, { text: '%1.%2' }, { text: '(%3)', format: 'lowerLetter' }])

describe('a number that exists only as numbering of Word is in the reading as printed', () => {
  it('in every format that papers use', async () => {
    const formats: readonly (readonly [format: string, printed: string])[] = [
      ['decimal', '28'],
      ['decimalZero', '28'],
      ['lowerLetter', 'bb'],
      ['upperLetter', 'BB'],
      ['lowerRoman', 'xxviii'],
      ['upperRoman', 'XXVIII'],
      ['ordinal', '28th'],
      ['cardinalText', 'Twenty-eight'],
      ['ordinalText', 'Twenty-eighth'],
    ]
    for (const [format, printed] of formats) {
      const lists = abstractList(0, [{ text: 'No. %1)', format, start: 28 }]) + list(1, 0)
      assert.deepEqual(await numbers('1', lists), [`No. ${printed})`])
    }
  })

  it('nothing is printed for a list without format or text, and bullets are bullets', async () => {
    const lists =
      abstractList(0, [{ text: '', format: 'none' }]) +
      abstractList(1, [
        { text: '\uf0b7', format: 'bullet' },
        { text: '–', format: 'bullet' },
      ]) +
      abstractList(2, [{ text: '' }]) +
      [0, 1, 2].map((id) => list(id + 1, id)).join('')
    assert.deepEqual(await numbers('1 2 2.1 3', lists), ['', '•', '–', ''])
  })

  it('with the numbers of the levels above it, which begin again below', async () => {
    assert.deepEqual(await numbers('1 1.1 1.1 1.2 1.2 1 1.1 1.2', OUTLINE + list(1, 0)), [
      '1.',
      '1.1',
      '1.2',
      '(a)',
      '(b)',
      '2.',
      '2.1',
      '(a)',
    ])
  })

  it('a level before any of those above it begins them too', async () => {
    assert.deepEqual(await numbers('1.1 1.1 1 1.1', OUTLINE + list(1, 0)), ['1.1', '1.2', '2.', '2.1'])
  })

  it('lists made of one abstract list go on, and one that overrides its start begins once', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const lists = OUTLINE + list(1, 0) + list(2, 0) + list(3, 0, start)
    assert.deepEqual(await numbers('1 1 - 2 - 3 3 1 3', lists), [
      '1.',
      '2.',
      'between',
      '3.',
      'between',
      '5.',
      '6.',
      '7.',
      '8.',
    ])
  })

  it('a level that a list overrides whole is printed in its way', async () => {
    const override = `<w:lvlOverride w:ilvl="1">${listLevel(1, { text: '[%2]', format: 'upperRoman', start: 3 })}</w:lvlOverride>`
    assert.deepEqual(await numbers('1 1.1 1.1', OUTLINE + list(1, 0, override)), ['1.', '[III]', '[IV]'])
  })

  it('levels that never begin again, or only after the first, count on', async () => {
    const never =
      abstractList(0, [{ text: '%1.' }, { text: '%2:', more: '<w:lvlRestart w:val="0"/>' }]) + list(1, 0)
    assert.deepEqual(await numbers('1 1.1 1 1.1', never), ['1.', '1:', '2.', '2:'])
    const first =
      abstractList(0, [
        { text: '%1.' },
        { text: '%2:' },
        { text: '%3;', more: '<w:lvlRestart w:val="1"/>' },
      ]) + list(1, 0)
    assert.deepEqual(await numbers('1 1.1 1.2 1.1 1.2 1 1.2', first), [
      '1.',
      '1:',
      '1;',
      '2:',
      '2;',
      '2.',
      '1;',
    ])
  })

  it('legal numbering puts letters and Roman numerals in figures, a bullet above prints nothing', async () => {
    const lists =
      abstractList(0, [
        { text: 'Part %1', format: 'upperRoman' },
        { text: '%1.%2', more: '<w:isLgl/>' },
        { text: '*', format: 'bullet' },
        { text: '%1.%2.%3%4' },
      ]) + list(1, 0)
    assert.deepEqual(await numbers('1 1 1.1 1.3', lists), ['Part I', 'Part II', '2.1', 'II.1.1'])
  })

  it('text straight after the number, where the list says so', async () => {
    const lists = abstractList(0, [{ text: '%1/', more: '<w:suff w:val="nothing"/>' }]) + list(1, 0)
    assert.deepEqual(await linesOf({ body: paragraph('20 APOLOGIES', { list: '1' }), lists }), [
      '1/20 APOLOGIES',
    ])
  })

  it('a style brings its list, a style based on it its own level, and a paragraph may leave it', async () => {
    const styles =
      style('A', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('B', '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
      style('C', '<w:basedOn w:val="A"/>')
    const lists =
      abstractList(0, [{ text: '%1.' }, { text: '%1.%2' }, { text: '(%3)', more: '<w:pStyle w:val="C"/>' }]) +
      list(1, 0)
    const body =
      ['A', 'B', 'C', 'A'].map((name) => paragraph('x', { style: name })).join('') +
      paragraph('none', { style: 'A', list: '0' })
    assert.deepEqual(await linesOf({ body, lists, styles }), ['1. x', '1.1 x', '(1) x', '2. x', 'none'])
  })

  it('a list that only names a style of lists is the list of that style', async () => {
    const lists =
      abstractList(0, [], '<w:numStyleLink w:val="House"/>') +
      abstractList(1, [{ text: '§%1' }], '<w:styleLink w:val="House"/>') +
      list(1, 0) +
      list(2, 1)
    assert.deepEqual(await numbers('1 2', lists), ['§1', '§2'])
  })

  it('a text box counts for itself, and empty paragraphs are counted', async () => {
    const inBox = `<w:r><w:pict><w:txbxContent>${paragraph('in', { list: '1' })}</w:txbxContent></w:pict></w:r>`
    const body =
      paragraph('a', { list: '1' }) +
      paragraph(`<w:r><w:t>b</w:t></w:r>${inBox}`, { list: '1' }) +
      paragraph('<w:r/>', { list: '1' }) +
      paragraph('d', { list: '1' })
    assert.deepEqual(await linesOf({ body, lists: OUTLINE + list(1, 0) }), ['1. a', '2. b', '1. in', '4. d'])
  })

  it('numbers of minutes and paragraphs are those of items and paragraphs', async () => {
    const lists =
      abstractList(0, [{ text: '%1', start: 325 }]) +
      abstractList(1, [{ text: '%1' }]) +
      list(1, 0) +
      list(2, 1)
    const words = 'The Commissioner spoke about what had been done for victims of fraud.'
    const { blocks } = await readDocument({
      body: paragraph('Fraud', { style: 'Heading2', list: '1' }) + paragraph(words, { list: '2' }).repeat(2),
      lists,
    })
    assert.deepEqual(
      blocks.map((block) => [block.type, 'number' in block ? block.number : null]),
      [
        ['heading', '325'],
        ['paragraph', '1'],
        ['paragraph', '2'],
      ],
    )
  })

  it('a list that is not there, or a level beyond the ninth, prints nothing', async () => {
    assert.deepEqual(await numbers('9 1.40000', OUTLINE + list(1, 0)), ['', ''])
  })
})

describe('numbering of any outline', () => {
  // The first may be of any level; others go one down at most.
  const outline = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }).map((levels) => {
    let before = 4
    return levels.map((level) => (before = Math.min(level, before + 1)))
  })
  const starts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 })

  it('is what counting by hand gives: each level one on, all below it from their start', async () => {
    await fc.assert(
      fc.asyncProperty(outline, starts, async (levels, begin) => {
        const path: number[] = []
        const expected = levels.map((level) => {
          while (path.length <= level) path.push((begin[path.length] ?? 0) - (path.length === level ? 1 : 0))
          path.length = level + 1
          path[level] = (path[level] ?? 0) + 1
          return path.join('.')
        })
        const texts = ['%1', '%1.%2', '%1.%2.%3', '%1.%2.%3.%4', '%1.%2.%3.%4.%5']
        const lists =
          abstractList(
            0,
            texts.map((text, index) => ({ text, start: begin[index] ?? 0 })),
          ) + list(1, 0)
        const found = await numbers(levels.map((level) => `1.${level}`).join(' '), lists)
        assert.deepEqual(found, expected)
      }),
      { numRuns: Number(process.env['SHIREMOOT_FUZZ'] ?? 60) },
    )
  })

  it('prints the same whatever runs the words are cut into', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom('a', 'b', ' ', '<', '&', '>', 'é') }),
        fc.nat(),
        async (words, cut) => {
          const at = cut % words.length
          const pieces = [words.slice(0, at), words.slice(at)].map(
            (piece) =>
              `<w:r><w:t xml:space="preserve">${piece.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</w:t></w:r>`,
          )
          const [line = ''] = await linesOf({ body: paragraph(`${pieces.join('')}<w:r><w:t>.</w:t></w:r>`) })
          assert.equal(line, `${words}.`.replace(/ +/g, ' ').trim())
        },
      ),
      { numRuns: Number(process.env['SHIREMOOT_FUZZ'] ?? 60) },
    )
  })
})
