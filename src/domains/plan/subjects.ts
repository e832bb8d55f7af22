/** Subjects that plans and papers of any police area speak of, each with the forms in which it is written. */
import { sentences, type Word } from './wording.ts'

export type Subject = {
  name: string
  /** Sequences of stems, each a form of the subject. */
  forms: string[][]
  /** Whether one mention tells enough: a form of two or more words does, a single word does not. */
  phrase: (form: string[]) => boolean
}

/** The first form names the subject. Plain words in singular; stemming finds the rest. */
const WRITTEN: readonly string[] = [
  'anti-social behaviour; nuisance behaviour',
  'county lines; county line',
  'organised crime; organised criminal; crime gangs; drug gangs; gangs',
  'drug dealing; drug supply; drugs trafficking; class drugs; drug network',
  'knife crime; bladed weapons',
  'violent crime; serious violence; violence reduction',
  'violence against women; violence against girls; gender-based violence',
  'domestic abuse; domestic violence',
  'sexual violence; sexual assault; sexual offences; rape',
  'stalking; harassment',
  'child exploitation; child sexual exploitation; child abuse; missing children; missing child',
  'modern slavery; human trafficking; forced labour',
  'hate crime; hate incidents',
  'burglary; burglaries',
  'fraud',
  'cyber crime; online crime',
  'business crime; retail crime; shoplifting',
  'rural crime; rural policing; wildlife crime; heritage crime',
  'neighbourhood policing; local policing team; community policing team; town centre officers; beat officers',
  'call handling',
  'road safety; road danger; roads policing; speed enforcement; drink driving; drug driving; collisions; vision zero',
  'speeding; speedwatch; speed watch',
  'young people; children young; youth justice; youth engagement; schools officers; school officers',
  'cadets; police cadets',
  'volunteering; volunteers; special constables; special constabulary; cadets; speedwatch',
  'victim services; victim satisfaction; witness care',
  'victims and witnesses; witnesses and victims',
  'restorative justice',
  'criminal justice; court backlog; magistrates; probation',
  'funding formula; funding settlement; fair share; fairer funding',
  'council tax; precept',
  'mental health; mental ill health; mental illness',
  'stop and search',
  'custody visitors; custody visiting',
  'police complaints; complaints process',
  'fire and rescue',
]

function formsOf(line: string): Subject {
  const written = line.split('; ')
  const forms = written.map((form) => sentences(form).flatMap((words) => words.map((word) => word.stem)))
  return {
    name: written[0] ?? line,
    forms: forms.filter((form) => form.length > 0),
    phrase: (form) => form.length > 1,
  }
}

export const SUBJECTS: readonly Subject[] = WRITTEN.map(formsOf)

export type Mention = { start: number; end: number; phrase: boolean }

/** Where the words of a sentence speak of a subject, longest form first. */
export function mentions(subject: Subject, words: readonly Word[]): Mention[] {
  const found: Mention[] = []
  let index = 0
  while (index < words.length) {
    const form = longestAt(subject, words, index)
    const first = words[index]
    const last = form && words[index + form.length - 1]
    if (form && first && last) {
      found.push({ start: first.start, end: last.end, phrase: subject.phrase(form) })
      index += form.length
    } else index += 1
  }
  return found
}

function longestAt(subject: Subject, words: readonly Word[], index: number): string[] | undefined {
  let best: string[] | undefined
  for (const form of subject.forms) {
    const fits = form.every((wanted, offset) => {
      const word = words[index + offset]
      return word?.stem === wanted && (offset === 0 || word.after !== 'apart')
    })
    if (fits && form.length > (best?.length ?? 0)) best = form
  }
  return best
}
