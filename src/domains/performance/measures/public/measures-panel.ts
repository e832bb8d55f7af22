/** The measures of a part of the plan, beside what was done about it: small charts, each a way to its page. */
import type { LocalDate } from '../../../../lib/index.ts'
import { type Html, html, joined, link, paragraph, sectionHeading } from '../../../../web/index.ts'
import { measurePath } from '../measure.ts'
import type { ListedMeasure } from '../reads.ts'
import { measureCard, measureCards } from './measure-card.ts'
import { readingLink } from './measure-top.ts'

/** As many as are shown with their figures; those with a chart go first, and the others are named. */
const SHOWN = 6

const isCharted = ({ outline }: ListedMeasure): boolean => outline.definition.frequency !== 'irregular'

/** A section of its own; nothing where no measure shows something about it. */
export function measuresPanel(measures: readonly ListedMeasure[], today: LocalDate): Html {
  if (measures.length === 0) return html``
  const inOrder = [...measures.filter(isCharted), ...measures.filter((one) => !isCharted(one))]
  const others = inOrder.slice(SHOWN)
  return html`${sectionHeading('What is measured', 'l', 'measures')}${paragraph(
    html`A measure beside what was done does not show that one caused the other. ${readingLink()}.`,
  )}${measureCards(
    inOrder.slice(0, SHOWN).map(({ outline }) => measureCard(outline, { today, level: 3, withChart: true })),
  )}${
    others.length === 0
      ? ''
      : paragraph(
          html`And ${others.length} more: ${joined(
            others.map(({ outline }) => link(measurePath(outline.slug), outline.title)),
            ' · ',
          )}`,
        )
  }`
}
