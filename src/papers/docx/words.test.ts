/** What words are read of a Word document: those that Word shows, and what is told of the others. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { abstractList, codesOf, HEADINGS, linesOf, list, paragraph, readDocument, run } from './testing.ts'

const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`

const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

describe('words of a Word document are those that Word shows', () => {
  it('runs of one word come together, tabs and unbreakable signs are read', async () => {
    const body = paragraph(
      `${run('Pre')}${run('cept', '<w:b/>')}<w:r><w:t>: 2</w:t><w:noBreakHyphen/><w:t>3%</w:t></w:r>`,
    )
    assert.deepEqual(await linesOf(body), ['Precept: 2-3%'])
  })

  it('a line broken on purpose is a line, and a heading so broken is one heading', async () => {
    const broken = '<w:r><w:t>Present</w:t><w:br/><w:t>Cllr A Hill</w:t></w:r>'
    const reading = await readDocument(paragraph(broken, { style: 'Heading1' }) + paragraph(broken))
    assert.deepEqual(reading.text.split('\n').filter(Boolean), [
      'Present Cllr A Hill',
      'Present',
      'Cllr A Hill',
    ])
  })

  it('hidden words are left out and told, also where a style hides them', async () => {
    const styles = `${HEADINGS}<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>`
    const body = paragraph(
      run('Seen ') +
        run('unseen ', '<w:vanish/>') +
        run('silent ', '<w:rStyle w:val="Quiet"/>') +
        run('loud', '<w:rStyle w:val="Quiet"/><w:vanish w:val="0"/>'),
    )
    const reading = await readDocument({ body, styles })
    assert.equal(reading.text, 'Seen loud')
    assert.deepEqual(codesOf(reading), ['hidden-words-left-out'])
  })

  it('of tracked changes what was inserted is read and what was deleted is not, and both are told', async () => {
    const body = paragraph(
      `${run('Budget of ')}<w:del w:id="1">${run('£2m')}<w:r><w:delText>£1m</w:delText></w:r></w:del><w:ins w:id="2">${run('£3m')}</w:ins>`,
    )
    const reading = await readDocument(body)
    assert.equal(reading.text, 'Budget of £3m')
    assert.deepEqual(codesOf(reading), ['deletions-left-out', 'insertions-read'])
  })

  it('a paragraph whose end was deleted goes on in the next, and counts no number', async () => {
    const lists = abstractList(0, [{ text: '%1.' }]) + list(1, 0)
    const gone = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
    const body =
      paragraph('One', { list: '1' }) +
      paragraph('Two', { properties: gone }) +
      paragraph(' halves', { list: '1' })
    assert.deepEqual(await linesOf({ body, lists }), ['1. One', '2. Two halves'])
  })

  it('what moved is read where it went, and what properties were before a change is not', async () => {
    const before = '<w:pPrChange w:id="3"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    const reading = await readDocument(
      `<w:p><w:moveFrom w:id="1">${run('Old place')}</w:moveFrom>${run('Still here')}</w:p>` +
        paragraph('Only words, set as a heading at one time before this one', { properties: before }) +
        `<w:p><w:moveTo w:id="2">${run('New place')}</w:moveTo></w:p>`,
    )
    assert.ok(!reading.text.includes('Old place') && reading.text.includes('New place'))
    assert.ok(reading.blocks.every((block) => block.type !== 'heading' || block.level !== 1))
  })

  it('of a field the result is read, not the instruction, also where fields stand in fields', async () => {
    const body = paragraph(
      `${run('See ')}${sign('begin')}<w:r><w:instrText>REF </w:instrText></w:r>${sign('begin')}${run('inner')}${sign('separate')}${run('hidden')}${sign('end')}${sign('separate')}${run('page 4')}${sign('end')}<w:fldSimple w:instr="DATE">${run(' today')}</w:fldSimple>`,
    )
    assert.deepEqual(await linesOf(body), ['See page 4 today'])
  })

  it('links, content controls, smart tags and formulas are read through, prompts are not', async () => {
    const body =
      paragraph(
        `<w:hyperlink r:id="rId9">${run('the plan')}</w:hyperlink><w:smartTag>${run(' of Kent')}</w:smartTag>`,
      ) +
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph('Filled in')}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here to enter text.')}</w:sdtContent></w:sdt>` +
      paragraph('<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>')
    assert.deepEqual(await linesOf(body), ['the plan of Kent', 'Filled in', 'x=2'])
  })

  it('of one content in two forms the first is read, and only it', async () => {
    const forms = `<mc:AlternateContent><mc:Choice Requires="wps">${run('new form')}</mc:Choice><mc:Fallback>${run('old form')}</mc:Fallback></mc:AlternateContent>`
    assert.deepEqual(await linesOf(paragraph(forms)), ['new form'])
  })

  it('a text box comes after the paragraph on which it hangs', async () => {
    const drawn = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(paragraph('In the box'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(paragraph('In the box'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    const body = `<w:p>${run('Before ')}<w:r>${drawn}</w:r>${run('and after.')}</w:p>`
    assert.deepEqual(await linesOf(body), ['Before and after.', 'In the box'])
  })

  it('signs of symbol fonts become letters, and one without a letter is told', async () => {
    const body = paragraph(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> done</w:t><w:sym w:font="Webdings" w:char="F041"/></w:r>',
    )
    const reading = await readDocument(body)
    assert.equal(reading.text, '✓ done')
    assert.deepEqual(codesOf(reading), ['symbol-not-read'])
  })

  it('comments, charts and documents put in by reference are told with their place', async () => {
    const chart =
      '<w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>'
    const reading = await readDocument(
      paragraph('First') +
        paragraph(`${run('Second')}<w:r><w:commentReference w:id="0"/></w:r><w:r>${chart}</w:r>`) +
        '<w:altChunk r:id="rId5"/>' +
        paragraph('Third'),
    )
    assert.deepEqual(codesOf(reading).toSorted(), [
      'comments-left-out',
      'drawing-not-read',
      'embedded-document-left-out',
    ])
    for (const warning of reading.warnings.filter(({ code }) => code === 'drawing-not-read'))
      assert.equal(reading.text.slice(warning.start, warning.start + 6), 'Second')
  })

  it('pages are known only where Word noted them when it laid the document out', async () => {
    const first = paragraph('On the first page')
    const plain = await readDocument(first + paragraph('<w:r><w:br w:type="page"/><w:t>Next</w:t></w:r>'))
    assert.deepEqual(
      plain.blocks.map((block) => block.page),
      [null, null],
    )
    const laid = await readDocument(
      first + paragraph('<w:r><w:lastRenderedPageBreak/><w:t>On the second page</w:t></w:r>'),
    )
    assert.deepEqual(
      laid.blocks.map((block) => block.page),
      [1, 2],
    )
  })
})

describe('documents of other programs', () => {
  it('may call the namespaces and the main part otherwise', async () => {
    const xml = `<?xml version="1.0"?><n:document xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:body><n:p><n:pPr><n:pStyle n:val="Heading1"/></n:pPr><n:r><n:t>Strict</n:t></n:r></n:p></n:body></n:document>`
    const members = {
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/other.xml"/></Relationships>',
      'word/other.xml': xml,
      'word/_rels/other.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="../word/styles.xml"/></Relationships>',
    }
    const { blocks } = await readDocument({ body: '', members })
    assert.deepEqual(
      blocks.map((block) => [block.type, 'text' in block ? block.text : '']),
      [['heading', 'Strict']],
    )
  })

  it('a part in UTF-16 is read by its mark', async () => {
    const xml = `\ufeff<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Heddlu Gŵyr £5</w:t></w:r></w:p></w:body></w:document>`
    const members = { 'word/document.xml': new Uint8Array(Buffer.from(xml, 'utf16le')) }
    assert.equal((await readDocument({ body: '', members })).text, 'Heddlu Gŵyr £5')
  })
})
