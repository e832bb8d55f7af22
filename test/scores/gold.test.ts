/** The sample papers come out as their hand-made labels say; prints how well, kind of fact by kind of fact. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, describe, it } from 'node:test'
import { isRefusal } from '../../src/lib/index.ts'
import { type Reading, readPaper } from '../../src/papers/index.ts'
import { compare, folded, type Score, tableOf } from './gold.ts'
import { scoreActions, scoreAgenda, scoreMinutes, scorePapers } from './gold-meetings.ts'
import { scorePlan } from './gold-plans.ts'
import type { BoardLabels, PackLabels, PlanLabels, ReportLabels } from './labels.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SAMPLES = resolve(ROOT, process.env['SHIREMOOT_SAMPLES'] ?? '../shared')
const present = existsSync(join(SAMPLES, 'gold/documents')) && existsSync(join(SAMPLES, 'seeds'))
const skip = present
  ? false
  : `the sample papers are not in ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

async function read(sample: string): Promise<Reading> {
  const folder = join(SAMPLES, 'seeds')
  const name = readdirSync(folder).find((file) => file.startsWith(`${sample}_`))
  assert.ok(name, `no sample ${sample} in ${folder}`)
  const reading = await readPaper({ name, bytes: readFileSync(join(folder, name)) })
  assert.ok(!isRefusal(reading))
  return reading
}

type Labels = {
  '000': PlanLabels
  '001': PlanLabels
  '002': ReportLabels
  '003': PackLabels
  '004': BoardLabels
}

function labels<S extends keyof Labels>(sample: S): Labels[S] {
  const parsed: Labels[S] = JSON.parse(
    readFileSync(join(SAMPLES, 'gold/documents', `${sample}.expected.json`), 'utf8'),
  )
  return parsed
}

const all: Score[] = []

/** Keeps scores for the table and fails on a required fact that was missed. */
function settle(scores: readonly Score[]): void {
  all.push(...scores)
  const failing = scores.filter((score) => score.required && score.missed.length > 0)
  assert.deepEqual(
    failing.map((score) => [score.fact, score.missed, score.extra]),
    [],
  )
}

