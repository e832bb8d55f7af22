/** The measures of a part of the plan, beside what was done about it: small charts, each a way to its page. */
import type { LocalDate } from '../../../../lib/index.ts'
import { type Html, html, paragraph, sectionHeading } from '../../../../web/index.ts'
import type { ListedMeasure } from '../reads.ts'
import { measureCard, measureCards } from './measure-card.ts'
import { readingLink } from './measure-top.ts'

/** A section of its own; nothing where no measure shows something about it. */
export const measuresPanel = (measures: readonly ListedMeasure[], today: LocalDate): Html =>
  measures.length === 0
    ? html``
    : html`${sectionHeading('What is measured', 'l', 'measures')}${paragraph(
        html`A measure beside what was done does not show that one caused the other. ${readingLink()}.`,
      )}${measureCards(measures.map(({ outline }) => measureCard(outline, { today, level: 3, withChart: true })))}`
