/** Holds our typed components to the fixtures that govuk-frontend ships. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import * as fc from 'fast-check'
import * as components from './components.ts'
import { Html, insetText, tag } from './index.ts'

const shipped = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend')), 'components')

type Fixture = { name: string; options: object; html: Html }

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

/** Fixtures are JSON, where html is a string; our options take Html. */
const asHtml = (name: string, value: unknown): unknown =>
  typeof value === 'string' && /^html$|Html$/.test(name) ? Html.trusted(value) : value

for (const [folder, component] of Object.entries(wrapped)) {
  test(`${folder} comes out as GOV.UK Frontend ships it`, () => {
    const { fixtures }: { fixtures: Fixture[] } = JSON.parse(
      readFileSync(join(shipped, folder, 'fixtures.json'), 'utf8'),
      asHtml,
    )
    assert.ok(fixtures.length > 0)
    for (const fixture of fixtures) {
      const made: Html = Reflect.apply(component, undefined, [fixture.options])
      assert.equal(made.text, fixture.html.text.trim(), fixture.name)
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
