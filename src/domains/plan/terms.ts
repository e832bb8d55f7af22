/** The words of the field in plain English, for someone who has never met them. */

export type Term = { question: string; meaning: string; said: RegExp }

export const WHAT_A_PLAN_IS =
  'By law every area has a police and crime plan. The person elected to oversee the police sets it, usually for their term of office: what matters most, who is to do it, and what money there is. The chief constable must take it into account, but decides alone how officers are used.'

const TERMS: readonly Term[] = [
  {
    question: 'What are county lines?',
    meaning:
      'County lines are drug-dealing networks run from one place into another, often using children and vulnerable adults to carry and sell.',
    said: /\bcounty lines?\b/i,
  },
  {
    question: 'What is anti-social behaviour?',
    meaning:
      'Anti-social behaviour, often shortened to ASB, is conduct that causes others nuisance, harassment, alarm or distress, from noise to intimidation.',
    said: /\banti-?\s?social behaviour\b|\bASB\b/i,
  },
  {
    question: 'What is organised crime?',
    meaning:
      'Organised crime is serious crime planned and carried out by people who work together, such as supplying drugs or trafficking people.',
    said: /\borgani[sz]ed crime\b/i,
  },
  {
    question: 'What is violence against women and girls?',
    meaning:
      'Violence against women and girls, often shortened to VAWG, covers crimes such as rape, stalking, harassment and domestic abuse, whoever suffers them.',
    said: /\bviolence against women\b|\bVAWG\b/i,
  },
  {
    question: 'What is exploitation?',
    meaning:
      'Exploitation is using someone for another’s gain: for sex, for forced work, or to carry drugs. Modern slavery is one form of it.',
    said: /\bexploitation\b/i,
  },
  {
    question: 'What is Vision Zero?',
    meaning: 'Vision Zero is the aim that nobody is killed or seriously injured on the roads.',
    said: /\bvision zero\b/i,
  },
  {
    question: 'What is the criminal justice system?',
    meaning:
      'The criminal justice system is everyone a case passes through: police, prosecutors, courts, prisons and probation, and the services for victims.',
    said: /\bcriminal justice\b/i,
  },
  {
    question: 'What is the funding formula?',
    meaning: 'The funding formula is the sum by which government shares police money out between areas.',
    said: /\bfunding (?:formula|settlement)\b/i,
  },
  {
    question: 'What is neighbourhood policing?',
    meaning:
      'Neighbourhood policing is officers and community support officers who stay with one place, know it and are known there.',
    said: /\bneighbourhood policing\b/i,
  },
  {
    question: 'What is volunteering in policing?',
    meaning:
      'Volunteers serve beside the police in several ways: special constables with full powers, cadets, speed watch groups, and visitors who check on people in custody.',
    said: /\bvolunteer/i,
  },
  {
    question: 'What is the Strategic Policing Requirement?',
    meaning:
      'The Strategic Policing Requirement is the government’s list of threats, such as terrorism and serious organised crime, that every force must be ready to help the country meet.',
    said: /\bstrategic policing requirement\b/i,
  },
  {
    question: 'What are the National Crime and Policing Measures?',
    meaning:
      'The National Crime and Policing Measures are what the government says police success looks like nationally, such as less homicide and less neighbourhood crime.',
    said: /\bnational crime and policing measures\b/i,
  },
  {
    question: 'What was Policing Vision 2025?',
    meaning:
      'Policing Vision 2025 was a national statement, agreed by chiefs and commissioners, of how policing should change by 2025.',
    said: /\bpolicing vision 2025\b/i,
  },
]

/** The terms that a text uses, in the order of the list. */
export const termsIn = (text: string): Term[] => TERMS.filter(({ said }) => said.test(text))
