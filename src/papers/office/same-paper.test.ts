/** The same paper as text, as a Word document and as an OpenDocument text has the same items, resolutions, actions and people. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../../lib/index.ts'
import { abstractList, docx, escaped, list, paragraph, table } from '../docx/testing.ts'
import { odt, odtHeading, odtList, odtListStyle, odtParagraph, odtTable } from '../odt/testing.ts'
import { readPaper } from '../read-paper.ts'
import type { Reading } from '../reading.ts'

/** A part of a paper, whatever the form: `number` only where a list would count it. */
type Part = { is: 'title' | 'words' } | { is: 'heading' | 'paragraph' | 'letter'; number: string }

type Line = Part & { words: string }

const title = (words: string): Line => ({ is: 'title', words })
const words = (said: string): Line => ({ is: 'words', words: said })
const heading = (number: string, said: string): Line => ({ is: 'heading', number, words: said })
const counted = (number: string, said: string): Line => ({ is: 'paragraph', number, words: said })
const letter = (number: string, said: string): Line => ({ is: 'letter', number, words: said })

const ROWS = [
  ['Area', 'Burglaries'],
  ['North', '41'],
  ['South', '57'],
]

const MINUTES: readonly Line[] = [
  title('Wealdshire Police and Crime Panel'),
  words('Minutes of the meeting held on Tuesday 11 June 2019 in the Corn Hall, Wealdham.'),
  words('Present: Cllr Ruth Amos (Chair), Cllr Dev Bhatt, Mrs Joan Kerr'),
  words('Apologies: Cllr Tom Pyke'),
  words('In attendance: Mr Alan Frost (Police and Crime Commissioner)'),
  heading('41', 'Minutes of the last meeting'),
  words('RESOLVED that the minutes of 5 March 2019 be approved as a correct record.'),
  heading('42', 'Burglary in market towns'),
  counted(
    '1',
    'Cllr Bhatt asked why sheds were broken into more often than houses in the north of the county.',
  ),
  counted('2', 'The Commissioner undertook to circulate the figures for each ward by 31 July 2019.'),
  counted('3', 'Members thanked the officers who had visited every farm since the winter began.'),
  words('RESOLVED that'),
  letter('a', 'the report be noted; and'),
  letter('b', 'the Commissioner be asked to bring a paper on rural theft to the next meeting.'),
  heading('43', 'Figures'),
  counted('1', 'The table shows what was recorded in the quarter, as the force counted it.'),
]

const printed = (line: Line): string =>
  line.is === 'heading'
    ? `${line.number}. ${line.words}`
    : line.is === 'paragraph'
      ? `${line.number}. ${line.words}`
      : line.is === 'letter'
        ? `(${line.number}) ${line.words}`
        : line.words

const asText = (): Uint8Array =>
  new TextEncoder().encode(
    [
      ...MINUTES.map((line) =>
        line.is === 'title'
          ? `# ${line.words}`
          : line.is === 'heading'
            ? `## ${printed(line)}`
            : printed(line),
      ),
      ROWS.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ].join('\n\n'),
  )

/** Each run of paragraphs, and each of letters, is a list of its own that begins anew. */
function runsOf(lines: readonly Line[]): { line: Line; run: number }[] {
  let run = 0
  return lines.map((line) => {
    if (line.is === 'heading') run += 1
    return { line, run }
  })
}

function asWord(): Uint8Array {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const runs = runsOf(MINUTES)
  const body = runs.map(({ line, run }) => {
    if (line.is === 'title') return paragraph(line.words, { style: 'Heading1' })
    if (line.is === 'heading') return paragraph(line.words, { style: 'Heading2', list: '1' })
    if (line.is === 'paragraph') return paragraph(line.words, { list: String(10 + run) })
    return line.is === 'letter' ? paragraph(line.words, { list: '2' }) : paragraph(line.words)
  })
  const lists =
    abstractList(0, [{ text: '%1.', start: 41 }]) +
    abstractList(1, [{ text: '%1.' }]) +
    abstractList(2, [{ text: '(%1)', format: 'lowerLetter' }]) +
    list(1, 0) +
    list(2, 2) +
    [...new Set(runs.map(({ run }) => run))].map((run) => list(10 + run, 1, restart)).join('')
  return docx({ body: body.join('') + table(ROWS), lists })
}

function asOpenDocument(): Uint8Array {
  const runs = runsOf(MINUTES)
  const body = runs.map(({ line, run }, index) => {
    const before = runs[index - 1]
    const goesOn = before?.line.is === line.is && before.run === run
    const more = goesOn ? 'text:continue-numbering="true"' : ''
    const inner = escaped(line.words)
    if (line.is === 'title') return odtHeading(inner, 1, 'text:is-list-header="true"')
    if (line.is === 'heading') return odtHeading(inner, 2)
    if (line.is === 'paragraph') return odtList('P', [odtParagraph(inner)], more)
    return line.is === 'letter' ? odtList('A', [odtParagraph(inner)], more) : odtParagraph(inner)
  })
  return odt({
    body: body.join('') + odtTable(ROWS),
    styles:
      odtListStyle('P', ['style:num-format="1" style:num-suffix="."']) +
      odtListStyle('A', ['style:num-format="a" style:num-prefix="(" style:num-suffix=")"']),
    shared:
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="." text:start-value="41"/></text:outline-style>',
  })
}

async function read(name: string, bytes: Uint8Array): Promise<Reading> {
  const reading = await readPaper({ name, bytes })
  if (isRefusal(reading)) throw new Error(reading.message)
  return reading
}

/** What was recognised, without what differs by form: places in the text, and the name of the file. */
const recognised = ({ kind, body, date, place, items, attendance, actions, tables }: Reading): object => ({
  kind,
  body,
  date,
  place,
  items: items.map(({ number, title: name, paragraphs, resolutions }) => ({
    number,
    name,
    paragraphs,
    resolutions: resolutions.map(({ text, parts }) => ({ text: text.replace(/\s+/g, ' '), parts })),
  })),
  attendance,
  actions: actions.map(({ ref, owner, what, firm, due, kind: act }) => ({
    ref,
    owner,
    what,
    firm,
    due,
    act,
  })),
  tables: tables.map(({ columns, rows }) => ({ columns, rows })),
})

describe('one paper in three forms', () => {
  it('has the same items, resolutions, actions, people and tables', async () => {
    const text = recognised(await read('minutes.md', asText()))
    assert.match(JSON.stringify(text), /"number":"42".*"paragraphs":3.*the report be noted/)
    assert.match(JSON.stringify(text), /Ruth Amos.*2019-07-31.*South/)
    assert.deepEqual(recognised(await read('minutes.docx', asWord())), text)
    assert.deepEqual(recognised(await read('minutes.odt', asOpenDocument())), text)
  })
})
