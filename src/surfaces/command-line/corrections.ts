/** Reads what a person has put right about a paper, from the file `NAME.corrections.json` beside it. */
import { readFile } from 'node:fs/promises'
import { isRefusal, localDate, type Refusal, refuse } from '../../lib/index.ts'
import type { Corrections } from '../../record/index.ts'

export const noCorrections: Corrections = { paper: {}, people: {}, serves: [], progress: [], plan: {} }

/**
 * The corrections beside `paper` (its path), none when there is no such file. A file that is there but cannot be used is
 * refused with the place and the mend: a correction that is silently skipped would be worse than none.
 */
export async function correctionsBeside(paper: string): Promise<Corrections | Refusal> {
  const path = `${paper}.corrections.json`
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    // The name of the paper may be so long that none can be made of it.
    if (code === 'ENOENT' || code === 'ENAMETOOLONG') return noCorrections
    throw problem
  }
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    return refuse('corrections-not-json', `${path} is not valid JSON (${why}); mend it or take it away.`)
  }
  return parseCorrections(found, path)
}

type Parsed<T> = { value: T } | { wrong: string }

/** Corrections from a JSON value; `path` is named in what is refused. */
export function parseCorrections(found: unknown, path: string): Corrections | Refusal {
  if (!isRecord(found)) return unusable(path, 'it must hold one object')
  const known = new Set(['paper', 'people', 'serves', 'progress', 'plan', 'public', 'note'])
  const stranger = Object.keys(found).find((key) => !known.has(key))
  if (stranger !== undefined)
    return unusable(
      path,
      `"${stranger}" is not known; known are ${[...known].map((key) => `"${key}"`).join(', ')}`,
    )
  const people = textMap(found['people'], 'people')
  const paper = paperPart(found['paper'])
  const serves = listOf(found['serves'], 'serves', servesLine)
  const progress = listOf(found['progress'], 'progress', progressLine)
  const plan = planPart(found['plan'])
  const open = found['public']
  if (open !== undefined && !(Array.isArray(open) && open.every(isText)))
    return unusable(path, '"public" is a list of items of the agenda')
  for (const part of [people, paper, serves, progress, plan])
    if ('wrong' in part) return unusable(path, part.wrong)
  if ('wrong' in people || 'wrong' in paper || 'wrong' in serves || 'wrong' in progress || 'wrong' in plan)
    return unusable(path, 'a part is not of its form')
  return {
    paper: paper.value,
    people: people.value,
    serves: serves.value,
    progress: progress.value,
    plan: plan.value,
    ...(open === undefined ? {} : { public: open }),
  }
}

/** Whether a value is corrections rather than a refusal. */
export const areCorrections = (value: Corrections | Refusal): value is Corrections => !isRefusal(value)

const unusable = (path: string, why: string): Refusal =>
  refuse('corrections-unusable', `${path} cannot be used: ${why}.`)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textMap(value: unknown, name: string): Parsed<Record<string, string>> {
  if (value === undefined) return { value: {} }
  if (!isRecord(value)) return { wrong: `"${name}" must be an object of texts` }
  const map: Record<string, string> = {}
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') return { wrong: `"${name}" has "${key}", which is not a text` }
    map[key] = text
  }
  return { value: map }
}

const PAPER_FACTS = ['body', 'date', 'title']

function paperPart(value: unknown): Parsed<Record<string, string>> {
  const paper = textMap(value, 'paper')
  if ('wrong' in paper) return paper
  const stranger = Object.keys(paper.value).find((name) => !PAPER_FACTS.includes(name))
  if (stranger !== undefined)
    return {
      wrong: `"paper" has "${stranger}", which is not known; known are ${PAPER_FACTS.map((name) => `"${name}"`).join(', ')}`,
    }
  const { date } = paper.value
  if (date !== undefined && localDate(date) === undefined)
    return { wrong: `"paper" has the "date" "${date}"; write a day such as 2019-09-24` }
  return paper
}

function listOf<T>(
  value: unknown,
  name: string,
  line: (row: Record<string, unknown>) => Parsed<T>,
): Parsed<T[]> {
  if (value === undefined) return { value: [] }
  if (!Array.isArray(value)) return { wrong: `"${name}" must be a list` }
  const rows: T[] = []
  for (const [index, row] of value.entries()) {
    const parsed = isRecord(row) ? line(row) : { wrong: 'it is not an object' }
    if ('wrong' in parsed) return { wrong: `line ${index + 1} of "${name}": ${parsed.wrong}` }
    rows.push(parsed.value)
  }
  return { value: rows }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

function servesLine(row: Record<string, unknown>): Parsed<Corrections['serves'][number]> {
  const { ref, priorities, why } = row
  if (!isText(ref)) return { wrong: '"ref" names the part of the paper, such as "B1" or "328.R1"' }
  if (!Array.isArray(priorities) || !priorities.every(isText))
    return { wrong: '"priorities" is a list of addresses of priorities, empty for none' }
  if (!isText(why)) return { wrong: '"why" says why in a few words' }
  return { value: { ref, priorities, why } }
}

function progressLine(row: Record<string, unknown>): Parsed<Corrections['progress'][number]> {
  const { ref, date, state, text, source } = row
  const day = typeof date === 'string' ? localDate(date) : undefined
  if (!isText(ref)) return { wrong: '"ref" names the action, such as "328.R1"' }
  if (day === undefined) return { wrong: '"date" is a day such as 2019-09-24' }
  if (!isText(state)) return { wrong: '"state" is one of the states of an action' }
  if (!isText(text)) return { wrong: '"text" says what happened' }
  if (source !== undefined && source !== null && !isText(source))
    return { wrong: '"source" is where it can be read' }
  return { value: { ref, date: day, state, text, source: isText(source) ? source : null } }
}

function planPart(value: unknown): Parsed<Corrections['plan']> {
  if (value === undefined) return { value: {} }
  if (!isRecord(value)) return { wrong: '"plan" must be an object' }
  const priorities = listOf(value['priorities'], 'plan.priorities', priorityLine)
  const summaries = textMap(value['summaries'], 'plan.summaries')
  if ('wrong' in priorities) return priorities
  if ('wrong' in summaries) return summaries
  const status = value['status']
  if (status !== undefined && !isText(status)) return { wrong: '"plan.status" is a text' }
  return {
    value: {
      ...(status === undefined ? {} : { status }),
      ...(value['priorities'] === undefined ? {} : { priorities: priorities.value }),
      ...(value['summaries'] === undefined ? {} : { summaries: summaries.value }),
    },
  }
}

type PriorityLine = NonNullable<Corrections['plan']['priorities']>[number]

function priorityLine(row: Record<string, unknown>): Parsed<PriorityLine> {
  const { number, title, owner, summary } = row
  if (!isText(number) || !isText(title)) return { wrong: 'a priority has a "number" and a "title"' }
  if (owner !== 'force' && owner !== 'policing-body')
    return { wrong: '"owner" is "force" or "policing-body"' }
  return { value: { number, title, owner, summary: isText(summary) ? summary : '' } }
}
