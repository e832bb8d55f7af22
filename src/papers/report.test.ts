import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { readPaper } from './read-paper.ts'
import type { Reading } from './reading.ts'

async function read(text: string): Promise<Reading> {
  const reading = await readPaper({ name: 'paper.md', bytes: new TextEncoder().encode(text) })
  assert.ok(!isRefusal(reading))
  return reading
}

const BODY =
  'Members will recall that they asked for this in the summer; what follows is what has been done since then and what it has cost.'
const LISTED = 'The panel may wish to note the following'

describe('a report to a panel', () => {
  it('gives from whom, to whom, what about and when, its headings and how many paragraphs it numbers', async () => {
    const { kind, papers, title, date } = await read(
      `From: Ada Brook, Commissioner\nTo: Marlshire Police and Crime Panel\nSubject: Cameras on the coast road\nDate: 3rd March 2021\n\nBackground:\n\n1. ${BODY}\n\n2. ${BODY}\n\nNext steps:\n\n3. ${BODY}`,
    )
    assert.deepEqual([kind, title, date], ['report', 'Cameras on the coast road', '2021-03-03'])
    const [paper] = papers
    assert.deepEqual(
      [paper?.from, paper?.to, paper?.paragraphs],
      ['Ada Brook, Commissioner', 'Marlshire Police and Crime Panel', 3],
    )
    assert.deepEqual(paper?.headings, ['Background', 'Next steps'])
  })

  it('knows the other words that offices print over their reports', async () => {
    const { papers } = await read(
      `**Report to:** Police and Crime Panel\n\n**Report of:** The Monitoring Officer\n\n**Title:** Complaints in the year\n\n**Date of meeting:** 14 June 2022\n\n1. ${BODY}`,
    )
    assert.deepEqual(
      [papers[0]?.from, papers[0]?.to, papers[0]?.subject, papers[0]?.date],
      ['The Monitoring Officer', 'Police and Crime Panel', 'Complaints in the year', '2022-06-14'],
    )
  })

  it('reads a head that is set as a table, and the item printed over it', async () => {
    const { papers } = await read(
      `Agenda Item 7\n\n| Report to | Police and Crime Panel |\n|---|---|\n| Report author | The Treasurer |\n| Subject | Precept for the year |\n| Meeting date | 2 February 2023 |\n\n1. ${BODY}`,
    )
    assert.deepEqual(
      [papers[0]?.item, papers[0]?.subject, papers[0]?.date],
      ['7', 'Precept for the year', '2023-02-02'],
    )
  })

  it('leaves what is not printed unknown', async () => {
    const { papers } = await read(
      `To: Police and Crime Panel\nSubject: Stop and search\nDate: to be confirmed\n\n1. ${BODY}`,
    )
    assert.deepEqual([papers[0]?.from, papers[0]?.date, papers[0]?.item], [null, null, null])
  })

  it('is not any letter with a To and a From in it', async () => {
    const { papers } = await read(`A note\n\nTo: whom it concerns\n\n${BODY}\n\n${BODY}\n\nFrom: a resident`)
    assert.deepEqual(papers, [])
  })
})

describe("a chief officer's report to a board", () => {
  it('gives its title, its body and the day from its first page', async () => {
    const { kind, title, body, date, papers } = await read(
      `Chief Constable's Report\n\nto\n\nMarlshire Commissioner's Performance and Delivery Board\n\nROADS AND HARBOURS: THE YEAR SO FAR\n\nWednesday 9th March 2022\n\n1. Background and scope.\n\n${BODY}\n\n1.1 Roads.\n\n${BODY}\n\n2. Summary\n\n${BODY}`,
    )
    assert.deepEqual([kind, title, date], ['report', 'ROADS AND HARBOURS: THE YEAR SO FAR', '2022-03-09'])
    assert.match(body ?? '', /Performance and Delivery Board$/)
    assert.equal(papers[0]?.from, 'Chief Constable')
    assert.deepEqual(papers[0]?.headings, ['1 Background and scope', '1.1 Roads', '2 Summary'])
  })

  it('reads “Report of the …” as well', async () => {
    const { body, papers } = await read(
      `Report of the Deputy Chief Constable\n\nTo the Public Accountability Meeting\n\nCALL HANDLING\n\n7 July 2021\n\n1. Summary\n\n${BODY}`,
    )
    assert.equal(body, 'Public Accountability Meeting')
    assert.equal(papers[0]?.from, 'Deputy Chief Constable')
  })
})

