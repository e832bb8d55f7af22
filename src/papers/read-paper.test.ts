/** What is read as what: packs with papers inside them, encodings, languages, and files that are no papers. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { readPaper } from './read-paper.ts'
import { readWords } from './testing.ts'

const PACK =
  'NORTHSHIRE POLICE AND CRIME PANEL\nAGENDA\nTuesday 3 March 2020, 2pm\n1. Apologies\n2. Minutes of the meeting held on 4 February 2020 (Pages 1-4)\n3. Rural crime (Pages 5-6)\n4. Work programme (Page 7)\n\nMINUTES of a meeting of the Northshire Police and Crime Panel held on Tuesday 4 February 2020.\n\nPresent: Cllr A Hill (Chair), Mr B Dale\n\n**1. Precept**\n\nRESOLVED that the precept be noted.\n\nFrom: Jan Reed, Commissioner\nTo: Northshire Police and Crime Panel\nSubject: Crime in rural places\nDate: 3 March 2020\n\n1. Things happened in the country.\n\n2. More things happened there.\n\n**Forward work programme (March 2020)**\n\n**5 May 2020**\n\n- Annual report\n'

const refusal = async (bytes: Uint8Array | string, name = 'paper.txt'): Promise<string> => {
  const outcome = await readPaper({
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  })
  assert.ok(isRefusal(outcome), 'it was read')
  assert.ok(outcome.message.includes(name), outcome.message)
  return outcome.code
}

describe('a pack', () => {
  it('is an agenda with minutes, papers and a programme inside it, each ending where the next begins', async () => {
    const reading = await readWords(PACK)
    const [minutes] = reading.embedded
    assert.equal(reading.kind, 'agenda+minutes')
    assert.deepEqual([reading.date, minutes?.kind, minutes?.date], ['2020-03-03', 'minutes', '2020-02-04'])
    assert.deepEqual(
      reading.papers.map((paper) => [paper.item, paper.subject, paper.paragraphs]),
      [['3', 'Crime in rural places', 2]],
    )
    assert.deepEqual(
      minutes?.items.map((item) => [item.number, item.paragraphs]),
      [['1', 0]],
    )
    assert.deepEqual(
      reading.forwardProgramme?.meetings.map((meeting) => meeting.date),
      ['2020-05-05'],
    )
  })

  it('the ranges of what is inside index its own blocks, and its text is a part of the whole', async () => {
    const reading = await readWords(PACK)
    const [minutes] = reading.embedded
    const [item] = minutes?.items ?? []
    assert.ok(minutes && item)
    const head = minutes.blocks[item.blocks[0]]
    assert.ok(head?.type === 'heading' && head.text === 'Precept')
    assert.equal(minutes.text.slice(head.start, head.end), '**1. Precept**')
    assert.ok(reading.text.includes(minutes.text))
  })
})

describe('files that are no papers are refused by name', () => {
  it('empty ones, and ones without words', async () => {
    assert.equal(await refusal(''), 'empty-file')
    assert.equal(await refusal(' \n\n\t'), 'empty-file')
  })

  it('pictures, archives and other bytes, whatever they are called', async () => {
    assert.equal(await refusal(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])), 'archive-broken')
    assert.equal(await refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1])), 'old-office-form')
    assert.equal(await refusal('{\\rtf1\\ansi Minutes}', 'minutes.doc'), 'old-office-form')
    const samples: readonly (readonly number[])[] = [
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff, 0xe0],
      [0x1f, 0x8b, 8],
      [65, 0, 66, 0, 1, 2, 3],
      Array.from({ length: 400 }, (_, index) => 128 + (index % 30)),
    ]
    for (const bytes of samples) assert.equal(await refusal(Uint8Array.from(bytes)), 'not-text')
  })

  it('text of more than 20 MB', async () => {
    assert.equal(await refusal(new Uint8Array(20 * 1024 * 1024 + 1).fill(97)), 'file-too-large')
  })

  it('text that calls itself a PDF', async () => {
    assert.equal(await refusal('Only words.', 'paper.pdf'), 'not-a-pdf')
  })
})

describe('encodings and languages', () => {
  it('UTF-16 with its mark, and Windows-1252 with a warning', async () => {
    const wide = await readPaper({
      name: 'a.txt',
      bytes: new Uint8Array(Buffer.from('\ufeffThe plan for Northshire.', 'utf16le')),
    })
    assert.ok(!isRefusal(wide))
    assert.equal(wide.text, 'The plan for Northshire.')
    const old = await readPaper({
      name: 'b.txt',
      bytes: new Uint8Array(Buffer.from('The budget is \u00a33m.', 'latin1')),
    })
    assert.ok(!isRefusal(old))
    assert.equal(old.text, 'The budget is £3m.')
    assert.ok(old.warnings.some((warning) => warning.code === 'encoding-guessed'))
  })

  it('Welsh, English, and papers in both', async () => {
    const welsh = 'Mae’r panel yn craffu ar waith y comisiynydd ac yn cyhoeddi ei gofnodion ar ei wefan.'
    const english =
      'The panel scrutinises the work of the commissioner and publishes the minutes on its site.'
    assert.equal((await readWords(welsh)).lang, 'cy')
    assert.equal((await readWords(english)).lang, 'en')
    assert.equal((await readWords(`${welsh}\n\n${english}\n`)).lang, 'en+cy')
  })

  it('a paper of no known kind is read all the same, and said to be unknown', async () => {
    const reading = await readWords('Some words that are neither agenda nor minutes.')
    assert.equal(reading.kind, 'other')
    assert.equal(reading.blocks.length, 1)
    assert.ok(reading.warnings.some((warning) => warning.code === 'kind-unknown'))
  })
})
