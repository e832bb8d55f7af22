/** Which language each block of a paper is in, so that a page can say so to those who have it read out. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { languageOf } from './language.ts'
import { readWords } from './testing.ts'

describe('the language of words', () => {
  it('is told by small words, and of headings by the words that papers use', () => {
    for (const welsh of [
      "Mae'r Panel wedi derbyn yr adroddiad",
      'Ymddiheuriadau am absenoldeb',
      'Cofnodion',
      'PENDERFYNWYD',
      'Nodwyd y diweddariad',
    ])
      assert.equal(languageOf(welsh), 'cy', welsh)
    for (const english of [
      'The Panel received the report',
      'Apologies for absence',
      'Minutes of the last meeting',
      'Heddlu Gwent gave an update to the members of the panel in Cardiff',
    ])
      assert.equal(languageOf(english), 'en', english)
  })

  it('is not told by names, figures, or both languages on one line', () => {
    for (const none of [
      'Cllr Dafydd Rhys, Plaid Cymru',
      '1,204',
      'Cofnodion / Minutes',
      'Ann Hill',
      'Sul Evans',
      '',
    ])
      assert.equal(languageOf(none), null, none)
  })

  it('stands on each block of a reading', async () => {
    const { blocks, lang } = await readWords(
      'Cynhelir y cyfarfod nesaf yn Neuadd y Sir.\n\nThe next meeting will be held in County Hall.\n\nAled Morgan\n',
    )
    assert.deepEqual(
      blocks.map((block) => block.lang),
      ['cy', 'en', null],
    )
    assert.equal(lang, 'en+cy')
  })
})