/** The sample without its Markdown, its paragraphs broken at a width, as text saved from a word processor is. */
function brokenAt(words: string, width: number): string {
  const lines = words
    .replaceAll('****', '**\n**')
    .split('\n')
    .map((line) =>
      line
        .replace(/^#+\s*/, '')
        .replace(/\*+/g, '')
        .replace(/\[([^\]]*)\]\(#\)/g, '$1'),
    )
  return lines
    .map((line) => {
      if (line.includes('\t') || line.trimStart().startsWith('|')) return line
      const indent = /^\s*(?:- )?/.exec(line)?.[0] ?? ''
      const broken: string[] = []
      let current = indent
      for (const word of line.slice(indent.length).split(/\s+/)) {
        if (current.trim() !== '' && current.length + 1 + word.length > width) {
          broken.push(current)
          current = `${' '.repeat(indent.length)}${word}`
        } else
          current = current.trim() === '' || current === indent ? `${current}${word}` : `${current} ${word}`
      }
      return [...broken, current].join('\n')
    })
    .join('\n')
}

describe('the sample papers read as their labels say', { skip }, () => {
  after(() => console.log(`\n${tableOf(all).join('\n')}\n`))

  it('the agenda of the pack gives every item with its pages and every line of the membership', async () => {
    settle(scoreAgenda(labels('003').agenda, await read('003')))
  })

  it('the minutes inside the pack give every minute, paragraph, resolution, person and question', async () => {
    const [minutes] = (await read('003')).embedded
    assert.ok(minutes)
    settle(scoreMinutes(labels('003').minutes, minutes))
  })

  it('the minutes give all firm promises and requests, few that are none, and each with its exact quote', async () => {
    const [minutes] = (await read('003')).embedded
    assert.ok(minutes)
    const scores = scoreActions(labels('003').minutes.actions, minutes)
    const total = scores.at(-1)
    assert.ok(
      total && total.read > 0 && total.found / total.read >= 0.85,
      `precision of actions: ${total?.found} of ${total?.read}; ${total?.extra.join('; ')}`,
    )
    for (const action of minutes.actions)
      assert.equal(minutes.text.slice(action.start, action.end), action.quote)
    settle(scores)
  })

  it('the papers of the pack and its work programme come out whole', async () => {
    settle(scorePapers(labels('003'), await read('003')))
  })

  it('the plan of 2017 gives what its damaged text still holds, and says what is missing', async () => {
    const reading = await read('000')
    settle(scorePlan('000', labels('000'), reading.plan))
    const codes = reading.warnings.map((warning) => warning.code)
    assert.ok(codes.includes('numbering-gap'), 'the lost headings of priorities are said')
    assert.ok(codes.includes('total-differs'), 'the allocations that do not add up are said')
  })

  it('the plan of 2022 gives thirteen priorities with their owners, and doubts three percentages', async () => {
    const reading = await read('001')
    settle(scorePlan('001', labels('001'), reading.plan))
    const doubted = reading.warnings
      .filter((warning) => warning.code === 'implausible-percentage')
      .map((warning) => reading.text.slice(warning.start, warning.start + 2))
    settle([
      compare({ sample: '001', fact: 'doubted percentages', expected: ['8%', '2%', '5%'], read: doubted }),
    ])
  })

  it('the progress paper of 2017 gives its head, its paragraphs and its table of ideas', async () => {
    const reading = await read('002')
    const wanted = labels('002')
    const [paper] = reading.papers
    const ideas = reading.tables.flatMap((table) => table.rows.map((row) => row[0] ?? ''))
    settle([
      compare({
        sample: '002',
        fact: 'head of the report',
        expected: [wanted['from_'], wanted.to, wanted.subject, wanted.date],
        read: [paper?.from, paper?.to, paper?.subject, paper?.date],
      }),
      compare({
        sample: '002',
        fact: 'paragraphs',
        expected: [wanted.paragraphs],
        read: [paper?.paragraphs],
      }),
      compare({
        sample: '002',
        fact: 'headings',
        expected: wanted.headings.map((heading) => heading.title),
        read: paper?.headings ?? [],
      }),
      compare({
        sample: '002',
        fact: 'rows of the table of ideas',
        expected: wanted.ideaUpdates.map((row) => row.idea),
        read: ideas,
      }),
    ])
  })

  it('the board report of 2022 gives its title page and all its sections, one of them cut short', async () => {
    const reading = await read('004')
    const wanted = labels('004')
    const [paper] = reading.papers
    const sections = wanted.sections.map(
      ([number, title]) => `${number} ${title.replace(/^T \(truncated.*$/, 'T')}`,
    )
    const numbered = (paper?.headings ?? []).filter((heading) => /^\d/.test(heading))
    settle([
      compare({
        sample: '004',
        fact: 'title page',
        expected: [wanted.title, wanted.author, wanted.to, wanted.date, wanted.agendaItem],
        read: [reading.title, paper?.from, paper?.to, reading.date, paper?.item],
      }),
      compare({ sample: '004', fact: 'sections', expected: sections, read: numbered }),
    ])
    assert.ok(reading.warnings.some((warning) => warning.code === 'heading-cut'))
  })

  for (const width of [70, 88, 110]) {
    it(`the pack reads the same as plain text that breaks its lines at ${width} characters`, async () => {
      const folder = join(SAMPLES, 'seeds')
      const name = readdirSync(folder).find((file) => file.startsWith('003_'))
      assert.ok(name)
      const words = brokenAt(readFileSync(join(folder, name), 'utf8'), width)
      const reading = await readPaper({ name: 'wrapped.txt', bytes: new TextEncoder().encode(words) })
      assert.ok(!isRefusal(reading))
      const [minutes] = reading.embedded
      assert.ok(minutes)
      const wanted = labels('003')
      const scores = [
        ...scoreAgenda(wanted.agenda, reading),
        ...scoreMinutes(wanted.minutes, minutes),
        ...scoreActions(wanted.minutes.actions, minutes),
        ...scorePapers(wanted, reading),
      ]
      const failing = scores.filter((score) => score.required && score.missed.length > 0)
      assert.deepEqual(
        failing.map((score) => [score.fact, score.missed, score.extra]),
        [],
      )
    })
  }

  it('every place of every sample points into its text', async () => {
    for (const sample of ['000', '001', '002', '003', '004']) {
      const reading = await read(sample)
      for (const part of [reading, ...reading.embedded]) {
        for (const place of [...part.blocks, ...part.warnings, ...part.actions]) {
          assert.ok(
            place.start >= 0 && place.start <= place.end && place.end <= part.text.length,
            `${sample}: ${place.start} to ${place.end}`,
          )
        }
        for (const block of part.blocks) {
          if (block.type !== 'paragraph') continue
          const firstWord = folded(block.text.split(' ')[0] ?? '')
          assert.ok(
            folded(part.text.slice(block.start, block.end).replace(/[*_\\[\]]/g, '')).includes(firstWord),
            `${sample}: ${block.text.slice(0, 60)}`,
          )
        }
      }
    }
  })
})
