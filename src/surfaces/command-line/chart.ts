/** `shiremoot chart`: the control chart of a series in a spreadsheet, as words, as JSON or as an SVG picture. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { controlChartDrawing, standalone } from '../../charts/index.ts'
import { isRefusal, type LocalDate, localDate, longDate, type Refusal, refuse } from '../../lib/index.ts'
import {
  type ChartOptions,
  type ControlChart,
  chartSentence,
  controlChart,
  ENOUGH_VALUES,
} from '../../statistics/index.ts'
import { badArguments } from './bad-arguments.ts'
import { type ReadSeries, readSeries } from './chart-series.ts'
import { chartLines, chartValues, formatOf, wordsOf } from './chart-words.ts'
import { onOneLine } from './one-line.ts'
import { openFile } from './open-file.ts'

const HELP = `bin/shiremoot chart FILE.csv [--value COLUMN] [--date COLUMN] [--improvement increase|decrease|neutral] [--target N]
                          [--rebase DATE,…] [--fix-after N] [--no-screen-outliers] [--json|--svg]

Draws the control chart of a series (XmR, as NHS England's Making Data Count) and says which changes are more than chance.

  --value, --date        the columns by their headings or numbers; found by themselves where the file is plain
  --improvement          which way is better; neutral where none is said
  --target N             whether the usual variation meets it
  --rebase DATE,…        draws new limits from these days or months on
  --fix-after N          limits from the first N values of each group, ${ENOUGH_VALUES} or more
  --no-screen-outliers   keeps moving ranges far above the usual in the limits, as NHS England's Excel tool does
  --json                 prints one JSON value
  --svg                  prints a picture

Exit: 0 drawn; 2 not, with the line of each row that cannot be read. Nothing is left out silently.
`

type Asked = {
  file: string
  value: string | null
  date: string | null
  form: 'words' | 'json' | 'svg'
  options: ChartOptions
}

function askedFor(args: string[]): Asked | Refusal | 'help' {
  const options = {
    value: { type: 'string' },
    date: { type: 'string' },
    improvement: { type: 'string', default: 'neutral' },
    target: { type: 'string' },
    rebase: { type: 'string', multiple: true },
    'fix-after': { type: 'string' },
    'screen-outliers': { type: 'boolean', default: true },
    json: { type: 'boolean', default: false },
    svg: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, allowNegative: true })
    if (values.help) return 'help'
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0)
      return refuse('no-file', 'chart needs the name of one file, as in bin/shiremoot chart robbery.csv.')
    if (values.json && values.svg)
      return unusable('--json and --svg', 'prints either values or a picture, not both at once')
    const chosen = optionsOf({
      ...values,
      rebase: values.rebase ?? [],
      fixAfter: values['fix-after'],
      screen: values['screen-outliers'],
    })
    if (isRefusal(chosen)) return chosen
    const form = values.json ? 'json' : values.svg ? 'svg' : 'words'
    return { file, value: values.value ?? null, date: values.date ?? null, form, options: chosen }
  } catch (problem) {
    return badArguments('chart', problem)
  }
}

const unusable = (option: string, why: string): Refusal =>
  refuse('chart-option-unusable', `${option}: chart ${why}; bin/shiremoot chart --help says more.`)

const DIRECTIONS = ['increase', 'decrease', 'neutral'] as const

type Given = {
  improvement: string
  target?: string | undefined
  rebase: readonly string[]
  fixAfter?: string | undefined
  screen: boolean
}

function optionsOf({ improvement, target, rebase, fixAfter, screen }: Given): ChartOptions | Refusal {
  const direction = DIRECTIONS.find((one) => one === improvement)
  if (direction === undefined)
    return unusable(`--improvement ${improvement}`, `takes ${DIRECTIONS.join(', ')}`)
  const aim = target === undefined ? null : numberFrom(target)
  if (aim === undefined) return unusable(`--target ${target}`, 'takes a number as a target')
  const fixed = fixAfter === undefined ? null : Number(/^\d+$/.test(fixAfter) ? fixAfter : 0)
  if (fixed !== null && fixed < ENOUGH_VALUES)
    return unusable(`--fix-after ${fixAfter}`, `needs ${ENOUGH_VALUES} values or more for a fixed baseline`)
  const days: LocalDate[] = []
  for (const text of rebase.flatMap((some) => some.split(','))) {
    const day = localDate(text.trim()) ?? localDate(`${text.trim()}-01`)
    if (day === undefined)
      return unusable(`--rebase ${text}`, 'takes days or months such as 2019-04-01 or 2019-04')
    days.push(day)
  }
  return { improvement: direction, target: aim, rebase: days, fixAfter: fixed, screenOutliers: screen }
}

const numberFrom = (text: string): number | undefined =>
  /^[-−]?\d+(?:\.\d+)?$/.test(text) ? Number(text.replace('−', '-')) : undefined

/** Runs the command; returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  const drawn = isRefusal(asked) ? asked : await draw(asked)
  if (isRefusal(drawn)) {
    process.stderr.write(`${drawn.message.split('\n').map(onOneLine).join('\n')}\n`)
    return 2
  }
  process.stdout.write(drawn)
  return 0
}

async function draw({ file, value, date, form, options }: Asked): Promise<string | Refusal> {
  const bytes = await openFile(file)
  if (isRefusal(bytes)) return bytes
  const series = await readSeries({ name: basename(file), bytes }, { value, date })
  if (isRefusal(series)) return series
  const chart = controlChart(series.points, options)
  const warnings = [...chart.warnings, ...series.warnings]
  if (form === 'json') return `${JSON.stringify(chartValues(series, chart, warnings), null, 1)}\n`
  if (form === 'svg') return picture(basename(file), series, chart)
  return `${chartLines(series, chart, warnings).map(onOneLine).join('\n')}\n`
}

function picture(file: string, series: ReadSeries, chart: ControlChart): string {
  const counts = series.points.every(({ value }) => value >= 0)
  const from = chart.groups.at(-1)?.from
  const name = series.name.charAt(0).toUpperCase() + series.name.slice(1)
  const ends = [chart.points[0], chart.points.at(-1)].flatMap((point) =>
    point === undefined ? [] : [series.dateWords(point.date)],
  )
  const drawing = controlChartDrawing({
    id: 'chart',
    title: `${name}, ${ends.join(' to ')}`,
    description: chartSentence(chart, wordsOf(series)),
    chart,
    number: formatOf(series),
    unitWords: name,
    dateWords: series.dateWords,
    annotations: [],
    breaks: chart.groups
      .slice(1)
      .map((group) => ({ date: group.from, reason: `Limits drawn anew from ${longDate(group.from)}` })),
    target: chart.options.target,
    fromZero: false,
    possible: { least: counts ? 0 : null, most: series.percent ? 100 : null },
  })
  return standalone(drawing, {
    source: `From ${file}, ${series.points.length} values${from === undefined ? '' : `, limits from ${series.dateWords(from)}`}.`,
  })
}
