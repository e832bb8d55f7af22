/** Renders the official GOV.UK Frontend macros: the one place that knows nunjucks. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import nunjucks from 'nunjucks'
import { Html } from './html.ts'

const macros = dirname(dirname(createRequire(import.meta.url).resolve('govuk-frontend')))

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(macros), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

const compiled = new Map<string, nunjucks.Template>()

function template(component: string): nunjucks.Template {
  const known = compiled.get(component)
  if (known) return known
  const macro = `govuk${component.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`
  const made = nunjucks.compile(
    `{%- from "govuk/components/${component}/macro.njk" import ${macro} -%}{{ ${macro}(options) }}`,
    environment,
  )
  compiled.set(component, made)
  return made
}

/** Html becomes the string that the macros expect under names such as `html`; everything else stays as it is. */
function plain(value: unknown): unknown {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}

/** The html of a GOV.UK component, by its folder's name ('summary-list') and the options of its macro. Text is escaped by the macro. */
export function govuk(component: string, options: object): Html {
  return Html.trusted(
    template(component)
      .render({ options: plain(options) })
      .trim(),
  )
}
