/** Holds our typed components to the fixtures that govuk-frontend ships. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import * as components from './components.ts'
import { Html, insetText, tag } from './index.ts'

const shipped = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend')), 'components')

type Fixture = { name: string; options: unknown; html: string }

const wrapped: Record<string, (options: never) => Html> = {
  'back-link': components.backLink,
  'date-input': components.dateInput,
  'error-summary': components.errorSummary,
  'inset-text': components.insetText,
  'notification-banner': components.notificationBanner,
  'skip-link': components.skipLink,
  'summary-list': components.summaryList,
  'warning-text': components.warningText,
  breadcrumbs: components.breadcrumbs,
  button: components.button,
  details: components.details,
  input: components.input,
  pagination: components.pagination,
  radios: components.radios,
  select: components.select,
  table: components.table,
  tag: components.tag,
}

/** Fixture options are written in JSON, where html is a string; ours take Html. */
function typed(value: unknown, name = ''): unknown {
  if (typeof value === 'string' && /^html$|Html$/.test(name)) return Html.trusted(value)
  if (Array.isArray(value)) return value.map((inner) => typed(inner))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(inner, key)]))
}

for (const [folder, component] of Object.entries(wrapped)) {
  test(`${folder} comes out as GOV.UK Frontend ships it`, () => {
    const { fixtures }: { fixtures: Fixture[] } = JSON.parse(
      readFileSync(join(shipped, folder, 'fixtures.json'), 'utf8'),
    )
    assert.ok(fixtures.length > 0)
    for (const fixture of fixtures) {
      assert.equal(component(typed(fixture.options) as never).text, fixture.html.trim(), fixture.name)
    }
  })
}

test('every component we wrap is held to its fixtures', () => {
  assert.equal(Object.keys(components).length, Object.keys(wrapped).length)
})

test('text given to a component never becomes markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const made of [tag({ text: `<b ${text}` }).text, insetText({ text: `<b ${text}` }).text]) {
        assert.ok(!made.includes('<b'))
      }
    }),
  )
})
