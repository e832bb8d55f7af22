/** The addresses of measures: each with its question of the record and its view. */
import { png, standalone } from '../../../../charts/index.ts'
import type { LocalDate } from '../../../../lib/index.ts'
import type { PublicRecord } from '../../../../record/index.ts'
import { Bytes, type Page, type PageRequest, page, Text } from '../../../../web/index.ts'
import { type Measure, measurePath } from '../measure.ts'
import { breakdownAt, measureAt } from '../reads.ts'
import {
  belowBreakdowns,
  belowCharts,
  belowMeasures,
  breakdownPageAt,
  measurePageAt,
  measuresPageAt,
} from '../reads-pages.ts'
import { revisedFigures } from '../reads-quoted.ts'
import { tell } from '../telling.ts'
import { breakdownPage } from './breakdown-page.ts'
import { breakdownMetadata, breakdownTable } from './breakdown-table.ts'
import { definitionPage } from './definition-page.ts'
import { BELOW } from './downloads-part.ts'
import { drawn, sourceWords } from './drawn.ts'
import { howToReadPage } from './how-to-read-page.ts'
import { measurePage } from './measure-page.ts'
import { measureMetadata, measureTable } from './measure-table.ts'
import { MEASURES_PATH, READING_PATH, REVISED_PATH } from './measure-top.ts'
import { measuresPage } from './measures-page.ts'
import { posterPage } from './poster-page.ts'
import { revisedPage } from './revised-page.ts'

const MEASURE = `${MEASURES_PATH}/:measure`
const BREAKDOWN = `${MEASURE}/by/:dimension`

type OfMeasure = { measure: Measure }

const measureOf = async (ask: PublicRecord, { params }: PageRequest): Promise<OfMeasure | undefined> => {
  const entry = await measureAt(ask, params['measure'] ?? '')
  return entry && { measure: entry.content }
}

/** The chart with what a picture says when it is passed on; undefined where there is nothing to draw. */
function pictureOf({ measure }: OfMeasure, { today, origin = '' }: { today: LocalDate; origin?: string }) {
  const telling = tell(measure, today)
  const drawing = drawn(measure, telling, 'wide')
  const source = sourceWords(measure, telling, `${origin}${measurePath(measure.slug)}`)
  return drawing && { drawing, source }
}

/** Pixels a unit: sharp in print. */
const SCALE = 2

/** What programs and readers take away. It knows of other days as the page does. */
const files: readonly Page<PublicRecord>[] = [
  page(`${MEASURE}/${BELOW.table}`, {
    addresses: belowMeasures(BELOW.table),
    days: 'kept',
    read: measureOf,
    view: measureTable,
  }),
  page(`${MEASURE}/${BELOW.metadata}`, {
    addresses: belowMeasures(BELOW.metadata),
    days: 'kept',
    read: measureOf,
    view: measureMetadata,
  }),
  page(`${MEASURE}/${BELOW.svg}`, {
    addresses: belowCharts(BELOW.svg),
    days: 'kept',
    read: async (ask: PublicRecord, request) => {
      const found = await measureOf(ask, request)
      return found && pictureOf(found, request)
    },
    view: ({ drawing, source }) => new Text('image/svg+xml', standalone(drawing, { source })),
  }),
  // Each takes as long to draw as ten pages, so that the kept copy goes without: it has the same as SVG.
  page(`${MEASURE}/${BELOW.png}`, {
    addresses: async () => [],
    days: 'kept',
    read: async (ask: PublicRecord, request) => {
      const found = await measureOf(ask, request)
      const picture = found && pictureOf(found, request)
      return picture && png(picture.drawing, { source: picture.source, scale: SCALE })
    },
    view: (bytes, { params }) =>
      new Bytes('image/png', Buffer.from(bytes), `${params['measure'] ?? 'measure'}.png`),
  }),
  page(`${BREAKDOWN}/${BELOW.table}`, {
    addresses: belowBreakdowns(BELOW.table),
    days: 'kept',
    read: (ask: PublicRecord, { params }) =>
      breakdownAt(ask, params['measure'] ?? '', params['dimension'] ?? ''),
    view: ({ content }) => breakdownTable(content),
  }),
  page(`${BREAKDOWN}/${BELOW.metadata}`, {
    addresses: belowBreakdowns(BELOW.metadata),
    days: 'kept',
    read: (ask: PublicRecord, { params }) =>
      breakdownAt(ask, params['measure'] ?? '', params['dimension'] ?? ''),
    view: ({ content }, request) => breakdownMetadata(content, request),
  }),
]

export const measurePages: readonly Page<PublicRecord>[] = [
  page(MEASURES_PATH, {
    lists: 'measure',
    query: ['family'],
    read: (ask: PublicRecord) => measuresPageAt(ask),
    view: measuresPage,
  }),
  page(READING_PATH, { days: 'none', read: async () => ({}), view: howToReadPage }),
  page(REVISED_PATH, { read: (ask: PublicRecord) => revisedFigures(ask), view: revisedPage }),
  page(MEASURE, {
    read: (ask: PublicRecord, { params }) => measurePageAt(ask, params['measure'] ?? ''),
    view: measurePage,
  }),
  page(`${MEASURE}/${BELOW.definition}`, {
    addresses: belowMeasures(BELOW.definition),
    read: measureOf,
    view: definitionPage,
  }),
  page(`${MEASURE}/${BELOW.poster}`, {
    addresses: belowMeasures(BELOW.poster),
    read: measureOf,
    view: posterPage,
  }),
  page(BREAKDOWN, {
    read: (ask: PublicRecord, { params }) =>
      breakdownPageAt(ask, params['measure'] ?? '', params['dimension'] ?? ''),
    view: breakdownPage,
  }),
  ...files,
]
