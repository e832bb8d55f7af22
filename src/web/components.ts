/** The GOV.UK Design System components that pages use, as typed functions over the official macros. */
import { govuk } from './govuk.ts'
import type { Html } from './html.ts'

/** Words as text (escaped) or as Html that was made safe already. */
export type Words = { text: string; html?: never } | { html: Html; text?: never }
type Attributes = Readonly<Record<string, string | number | boolean>>
type Look = { classes?: string; attributes?: Attributes }
type Hint = Words & Look & { id?: string }
type Label = Words & Look & { isPageHeading?: boolean; for?: string }
type ErrorMessage = Words & Look & { id?: string; visuallyHiddenText?: string | false }
type Legend = Words & { classes?: string; isPageHeading?: boolean }
type Fieldset = Look & { legend?: Legend; describedBy?: string; role?: string }
type FormGroup = Look
type Field = Look & {
  id?: string
  name: string
  label: Label
  hint?: Hint
  errorMessage?: ErrorMessage
  formGroup?: FormGroup
  describedBy?: string
  disabled?: boolean
}

/** Where the page stands: links from the home page down to its parent. */
export const breadcrumbs = (
  options: Look & {
    items: readonly (Words & { href?: string; attributes?: Attributes })[]
    collapseOnMobile?: boolean
    labelText?: string
  },
): Html => govuk('breadcrumbs', options)

/** A link back to the page one came from. */
export const backLink = (options: Look & { href: string; text?: string; html?: Html }): Html =>
  govuk('back-link', options)

type SummaryAction = Words & Look & { href: string; visuallyHiddenText?: string }
/** Facts as pairs of a key and a value. */
export const summaryList = (
  options: Look & {
    rows: readonly {
      classes?: string
      key: Words & { classes?: string }
      value: Words & { classes?: string }
      actions?: { items: readonly SummaryAction[]; classes?: string }
    }[]
    card?: Look & { title?: Words & { headingLevel?: number; classes?: string } }
  },
): Html => govuk('summary-list', options)

type Cell = Words & Look & { format?: 'numeric'; colspan?: number; rowspan?: number }
/** A table as GOV.UK draws it. Most pages want `scrollTable`, which also scrolls in its own frame. */
export const table = (
  options: Look & {
    rows: readonly (readonly Cell[])[]
    head?: readonly Cell[]
    caption?: string
    captionClasses?: string
    firstCellIsHeader?: boolean
  },
): Html => govuk('table', options)

/** A coloured label with words. States of the record use `stateTag`. */
export const tag = (options: Look & Words): Html => govuk('tag', options)

/** Words set apart by a bar. */
export const insetText = (options: Look & Words & { id?: string }): Html => govuk('inset-text', options)

/** Words that open on demand, without JavaScript. */
export const details = (
  options: Look & Words & { summaryText?: string; summaryHtml?: Html; id?: string; open?: boolean },
): Html => govuk('details', options)

type Step = { href: string; text?: string; html?: Html; labelText?: string; attributes?: Attributes }
/** Previous, next and numbered pages. Lists that go on by a cursor use `pageLinks`. */
export const pagination = (
  options: Look & {
    items?: readonly {
      number?: string
      href?: string
      current?: boolean
      ellipsis?: boolean
      visuallyHiddenText?: string
      attributes?: Attributes
    }[]
    previous?: Step
    next?: Step
    landmarkLabel?: string
  },
): Html => govuk('pagination', options)

/** A button, or with `href` a link that looks like one. */
export const button = (
  options: Look &
    Words & {
      type?: 'button' | 'submit' | 'reset'
      name?: string
      value?: string
      href?: string
      disabled?: boolean
      isStartButton?: boolean
      preventDoubleClick?: boolean
      id?: string
    },
): Html => govuk('button', options)

type Affix = Words & Look
/** A one-line field of a form. */
export const input = (
  options: Field & {
    type?: string
    inputmode?: string
    value?: string
    prefix?: Affix
    suffix?: Affix
    autocomplete?: string
    pattern?: string
    spellcheck?: boolean
    autocapitalize?: string
    inputWrapper?: Look
  },
): Html => govuk('input', options)

/** A list to choose one from. */
export const select = (
  options: Field & {
    items: readonly {
      text: string
      value?: string
      selected?: boolean
      disabled?: boolean
      attributes?: Attributes
    }[]
    value?: string
  },
): Html => govuk('select', options)

type Choice =
  | (Words & {
      value: string
      id?: string
      label?: Look
      hint?: Hint
      checked?: boolean
      conditional?: { html: Html }
      disabled?: boolean
      attributes?: Attributes
    })
  | { divider: string }
/** Choices of which one holds. */
export const radios = (
  options: Look & {
    name: string
    idPrefix?: string
    items: readonly Choice[]
    value?: string
    fieldset?: Fieldset
    hint?: Hint
    errorMessage?: ErrorMessage
    formGroup?: FormGroup
  },
): Html => govuk('radios', options)

/** A date as three fields: day, month and year. */
export const dateInput = (
  options: Look & {
    id: string
    namePrefix?: string
    items?: readonly {
      name: string
      id?: string
      label?: string
      value?: string
      classes?: string
      autocomplete?: string
      pattern?: string
      attributes?: Attributes
    }[]
    fieldset?: Fieldset
    hint?: Hint
    errorMessage?: ErrorMessage
    formGroup?: FormGroup
  },
): Html => govuk('date-input', options)

/** What went wrong with a form, each with a link to its field. Stands at the top of the page. */
export const errorSummary = (
  options: Look & {
    titleText?: string
    titleHtml?: Html
    descriptionText?: string
    descriptionHtml?: Html
    errorList?: readonly (Words & { href?: string; attributes?: Attributes })[]
    disableAutoFocus?: boolean
  },
): Html => govuk('error-summary', options)

/** The first link of the page, for who goes by keyboard. */
export const skipLink = (options: Look & Words & { href?: string }): Html => govuk('skip-link', options)

/** A warning with an exclamation mark and words. */
export const warningText = (options: Look & Words & { iconFallbackText?: string }): Html =>
  govuk('warning-text', options)

/** News about the page as a whole. */
export const notificationBanner = (
  options: Look &
    Words & {
      titleText?: string
      titleHtml?: Html
      titleHeadingLevel?: string
      titleId?: string
      type?: 'success'
      role?: string
      disableAutoFocus?: boolean
    },
): Html => govuk('notification-banner', options)
