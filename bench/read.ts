/**
 * How fast a pack of 200 pages is read: as a PDF beside bare text extraction by pdfjs (the aim is a ratio of 0.7), and
 * as a Word document beside bare mammoth, to text and to HTML (the aim is 1), each in the same warm process with rounds
 * interleaved.
 *
 *   node bench/read.ts [--rounds N]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { paperToPdf } from '../scripts/make-demo-pdf.ts'
import { isRefusal } from '../src/lib/index.ts'
import { abstractList, docx, list, paragraph, table } from '../src/papers/docx/testing.ts'
import { readPaper } from '../src/papers/index.ts'

const ROUNDS = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 5
const PAGES = 200

/** A pack of minutes, reports and tables in ever other words, set untagged as most offices publish, at least 200 pages. */
function aPack(): string {
  const parts = Array.from({ length: 41 }, (_, report) => aReport(report + 1))
  return `# Agenda\n\nA meeting of the **Shire Police and Crime Panel** will be held on Thursday, 12 March 2020.\n\n---\n\n${parts.join('\n\n---\n\n')}`
}

function aReport(number: number): string {
  const paragraphs = Array.from({ length: 26 }, (_, index) => aParagraph(number, index + 1))
  const rows = Array.from(
    { length: 12 },
    (_, row) =>
      `| District ${row + 1} | ${number * 31 + row * 7} | ${number * 17 + row * 3} | ${(row * 3.7).toFixed(1)}% |`,
  )
  return [
    `**From:** The Commissioner\n**To:** Shire Police and Crime Panel\n**Subject:** Report number ${number}\n**Date:** 12 March 2020`,
    '### Introduction',
    ...paragraphs.slice(0, 8),
    '### What was done',
    '- more patrols in town centres;\n- a line for people who were robbed on the road; and\n- visits to every school of the county.',
    ...paragraphs.slice(8, 18),
    '### Figures',
    ['| Area | Offences | Outcomes | Change |', '|---|---|---|---|', ...rows].join('\n'),
    ...paragraphs.slice(18),
  ].join('\n\n')
}

const WORDS =
  'officers residents county patrol victims report service district support concern evidence court witness response training budget council roads rural station partner young online fraud burglary harm trust visible local review'.split(
    ' ',
  )

function aParagraph(report: number, number: number): string {
  const length = 45 + ((report * 7 + number * 13) % 60)
  const words = Array.from({ length }, (_, at) => {
    const word = WORDS[(report * 31 + number * 17 + at * 7 + ((at * at) % 11)) % WORDS.length] ?? 'panel'
    return at % 9 === 4 ? `the ${word}` : at % 14 === 13 ? `${word}, and` : word
  })
  return `${number}. The panel was told that ${words.join(' ')}.`
}

/** The same pack as a Word document: numbers by Word, headings by style. */
function aWordPack(): Uint8Array {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const reports = Array.from({ length: 41 }, (_, report) => {
    const paragraphs = Array.from({ length: 26 }, (_each, index) =>
      paragraph(aParagraph(report + 1, index + 1).replace(/^\d+\. /, ''), { list: String(report + 10) }),
    )
    const rows = Array.from({ length: 12 }, (_row, row) => [
      `District ${row + 1}`,
      `${report * 31 + row * 7}`,
      '3%',
    ])
    const bullets = ['more patrols in town centres;', 'a line for people who were robbed on the road; and']
    return [
      ...[
        `From: The Commissioner`,
        `To: Shire Police and Crime Panel`,
        `Subject: Report number ${report + 1}`,
      ].map((line) => paragraph(line)),
      paragraph('Introduction', { style: 'Heading1' }),
      ...paragraphs.slice(0, 18),
      ...bullets.map((line) => paragraph(line, { list: '2' })),
      paragraph('Figures', { style: 'Heading1' }),
      table([['Area', 'Offences', 'Change'], ...rows]),
      ...paragraphs.slice(18),
    ].join('')
  })
  const lists =
    abstractList(0, [{ text: '%1.' }]) +
    abstractList(1, [{ text: '\uf0b7', format: 'bullet' }]) +
    list(2, 1) +
    reports.map((_, report) => list(report + 10, 0, restart)).join('')
  return docx({ body: reports.join(''), lists })
}

function thePack(): Uint8Array {
  const folder = new URL('../node_modules/.cache/shiremoot/', import.meta.url)
  const file = new URL('pack-of-200-pages.pdf', folder)
  if (!existsSync(file)) {
    console.log('Setting a pack of 200 pages (once) …')
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, paperToPdf(aPack(), { tagged: false, title: 'A pack' }))
  }
  return new Uint8Array(readFileSync(file))
}

async function bare(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    await page.getTextContent()
  }
  const pages = document.numPages
  await task.destroy()
  return pages
}

async function ours(name: string, bytes: Uint8Array): Promise<number> {
  const reading = await readPaper({ name, bytes })
  if (isRefusal(reading)) throw new Error(reading.message)
  return reading.papers.length
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/** The middle times of works, in seconds and in their order: done in turns, `warm` times before they are timed. */
async function timed(
  { rounds, warm }: { rounds: number; warm: number },
  ...works: readonly (() => Promise<unknown>)[]
): Promise<number[]> {
  const times = works.map((): number[] => [])
  for (let round = -warm; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      const taken = await seconds(work)
      if (round >= 0) times[index]?.push(taken)
    }
  return times.map(middle)
}

const bytes = thePack()
const pages = await bare(bytes)
if (pages < PAGES) throw new Error(`The pack has ${pages} pages only.`)
const [bareTime = 0, ourTime = 0] = await timed(
  { rounds: ROUNDS, warm: 1 },
  () => bare(bytes),
  () => ours('pack.pdf', bytes),
)
console.log(`PDF of ${pages} pages`)
console.log(`  bare pdfjs text         ${(pages / bareTime).toFixed(0)} pages/s`)
console.log(`  whole reading           ${(pages / ourTime).toFixed(0)} pages/s`)
console.log(`  ratio (aim 0.70)        ${(bareTime / ourTime).toFixed(2)}`)

const words = aWordPack()
const buffer = Buffer.from(words)
// A fraction of the time of the PDF, so more rounds, and more of them to warm up.
const [toText = 0, toHtml = 0, read = 0] = await timed(
  { rounds: ROUNDS * 4, warm: ROUNDS },
  () => mammoth.extractRawText({ buffer }),
  () => mammoth.convertToHtml({ buffer }),
  () => ours('pack.docx', words),
)
console.log('The same pack as a Word document')
console.log(`  bare mammoth, raw text  ${(toText * 1000).toFixed(0)} ms`)
console.log(`  bare mammoth, HTML      ${(toHtml * 1000).toFixed(0)} ms`)
console.log(`  whole reading           ${(read * 1000).toFixed(0)} ms`)
console.log(`  ratio to text (aim 1)   ${(toText / read).toFixed(2)}`)
console.log(`  ratio to HTML           ${(toHtml / read).toFixed(2)}`)
