/** Pages that say what this site is and how to reach who runs it; their words are ours, their facts the authority's. */
import {
  bullets,
  type Html,
  html,
  lead,
  link,
  type Page,
  type PageRequest,
  page,
  pageTop,
  paragraph,
  sectionHeading,
  summaryList,
  term,
  threadKey,
  type View,
} from '../../web/index.ts'
import { accessibilityView } from './accessibility-page.ts'
import { canBeReached } from './reaching.ts'
import { TESTED } from './tested.ts'

/** A page that asks nothing of the record. */
function still<Asker>(path: string, view: (request: PageRequest) => View): Page<Asker> {
  return page(path, { days: 'none', read: async () => ({}), view: (_, request) => view(request) })
}

function aboutView({ site }: PageRequest): View {
  const { words } = site
  return {
    title: 'About this site',
    description: 'What this site is, how to read it, and how the record is kept.',
    section: null,
    main: html`${pageTop({ title: 'About this site' })}${lead(
      html`This is the public record of policing in ${words.area}: what was promised, what was done, and how we know.`,
    )}
${sectionHeading('What you find here', 'm')}${bullets([
  html`${link('/plan', 'The plan')}: what the ${words.policingBody} has set out to achieve, and a page for each priority with everything that was said, promised and done about it`,
  html`${link('/meetings', 'Meetings')}: agendas, papers and minutes of the meetings that hold the ${words.policingBody} and ${words.force} to account`,
  html`${link('/actions', 'Actions')}: what was asked for and promised, in the exact words, and what has come of it`,
  html`${link('/questions', 'Questions')}: what was asked in public, by whom, and the answer`,
  html`${link('/work-programme', 'Work programme')}: what a meeting plans to deal with next`,
  html`${link('/people', 'People')}: who sat where, who was there, and who asked what`,
])}
${sectionHeading('How to read it', 'm')}${paragraph(
  'A gold line, the thread, runs down the page of each priority. Each mark on it is one thing on the public record, with words that say what it is:',
)}${threadKey()}${paragraph(
  'Under each thing stands its source: the paper, the paragraph and the day. Follow it to read the words where they were written.',
)}${bullets([
  html`<strong>Open</strong> means that nothing on the record ends it. It does not mean that nothing is being done.`,
  html`<strong>Done</strong> is said only where a published source shows it.`,
  html`<strong>Not found in</strong> means that we looked in that paper and the words were not there. The thing may have been dealt with in another way.`,
  html`A date has <strong>passed</strong> when a day was named, and is over, and nothing on the record says that the thing was done.`,
])}
${sectionHeading('How the record is kept', 'm')}${bullets([
  'Everything comes from published papers. Each is kept as it was handed in and can be downloaded from its page.',
  'What is shown is taken from the paper as it is printed. Numbers are not worked out anew; where a paper says nothing, this site says nothing.',
  'When a paper is published again, the new text takes its place and the earlier one stays reachable.',
  'Each change is kept with who made it, when and why. Each publication adds a line to a log that cannot be altered without being noticed.',
  html`If something here is wrong, ${link('/contact', 'tell us')}. It will be put right, and the correction will be visible.`,
])}
${sectionHeading('How to see what was changed', 'm')}${paragraph(
  html`Each page says since when it stands and which versions it had. Its foot has a form that shows it as it stood on another day, and a link to ${link('/verify', 'check that nothing was altered')}. ${link('/withdrawn', 'What was withdrawn')} is listed with the reason, and ${link('/data', 'all of the record')} can be had as data.`,
)}
${sectionHeading('Leaving this site quickly', 'm', 'exit')}${paragraph(
  'Pages that may matter to people who have been hurt have a button, “Exit this page”. It leads at once to the weather, or to another page that anyone might have open.',
)}${bullets([
  'It takes the page from your screen. It does not take it out of the history of your browser, and the Back button leads to it again.',
  'To leave no trace in the history, open a private or incognito window before you begin, and close it at the end.',
  'It cannot hide anything from somebody who can see your screen, or who has put a program for watching you on your device. If you think so, use another device, such as one in a library.',
  html`In danger, call 999. If you cannot speak, wait for the question and press 55.`,
])}
${sectionHeading('Words explained', 'm', 'words')}${terms(words)}
${sectionHeading('Your privacy', 'm')}${paragraph(
  'This site sets no cookie, runs no script, loads nothing from other sites and does not follow you. The server keeps no list of who read what.',
)}`,
  }
}

function terms(words: PageRequest['site']['words']): Html {
  return html`${term('What is a police and crime plan?', `A document in which the ${words.policingBody} says what ${words.force} should concentrate on for the next few years, and how the money will be spent. The law asks for one after each election.`)}
${term(`Who is the ${words.policingBody}?`, `The person or body elected to hold the police to account on behalf of everyone in ${words.area}: sets the plan and the budget, and appoints the ${words.chief}. Does not direct individual officers or investigations.`)}
${term(`What is the ${words.panel}?`, `Councillors from every council of the area and independent members, who question and support the ${words.policingBody} in public, and can make recommendations.`)}
${term('What is a priority?', `One of the main aims of the plan. Some are for the ${words.chief} and ${words.force} to deliver, others for the ${words.policingBody}.`)}
${term('What is a precept?', 'The part of the council tax that pays for policing.')}
${term('What is a work programme?', 'The list of what a meeting plans to deal with at its next meetings.')}
${term('What is a minute?', 'The written record of what was said and agreed about one item at a meeting.')}
${term('What is an exempt item?', 'A part of a meeting that the law allows to be held in private. The agenda says that there is one, and why.')}`
}

const whatFor = ({ words }: PageRequest['site']): Html =>
  html`${sectionHeading('What we can help with here', 'm')}${bullets([
    'something on this site that is wrong, missing or hard to understand',
    'a paper in another format, such as large print, Easy Read or audio',
    `a question to the ${words.policingBody}`,
  ])}`

function contactView({ site }: PageRequest): View {
  const rows = site.contact.map(({ label, value, href }) => ({
    key: { text: label },
    value: href === null ? { text: value } : { html: link(href, value) },
  }))
  return {
    title: 'Contact',
    description: `How to reach ${site.publisher}.`,
    section: null,
    addressesVictims: true,
    main: html`${pageTop({ title: 'Contact' })}${lead(html`This site is published by ${site.publisher}.`)}${sectionHeading('If you need the police', 'm')}${paragraph(
      html`In an emergency call <strong>999</strong>. If you cannot speak, wait for the question and press 55. To report a crime or ask about a case at any other time, call ${site.words.force} on <strong>101</strong>. Nobody here can do that for you.`,
    )}${sectionHeading('About this site', 'm')}${
      rows.length === 0
        ? paragraph('No way to reach the publisher has been given yet.')
        : summaryList({ rows })
    }${canBeReached(site) ? whatFor(site) : paragraph('This record names no address to write to or number to call.')}`,
  }
}

/** About, contact and the accessibility statement. */
export const stillPages = <Asker>(): readonly Page<Asker>[] => [
  still('/about', aboutView),
  still('/contact', contactView),
  still('/accessibility', (request) => accessibilityView(request, TESTED)),
]
