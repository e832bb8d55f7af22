/** Word documents that are not read, each with the reason. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { isRefusal } from '../../lib/index.ts'
import { readPaper } from '../read-paper.ts'
import { codesOf, type DocxParts, docx, paragraph, readDocument } from './testing.ts'

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
