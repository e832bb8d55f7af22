/** What an action is called: the thing that was asked or promised, in the paper's own words, so that it reads as a heading. */
import { tellingWords } from '../telling-words.ts'

/** "he would look into the messages" → "Look into the messages"; where the words name no subject, that of their minute does. */
export function titleOf(what: string, subject: string): string {
  const text = capital(asHeading(withoutSubject(withoutMarks(what))))
  const about = shortSubject(subject)
  if (about === '' || tellingWords(text).length > 0) return text
  const named = text.replace(POINTS_BACK, (_, lead: string) => `${lead} ${about}`)
  return named === text ? `${text} (${about})` : named
}

/** One part of the list that a report is to cover: "(b) The satisfaction of victims;" → "A report on the satisfaction of victims". */
export const reportTitle = (part: string, paper: string): string =>
  `A report on ${inside(withoutMarks(part), paper)}`

/** One part of a list that is asked for as it stands. */
export const partTitle = (part: string): string => capital(withoutMarks(part))

/** "a further report on it in due course": the word that points back to what was under discussion. */
const POINTS_BACK = /\b(about|into|of|on|regarding) (?:it|them|these|this)(?=$|[,;]|\s(?:at|by|in|when)\b)/i

/** "Violence Reduction - Update" → "Violence Reduction". */
const shortSubject = (subject: string): string =>
  subject.replace(/\s+[-–—]\s+(?:an? )?(?:verbal |written )?(?:presentation|report|update)$/i, '').trim()

/** "(b) Burglary victims;" → "Burglary victims". */
const withoutMarks = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:\(?[a-z0-9]{1,3}[).]|[-•*])\s+/i, '')
    .replace(/[;:,.]?\s*(?:and)?\s*$/, '')
    .trim()

const WHO = String.raw`(?:that )?(?:he|she|they|(?:the )?(?:police and crime )?commissioner|(?:the )?pf?cc|(?:the )?chief constable) (?:also )?`

/** Words that only say who asks or promises; what is left names the thing. */
const SUBJECTS: readonly RegExp[] = [
  /^(?:that )?(?:the )?(?:panel|board|committee|members?) (?:also )?(?:requests?|requested|asks?|asked)(?: for)? (?=an? |that )/i,
  /^requests? (?=an? |that )/i,
  new RegExp(`^${WHO}(?:is|was|were) (?=committed to \\w+ing\\b)`, 'i'),
  new RegExp(
    `^${WHO}(?:would|will|undertook to|agreed to|promised to|offered to|was (?:very )?(?:happy|willing|keen|committed|prepared|pleased) to) (?:also )?`,
    'i',
  ),
  /^(?:undertook|agreed|promised|offered) to /i,
]

/** "he would look into this" → "look into this"; "Request a report on fraud" → "a report on fraud". */
function withoutSubject(text: string): string {
  for (const subject of SUBJECTS) {
    const rest = text.replace(subject, '')
    if (rest !== text && rest.length >= 8) return rest
  }
  return text
}

/** "that fraud stay on its agenda" → "fraud to stay on the agenda"; "the figures would be circulated" → "the figures to be circulated". */
const asHeading = (text: string): string =>
  text
    .replace(
      /^that (.+?) (attend|be|become|continue|have|include|provide|receive|remain|report|stay)\b/i,
      '$1 to $2',
    )
    .replace(/^(?:it|they|this|these) (?:would|will|should) be /i, 'to be ')
    .replace(/^((?:(?! to ).)+?) (?:would|will|should) be /i, '$1 to be ')
    .replace(/\bon its agenda$/i, 'on the agenda')

/** The words as they stand in the middle of a sentence: a capital that only began a line is not kept. */
function inside(text: string, paper: string): string {
  const [first = ''] = text.split(/[\s,]/, 1)
  const small = first.toLowerCase()
  if (first === small || !/^[A-Z][a-z’'-]*$|^A$/.test(first)) return text
  const usual = /^(?:an?|any|how|the|what|whether|which|who|why)$/.test(small)
  const seen = usual || new RegExp(`[a-z,] ${small}\\b`).test(paper)
  return seen ? `${small}${text.slice(first.length)}` : text
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
