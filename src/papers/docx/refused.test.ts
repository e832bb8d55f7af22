/** Word documents that are not read, each with the reason. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { isRefusal } from '../../lib/index.ts'
import { readPaper } from '../read-paper.ts'
import {
  abstractList,
  codesOf,
  type DocxParts,
  docx,
  docxMembers,
  list,
  paragraph,
  readDocument,
  table,
} from './testing.ts'

const refusal = async (parts: DocxParts, name = 'paper.docx'): Promise<string> => {
  const outcome = await readPaper({ name, bytes: docx(parts) })
  assert.ok(isRefusal(outcome), 'it was read')
  assert.ok(outcome.message.startsWith(name), outcome.message)
  return outcome.code
}
const body = paragraph('Words')
const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
const document = (inner: string, before = ''): string =>
  `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`

describe('Word documents that are not read', () => {
  it('declare a document type or an entity, in whatever part, and nothing is fetched', async () => {
    for (const part of [
      'word/document.xml',
      'word/styles.xml',
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
    ])
      assert.equal(
        await refusal({ body, members: { [part]: `${laughs}<x>&b;</x>` } }),
        'document-declares-entities',
      )
    const outside = '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">'
    assert.equal(
      await refusal({ body, members: { 'word/document.xml': document(body, outside) } }),
      'document-declares-entities',
    )
  })

  it('are not well formed, cut short, use an entity that nobody declared, or nest without end', async () => {
    for (const inner of [document(body).slice(0, -20), document('<w:p></w:r>'), document('<w:p>&b;</w:p>')])
      assert.equal(await refusal({ body, members: { 'word/document.xml': inner } }), 'document-damaged')
    const deep = document('<w:p>'.repeat(100_000))
    assert.equal(await refusal({ body, members: { 'word/document.xml': deep } }), 'document-too-deep')
  })

  it('say little and mean without end: tables in tables, one note referred to for ever, numbers of any length', async () => {
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(60) + body + '</w:tc></w:tr></w:tbl>'.repeat(60)
    assert.equal(await refusal({ body: nested }), 'document-too-deep')
    const note = `<w:footnote w:id="1">${paragraph('note '.repeat(2000))}</w:footnote>`
    const often = `<w:p><w:r>${'<w:footnoteReference w:id="1"/>'.repeat(5000)}</w:r></w:p>`
    assert.equal(await refusal({ body: often, footnotes: note }), 'file-too-large')
    const lists = abstractList(0, [{ text: '%1'.repeat(10_000) }]) + list(1, 0)
    assert.ok((await readDocument({ body: paragraph('x', { list: '1' }), lists })).text.length < 100)
  })

  it('have any byte of their text or lists changed: they are refused or read, and nothing is thrown', async () => {
    const lists = abstractList(0, [{ text: '%1.' }, { text: '%1.%2' }]) + list(1, 0)
    const inner =
      paragraph('One', { list: '1', level: 1 }) + table([['a', 'b']]) + paragraph('Two', { list: '1' })
    const members = docxMembers({ body: inner, lists })
    for (const part of ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'])
      for (let at = 0; at < (members[part]?.length ?? 0); at += 11) {
        const changed = Uint8Array.from(members[part] ?? [])
        changed[at] = (changed[at] ?? 0) ^ 0x15
        const outcome = await readPaper({
          name: 'a.docx',
          bytes: docx({ body: '', members: { ...members, [part]: changed } }),
        })
        if (isRefusal(outcome)) assert.match(outcome.code, /^document-/)
      }
  })

  it('can hold macros, whatever they are called', async () => {
    assert.equal(await refusal({ body, members: { 'word/vbaProject.bin': 'x' } }), 'document-with-macros')
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    assert.equal(
      await refusal({ body, members: { '[Content_Types].xml': types } }, 'paper.docm'),
      'document-with-macros',
    )
  })

  it('hold no words, or no main part', async () => {
    assert.equal(await refusal({ body: paragraph('') }), 'document-no-text')
    assert.equal(
      await refusal({
        body,
        members: {
          '_rels/.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="x/officeDocument" Target="word/gone.xml"/></Relationships>',
        },
      }),
      'document-damaged',
    )
  })

  it('are spreadsheets or slides', async () => {
    for (const name of ['xl/workbook.xml', 'ppt/presentation.xml']) {
      const outcome = await readPaper({ name: 'a.docx', bytes: zipSync({ [name]: strToU8('<x/>') }) })
      assert.ok(isRefusal(outcome) && outcome.code === 'not-a-paper')
    }
  })

  it('a wrong ending is told, and the document is read as what it is', async () => {
    for (const name of ['paper.pdf', 'paper.doc', 'paper.txt']) {
      const reading = await readPaper({ name, bytes: docx({ body }) })
      assert.ok(!isRefusal(reading))
      assert.equal(reading.text, 'Words')
      assert.ok(codesOf(reading).includes('wrong-extension'))
    }
    assert.ok(!codesOf(await readDocument(body)).includes('wrong-extension'))
  })
})
