/** How the questions read in a document become entries, each with the paragraphs that answer it. */
import type { Block, Question as ReadQuestion } from '../../../papers/index.ts'
import { workingCopies } from '../../../record/index.ts'
import { minuteAnchor, minuteParagraphAnchor, questionAnchor } from '../anchors.ts'
import { type Gathering, gather } from '../gathering.ts'
import type { BringPart, PaperContext, Place } from '../paper-context.ts'
import { cited, joinServes } from '../serving.ts'
import { questionKind } from './published.ts'
import {
  type AnswerParagraph,
  type Question,
  questionKey,
  questionSlug,
  supplementaryBy,
  titleOf,
} from './question.ts'

/** Brings the questions of one document. A list of questions never takes away an answer that minutes have given. */
export const bringQuestions: BringPart = async (context) => {
  const gathering = gather(context.act)
  const before = await workingCopies(context.act.tx, context.authority, questionKind)
  const taken = new Set(before.map((copy) => copy.working.slug))
  const refs = new Set<string>()
  for (const [index, read] of context.reading.questions.entries()) {
    const ref = freshRef(read, index, refs)
    const key = questionKey(context.body.slug, context.meeting.date, ref)
    const earlier = before.find((copy) => copy.key === key)?.working
    const working = questionOf(context, { read, ref, earlier, taken })
    taken.add(working.slug)
    const place = await gathering.entry(questionKind, key, working, `Found in ${context.source.name}`)
    await joinQuestion(context, gathering, place, { read, ref, working, before: earlier?.serves ?? [] })
  }
  return gathering.brought
}

/** "q1"; where two parts of a meeting each have a first question, the second is known by its item as well. */
function freshRef(read: ReadQuestion, index: number, refs: Set<string>): string {
  const number = read.number ?? `${index + 1}`
  const ref = refs.has(number) ? `${number}-${read.item ?? index + 1}` : number
  refs.add(ref)
  return ref
}

type Parts = { read: ReadQuestion; ref: string; earlier: Question | undefined; taken: ReadonlySet<string> }

function questionOf(context: PaperContext, { read, ref, earlier, taken }: Parts): Question {
  const person = read.questioner === null ? undefined : context.personFor(read.questioner)
  const answers = answersOf(context, read)
  const kept = answers.length === 0 && earlier !== undefined && earlier.answers.length > 0
  const minuted = context.minutes.size > 0 || earlier?.minuted === true
  const name = person?.name ?? read.questioner
  return {
    slug:
      earlier?.slug ??
      questionSlug(context.meeting.date, { number: read.number, questioner: name, text: read.text }, taken),
    number: read.number,
    title: titleOf(read.text, read.bullets),
    text: read.text,
    bullets: [...read.bullets],
    questioner:
      read.questioner === null
        ? null
        : {
            asPrinted: read.questioner,
            person: person === undefined ? null : { name: person.name, path: person.path },
          },
    answers: kept ? earlier.answers : answers,
    minuted,
    body: { name: context.body.name, path: context.body.path },
    meeting: { date: context.meeting.date, path: context.meeting.path, title: context.meeting.title },
    source: kept ? earlier.source : sourceOf(context, read, ref),
    serves: context.serves(refOf(ref), `${read.text} ${read.bullets.join(' ')}`).map((each) => each.priority),
  }
}

/** Corrections name a question as it is printed: "Q1". */
const refOf = (ref: string): string => (/^\d/.test(ref) ? `Q${ref}` : ref)

function sourceOf(context: PaperContext, read: ReadQuestion, ref: string): Question['source'] {
  const number = refOf(ref).replace(/^Q/i, '')
  const anchor =
    read.number === null && read.item !== null ? minuteAnchor(read.item) : questionAnchor(refOf(ref))
  const within =
    read.item === null ? '' : context.minutes.size > 0 ? `minute ${read.item}, ` : `item ${read.item}, `
  return { words: `${within}question ${number}`, path: `${context.page}#${anchor}` }
}

/** The paragraphs of the question's minute that the reading says answer it. */
function answersOf(context: PaperContext, read: ReadQuestion): AnswerParagraph[] {
  const { reading } = context
  const item = reading.items.find((each) => each.number === read.item)
  const [from, to] = item?.blocks ?? [0, reading.blocks.length]
  const blocks = reading.blocks.slice(from, to)
  return read.answerParagraphs.flatMap((number, index) => {
    const block = blocks.find((each) => each.type === 'paragraph' && each.number === String(number))
    if (block === undefined) return []
    const text = withLists(blocks, block)
    const by = index === 0 ? null : supplementaryBy(text)
    const anchor = minuteParagraphAnchor(read.item ?? '', String(number))
    return [
      { number: String(number), text, path: `${context.page}#${anchor}`, supplementary: by !== null, by },
    ]
  })
}

/** A paragraph with what runs on from it before the next numbered one: unnumbered paragraphs and lists. */
function withLists(blocks: readonly Block[], first: Block): string {
  const texts: string[] = []
  for (const block of blocks.slice(blocks.indexOf(first))) {
    if (block !== first && (block.type === 'heading' || block.type === 'table')) break
    if (block.type === 'list') texts.push(...block.items.map((item) => `${item.marker} ${item.text}`))
    if (block.type !== 'paragraph') continue
    if (block !== first && (block.number !== null || block.quote || /^RESOLVED\b/.test(block.text))) break
    texts.push(block.text)
  }
  return texts.join(' ')
}

async function joinQuestion(
  context: PaperContext,
  gathering: Gathering,
  place: Place,
  found: { read: ReadQuestion; ref: string; working: Question; before: readonly string[] },
): Promise<void> {
  const { read, ref, working } = found
  const minute = read.item === null ? undefined : context.minutes.get(read.item)
  if (minute !== undefined) await gathering.join(place, minute, 'arises-from', `asked in ${minute.title}`)
  if (minute !== undefined && working.answers.length > 0)
    await gathering.join(minute, place, 'answers', `answered there, ${paragraphsInWords(working)}`)
  await gathering.join(place, context.meeting, 'part-of', 'put at this meeting')
  const person = read.questioner === null ? undefined : context.personFor(read.questioner)
  if (person !== undefined)
    await gathering.join(person, place, 'asked', `printed as “${read.questioner ?? ''}” under the question`)
  const serves = context.serves(refOf(ref), `${read.text} ${read.bullets.join(' ')}`)
  await joinServes(context.act, gathering, place, {
    now: serves,
    before: found.before,
    source: cited(working.source, ''),
  })
}

function paragraphsInWords(question: Question): string {
  const numbers = question.answers.map((answer) => answer.number).filter((number) => number !== null)
  return numbers.length === 1 ? `paragraph ${numbers[0]}` : `paragraphs ${numbers.join(', ')}`
}
