/**
 * How fast a pack of 200 pages is read, as a ratio to bare text extraction by pdfjs of the same file in the same warm
 * process; rounds of the two are interleaved. The aim is 0.7.
 *
 *   node bench/read.ts [--rounds N]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { paperToPdf } from '../scripts/make-demo-pdf.ts'
import { isRefusal } from '../src/lib/index.ts'
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

async function ours(bytes: Uint8Array): Promise<number> {
  const reading = await readPaper({ name: 'pack.pdf', bytes })
  if (isRefusal(reading)) throw new Error(reading.message)
  return reading.papers.length
}

const seconds = async (work: () => Promise<number>): Promise<number> => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const bytes = thePack()
const pages = await bare(bytes)
if (pages < PAGES) throw new Error(`The pack has ${pages} pages only.`)
await ours(bytes)
const times = { bare: [] as number[], ours: [] as number[] }
for (let round = 0; round < ROUNDS; round += 1) {
  times.bare.push(await seconds(() => bare(bytes)))
  times.ours.push(await seconds(() => ours(bytes)))
}
const speed = { bare: pages / middle(times.bare), ours: pages / middle(times.ours) }
console.log(`pages in the pack         ${pages}`)
console.log(`bare pdfjs text           ${speed.bare.toFixed(0)} pages/s`)
console.log(`whole reading             ${speed.ours.toFixed(0)} pages/s`)
console.log(`ratio (aim 0.70)          ${(speed.ours / speed.bare).toFixed(2)}`)