const codes = (reading: Reading) => reading.warnings.map(({ code }) => code)
const survey = (first: string, second: string) =>
  `# A survey\n\n${BODY}\n\nQ1. Were you a victim of crime this year?\n\n${first} said yes\n\nQ2. Do you feel safe on the bus?\n\n${second} felt unsafe`

describe('damage that a conversion did is told with its place', () => {
  const head = 'From: Ada Brook\nTo: Police and Crime Panel\nSubject: A paper\nDate: 3 March 2021\n\n'

  it('a list announced and not there', async () => {
    assert.ok(
      codes(
        await read(`${head}1. ${LISTED}, the main ones being as follows:\n\n2. ${BODY}\n\n3. ${BODY}`),
      ).includes('list-empty-after-colon'),
    )
  })

  it('but not one that is there, with or without bullets', async () => {
    assert.ok(
      !codes(await read(`${head}1. ${LISTED}:\n\n- first;\n- second.\n\n2. ${BODY}`)).includes(
        'list-empty-after-colon',
      ),
    )
    assert.ok(
      !codes(await read(`${head}${LISTED}:\n\nfirst;\n\nsecond.\n\n1. ${BODY}`)).includes(
        'list-empty-after-colon',
      ),
    )
  })

  it('a heading of one letter', async () => {
    const reading = await read(
      `Chief Constable's Report to\n\nThe Accountability Board\n\nROADS\n\n9 March 2022\n\n1. S\n\n${BODY}\n\n2. Harbours\n\n${BODY}`,
    )
    const cut = reading.warnings.find(({ code }) => code === 'heading-cut')
    assert.match(cut?.message ?? '', /“1\. S”/)
  })

  it('numbers that skip, among paragraphs that count', async () => {
    const reading = await read(`${head}1. ${BODY}\n\n2. ${BODY}\n\n4. ${BODY}\n\n5. ${BODY}\n\n6. ${BODY}`)
    assert.match(
      reading.warnings.find(({ code }) => code === 'numbering-gap')?.message ?? '',
      /Paragraph 3 is missing before paragraph 4/,
    )
    assert.ok(
      !codes(await read(`${head}1. ${BODY}\n\n2. ${BODY}\n\n3. ${BODY}\n\n4. ${BODY}`)).includes(
        'numbering-gap',
      ),
    )
  })

  it('answers that lost the digits before their last one, but not a single small share', async () => {
    assert.equal(
      codes(await read(survey('8%', '2%'))).filter((code) => code === 'implausible-percentage').length,
      2,
    )
    assert.ok(!codes(await read(survey('8%', '32%'))).includes('implausible-percentage'))
  })

  it('a sentence without its beginning', async () => {
    const reading = await read(
      `${head}## Roads\n\nother posts in order to make the force leaner and quicker.\n\n1. ${BODY}`,
    )
    assert.ok(codes(reading).includes('beginning-missing'))
  })

  it('marks of HTML in the cells of a table, whose words are kept', async () => {
    const reading = await read(
      `${head}Idea\tUpdate\nA scheme for riders\t<p>It runs in two towns.</p> <ul><li>• one more</li></ul>\nA second\t<p>It begins in May.</p>`,
    )
    assert.ok(codes(reading).includes('markup-in-cells'))
    assert.equal(reading.tables[0]?.rows.at(-1)?.[1], 'It begins in May.')
  })
})
