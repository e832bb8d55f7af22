/** What `shiremoot chart` prints and how it ends, run as a command. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const COMMAND = join(import.meta.dirname, 'index.ts')
const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared')
const skip = existsSync(join(SAMPLES, 'data/spc'))
  ? false
  : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

const CALM = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51, 49, 50]
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthly = (
  head: string,
  values: readonly (number | string)[],
  when: (index: number) => string,
): string => [head, ...values.map((value, index) => `${when(index)},${value}`), ''].join('\n')
const inWords = (index: number): string => `${MONTHS[index % 12]} ${2018 + Math.floor(index / 12)}`

let folder = ''
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}
const chart = (...args: string[]): { code: number | null; out: string; err: string } => {
  const run = spawnSync(process.execPath, [COMMAND, 'chart', ...args], { cwd: folder, encoding: 'utf8' })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

describe('shiremoot chart', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'shiremoot-chart-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('says in words what changed, the limits and the special values, whatever the months are written like', () => {
    const name = file('robbery.csv', monthly('Month,Robberies', [...CALM, 70], inWords))
    const { code, out, err } = chart(name, '--improvement', 'decrease')
    assert.deepEqual([code, err], [0, ''])
    assert.match(
      out,
      /^Robberies: the latest value, 70 in March 2019, is above the .* more than chance; .*worse/,
    )
    assert.match(out, /January 2018 to March 2019, 15 values: average 51\.5, limits /)
    assert.match(out, /1 of 15 values are special:\n {2}March 2019 +70 +concern +outside the limits/)
  })

  it('prints JSON of the promised shape', () => {
    const name = file(
      'plain.csv',
      monthly(
        'date,value',
        CALM,
        (index) => `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
      ),
    )
    const { code, out } = chart(name, '--json', '--target', '60', '--improvement', 'increase')
    assert.equal(code, 0)
    const printed = JSON.parse(out)
    assert.deepEqual(Object.keys(printed), [
      'groups',
      'points',
      'variation',
      'assurance',
      'sentence',
      'warnings',
    ])
    assert.deepEqual(Object.keys(printed.groups[0]), [
      'from',
      'to',
      'n',
      'mean',
      'lower',
      'upper',
      'nearLower',
      'nearUpper',
      'movingRangeMean',
      'rangesScreened',
    ])
    assert.deepEqual(printed.points[1], {
      date: '2018-02-01',
      value: 52,
      group: 0,
      outside: false,
      trend: false,
      twoOfThree: false,
      shift: false,
      label: 'common_cause',
    })
    assert.deepEqual([printed.variation, printed.assurance, printed.warnings], ['common_cause', 'fail', []])
  })

  it('takes columns by their names or numbers, and says which it took of several', () => {
    const text = [
      'period,attendances,breaches',
      ...CALM.map(
        (value, index) =>
          `2018-${String((index % 12) + 1).padStart(2, '0')}-${index < 12 ? '01' : '02'},${value},${value * 2}`,
      ),
    ].join('\n')
    const name = file('two.csv', text)
    const proposed = JSON.parse(chart(name, '--json').out)
    assert.match(proposed.warnings[0].message, /values are those of “attendances”.*“breaches”/)
    for (const column of ['Breaches', '3']) {
      const { groups, warnings } = JSON.parse(
        chart(name, '--json', '--value', column, '--date', 'period').out,
      )
      assert.equal(groups[0].mean, (CALM.reduce((sum, value) => sum + value, 0) * 2) / CALM.length)
      assert.deepEqual(warnings, [])
    }
    const none = chart(name, '--value', 'arrests')
    assert.deepEqual([none.code, none.out], [2, ''])
    assert.match(
      none.err,
      /two\.csv has no column “arrests”: its columns are “period”, “attendances”, “breaches”/,
    )
  })

  it('reads a file without headings, days of the month first where a row shows it, and per cent', () => {
    const days = file(
      'days.csv',
      monthly(
        '13/04/2019,5.5%',
        [6, 7, 8].map((value) => `${value}%`),
        (index) => `${14 + index}/04/2019`,
      ),
    )
    const { points, sentence } = JSON.parse(chart(days, '--json').out)
    assert.deepEqual(
      points.map(({ date, value }: { date: string; value: number }) => [date, value]),
      [
        ['2019-04-13', 5.5],
        ['2019-04-14', 6],
        ['2019-04-15', 7],
        ['2019-04-16', 8],
      ],
    )
    assert.match(sentence, /8% on 16 April 2019.*on trial/)
    const unclear = chart(
      file(
        'unclear.csv',
        monthly('day,n', [1, 2, 3], (index) => `0${index + 1}/04/2019`),
      ),
    )
    assert.equal(unclear.code, 2)
    assert.match(unclear.err, /line 2: .*day 1|line 2: .*01\/04\/2019/)
  })

  it('draws new limits, fixes them, and keeps outliers as asked', () => {
    const name = file('rise.csv', monthly('month,n', [...CALM, ...CALM.map((value) => value + 40)], inWords))
    const groups = (...args: string[]): { n: number; rangesScreened: number; mean: number }[] =>
      JSON.parse(chart(name, '--json', ...args).out).groups
    assert.deepEqual(
      groups('--rebase', '2019-03').map(({ n }) => n),
      [14, 14],
    )
    assert.deepEqual(
      groups('--rebase', '2018-08-01,2019-03-01').map(({ n }) => n),
      [7, 7, 14],
    )
    assert.equal(
      groups('--fix-after', '12')[0]?.mean,
      CALM.slice(0, 12).reduce((sum, value) => sum + value, 0) / 12,
    )
    assert.deepEqual([groups()[0]?.rangesScreened, groups('--no-screen-outliers')[0]?.rangesScreened], [1, 0])
  })

  it('prints a picture with a title and a description', () => {
    const { code, out } = chart(file('svg.csv', monthly('Month,Robberies', CALM, inWords)), '--svg')
    assert.equal(code, 0)
    assert.match(
      out,
      /^<\?xml .*\n<svg [\s\S]*<title[^>]*>Robberies, January 2018 to February 2019<\/title><desc[^>]*>Robberies: no change[\s\S]*<\/svg>\n$/,
    )
  })

  it('refuses rows it cannot read, each with its line, and draws nothing of the rest', () => {
    const values = CALM.map((value, index) => (index === 3 ? '..' : index === 5 ? '' : value))
    const name = file('bad.csv', `${monthly('Month,Robberies', values, inWords)}Jan 2018,50\nSometime,51\n`)
    const { code, out, err } = chart(name)
    assert.deepEqual([code, out], [2, ''])
    for (const words of [
      'line 5: “..” in “Robberies” is no number.',
      'line 7: no value stands in “Robberies”.',
      'line 16: January 2018 stands on line 2 already',
      'line 17: the date cannot be read',
    ])
      assert.ok(err.includes(words), `${words}\n${err}`)
  })

  it('ends with 2 and one sentence for options and files that it cannot use', () => {
    const name = file('good.csv', monthly('Month,n', CALM, inWords))
    for (const [args, says] of [
      [['missing.csv'], /missing\.csv is not there/],
      [[name, '--improvement', 'up'], /increase, decrease, neutral/],
      [[name, '--fix-after', '8'], /needs 12 values/],
      [[name, '--json', '--svg'], /not both/],
      [[file('one.csv', 'n\n1\n2\n')], /holds no table of two columns/],
      [[file('words.csv', 'a,b\nx,y\nz,w\n')], /No column of words\.csv holds dates/],
    ] as const) {
      const { code, out, err } = chart(...args)
      assert.deepEqual([code, out], [2, ''], String(args))
      assert.match(err, says)
      assert.equal(err.trim().split('\n').length, 1, err)
    }
  })
})

describe('shiremoot chart and real series', { skip }, () => {
  it('finds dates and values of the samples by itself', () => {
    for (const [path, n, mean] of [
      ['police/gmp_month_counts.csv', 36, 32534.055556],
      ['spc/ae_total_by_month.csv', 36, 2000538.944444],
    ] as const) {
      const run = spawnSync(process.execPath, [COMMAND, 'chart', join(SAMPLES, 'data', path), '--json'], {
        encoding: 'utf8',
      })
      assert.equal(run.status, 0, run.stderr)
      const [group] = JSON.parse(run.stdout).groups
      assert.equal(group.n, n)
      assert.ok(Math.abs(group.mean - mean) < 1e-5)
    }
  })
})
