/** Whether drawings are named, safe and whole on pages, as SVG files and as PNG. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../web/index.ts'
import { controlChartDrawing } from './control-chart.ts'
import type { Drawing } from './drawing.ts'
import { chartKey, figure, standalone } from './figure.ts'
import { png } from './png.ts'
import { marksOf, month, partsOf } from './testing.ts'

const VALUES = Array.from({ length: 30 }, (_, index) => (index === 12 ? 300 : 100 + ((index * 7) % 20)))
const EVIL = `Crimes <script>alert('1')</script> & "more"`

test('a page names each picture and describes it, under ids that are unique', () => {
  const parts = partsOf(VALUES, { title: 'Robberies by month', description: 'One month is unusual.' })
  const marks = marksOf(figure(controlChartDrawing(parts), controlChartDrawing(parts, 'narrow')).text)
  const pictures = marks.filter(({ name }) => name === 'svg')
  assert.equal(pictures.length, 2)
  for (const { attributes } of pictures) {
    assert.equal(attributes['role'], 'img')
    const named = (attributes['aria-labelledby'] ?? '')
      .split(' ')
      .map((id) => marks.find((mark) => mark.attributes['id'] === id))
    assert.deepEqual(
      named.map((mark) => [mark?.name, mark?.text]),
      [
        ['title', 'Robberies by month'],
        ['desc', 'One month is unusual.'],
      ],
    )
  }
  const ids = marks.flatMap(({ attributes }) => attributes['id'] ?? [])
  assert.equal(new Set(ids).size, ids.length)
})

test('pictures on pages carry no styles of their own, which the site refuses', () => {
  const parts = partsOf(VALUES)
  const marks = marksOf(figure(controlChartDrawing(parts)).text)
  assert.ok(marks.every(({ name, attributes }) => name !== 'style' && attributes['style'] === undefined))
})

test('titles, reasons and sources with markup in them stay words', () => {
  const parts = partsOf(VALUES, {
    title: EVIL,
    description: EVIL,
    breaks: [{ date: month(5), reason: EVIL }],
  })
  const drawing = controlChartDrawing(parts)
  for (const xml of [
    figure(drawing).text,
    standalone(drawing, { source: EVIL }),
    html`<div>${chartKey(drawing.key)}</div>`.text,
  ]) {
    const marks = marksOf(xml)
    assert.ok(marks.every(({ name }) => name !== 'script'))
    assert.ok(marks.some(({ text }) => text.includes(`<script>alert('1')</script>`)))
  }
})

test('an SVG file has its title, what its flags mean and its source within the picture', () => {
  const drawing = controlChartDrawing(
    partsOf(VALUES, { title: 'Robberies', annotations: [{ date: month(3), words: 'Operation began' }] }),
  )
  const words = marksOf(standalone(drawing, { source: 'Kent Police, as at 31 October 2019' }))
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
  for (const wanted of ['Robberies', '1: Operation began', 'Kent Police, as at 31 October 2019'])
    assert.ok(words.includes(wanted), wanted)
})

test('an SVG file is well-formed whatever characters a title holds', () => {
  const drawing = { ...plain, title: 'a\u0000b\u0007c\ud800d' }
  const svg = standalone(drawing, { source: '' })
  assert.ok(Array.from(svg, (one) => one.codePointAt(0) ?? 0).every((code) => code >= 32 || code === 10))
  assert.ok(svg.isWellFormed())
  assert.doesNotThrow(() => marksOf(svg))
})

const plain: Drawing = { id: 'x', title: 'x', description: 'x', width: 320, height: 40, body: html`` }

test('a key without lines is nothing', () => {
  assert.equal(chartKey([]).text, '')
})

test('a PNG is one, as large as asked for', async () => {
  const bytes = Buffer.from(await png(plain, { source: 'x', scale: 2 }))
  assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG')
  const svg = marksOf(standalone(plain, { source: 'x' }))[0]
  assert.equal(bytes.readUInt32BE(16), Number(svg?.attributes['width']) * 2)
})

const sizeOf = async (title: string, source: string): Promise<number> =>
  (await png({ ...plain, title }, { source, scale: 1 })).length

test('a PNG has its words drawn with letters of its own, in regular and in bold', async () => {
  const none = await sizeOf(' ', ' ')
  assert.ok((await sizeOf('Robberies recorded', ' ')) > none + 200, 'the title')
  assert.ok((await sizeOf(' ', 'Kent Police, provisional')) > none + 200, 'the source')
})
