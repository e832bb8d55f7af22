/** A question's page: the question as it was put, and the answer as the minutes record it, paragraph by paragraph. */
import { longDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
  facts,
  type Html,
  html,
  joined,
  lead,
  link,
  type Piece,
  pageTop,
  paragraph,
  sectionHeading,
  source,
  stateTag,
  type View,
} from '../../../../web/index.ts'
import { capital } from '../../register.ts'
import type { PublishedQuestion } from '../published.ts'
import { type AnswerParagraph, QUESTION_WORDS, stateOf } from '../question.ts'
import type { QuestionAnswer } from '../reads.ts'

export function questionPage({ question, priorities }: QuestionAnswer): View {
  const { content } = question
  const state = stateOf(content)
  return {
    title: question.title,
    description: question.summary,
    section: 'questions',
    main: html`${pageTop({
      kicker: joined(
        [link('/questions', 'Questions'), link(content.meeting.path, content.meeting.title)],
        ' · ',
      ),
      title: question.title,
    })}
${lead(`A question put at a meeting of the ${content.body.name} on ${longDate(content.meeting.date)}.`)}
${facts([
  {
    term: 'Answer',
    value: stateTag({ words: QUESTION_WORDS[state], tone: state === 'answered' ? 'done' : 'plain' }),
  },
  { term: 'Asked by', value: questioner(content) },
  { term: 'Asked on', value: day(content.meeting.date), note: link(content.meeting.path, 'the meeting') },
])}
${sectionHeading('The question', 'm', 'asked')}
<blockquote class="sm-text sm-quote"><p class="govuk-body">${content.text}</p>${
      content.bullets.length === 0 ? '' : bullets(content.bullets)
    }</blockquote>
${source(link(content.source.path, capital(content.source.words)), day(content.meeting.date))}
${sectionHeading('The answer', 'm', 'answer')}
${answer(content)}
${sectionHeading('Which part of the plan it serves', 'm', 'thread')}
${
  priorities.length === 0
    ? paragraph('None was found: it has no words that single out a priority of the plan.')
    : bullets(priorities.map((each) => html`${link(each.path, each.title)}: ${each.why}`))
}`,
  }
}

function questioner({ questioner: who }: PublishedQuestion): Piece {
  if (who === null) return 'The paper does not say'
  return who.person === null ? who.asPrinted : link(who.person.path, who.person.name)
}

function answer(question: PublishedQuestion): Html {
  if (question.answers.length === 0) {
    return paragraph(
      question.minuted
        ? 'No answer is recorded in the minutes of the meeting. It may have been given in another way.'
        : 'The minutes of the meeting are not on the record yet.',
    )
  }
  return html`${question.answers.map(answerParagraph)}`
}

const answerParagraph = (each: AnswerParagraph): Html =>
  html`${
    each.supplementary
      ? html`<h3 class="govuk-heading-s">A further question${each.by === null ? '' : `, by ${each.by}`}</h3>`
      : ''
  }<div class="sm-para"><a class="sm-para__number" href="${each.path}"><span class="govuk-visually-hidden">In the minutes, paragraph </span>${each.number ?? '·'}</a><div>${each.text}</div></div>`
