/**
 * The accessibility statement (regulation 8 of SI 2018/952), made of what the tests in a browser found. It claims nothing
 * that was not tested.
 */
import { longDate } from '../../lib/index.ts'
import {
  bullets,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  type View,
} from '../../web/index.ts'
import { canBeReached } from './reaching.ts'
import type { Tested } from './tested.ts'

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

const howTested = (tested: Tested): Html =>
  html`${paragraph(
    `On ${longDate(tested.on)}, ${tested.pages} pages were looked at by ${tested.with}, with at least one of each of the ${tested.templates.length} kinds of page that this site has: against ${listed(tested.against)}, at ${listed(tested.widths.map((width) => `${width} pixels`))} of width. Pages were also used ${listed(tested.ways)}.`,
  )}${
    tested.failures.length === 0
      ? paragraph('These tests found nothing to object to.')
      : html`${paragraph(`These tests found ${tested.failures.length === 1 ? 'one thing' : `${tested.failures.length} things`} that ${tested.failures.length === 1 ? 'is' : 'are'} not mended yet:`)}${bullets(tested.failures)}`
  }${paragraph(
    'The same tests run whenever the software changes, and this page is made of what they found. Automatic tests find only part of what can be wrong. This site has not yet been tested by people who use assistive technology every day, nor by an independent auditor. Until that is done we do not claim that it complies.',
  )}`

/** /accessibility. */
export function accessibilityView({ site }: PageRequest, tested: Tested): View {
  return {
    title: 'Accessibility statement',
    description:
      'How far this site can be used by everyone, what was tested, and how to tell us about problems.',
    section: null,
    main: html`${pageTop({ title: 'Accessibility statement' })}${lead(
      html`This site is meant for everyone. It is published by ${site.publisher}.`,
    )}${paragraph('You should be able to:')}${bullets([
      'zoom in to 400 % without text running off the page',
      'go everywhere with a keyboard alone',
      'use the site without JavaScript, and with your own colours and fonts',
      'listen to most of it with a screen reader',
      'print any page in black on white with the full addresses of its sources',
    ])}
${sectionHeading('How it was tested', 'm')}${howTested(tested)}
${sectionHeading('What may not be accessible', 'm')}${bullets([
  'Papers as they were handed in, such as PDF files, may lack structure for screen readers. Their text is on this site as a web page.',
  'Tables are taken over as printed. A table that was hard to follow on paper may be hard to follow here.',
  'Wide tables scroll inside their own frame.',
])}
${sectionHeading('Tell us', 'm')}${paragraph(
  canBeReached(site)
    ? html`If you find a problem, or need something in a different format, ${link('/contact', 'contact us')}. We will reply within a reasonable time and say what we can do.`
    : html`This record names no address to write to yet. ${link('/contact', 'The contact page')} says whose it is.`,
)}${paragraph(
  html`If you are not happy with our answer, contact the ${link('https://www.equalityadvisoryservice.com/', 'Equality Advisory and Support Service')}. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.`,
)}
${sectionHeading('Compliance', 'm')}${paragraph(
  'Not yet determined: whether this site meets the Web Content Accessibility Guidelines version 2.2 at level AA has not been audited.',
)}${paragraph(
  `This statement was prepared from tests of ${longDate(tested.on)}. It is made anew whenever the pages change, and is to be read against the site by a person at least once a year.`,
)}`,
  }
}
