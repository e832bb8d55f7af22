/** Recognises what kind of paper a tree is, and what stands in it. */
import { readAgendaItems } from './agenda.ts'
import { daysThatAreNone } from './date-order.ts'
import { isDecisionDetails } from './decision-details.ts'
import { withLanguages } from './language.ts'
import { readCommitteePage, readMinutesFile, readPack } from './meeting-papers.ts'
import { itemStarts } from './minutes.ts'
import { readNotice } from './notice.ts'
import { isAgenda, isCommitteePage, type Parts, partsOf } from './parts.ts'
import type { Reading } from './reading.ts'
import { readReports } from './report.ts'
import { readSingle } from './single-papers.ts'
import { readSitePage } from './site-pages.ts'
import type { Tree } from './tree.ts'

/** Takes a tree and the file's name; returns all that was recognised. Unknown stays null. */
export function recognise(given: Tree, file: string): Reading {
  const blocks = withLanguages(given.blocks)
  const tree = { ...given, blocks, warnings: [...given.warnings, ...daysThatAreNone(blocks, given.text)] }
  return titled(readSitePage(tree, file) ?? readPaperOf(tree, file), tree)
}

function readPaperOf(tree: Tree, file: string): Reading {
  const reports = readReports(tree)
  const parts = partsOf(tree.blocks, reports)
  const agenda = tree.blocks.slice(0, parts.agendaEnd)
  if (isAgenda(tree.blocks.slice(0, 4)) && isCommitteePage(tree.text, tree.blocks))
    return readCommitteePage(tree, file)
  const agendaItems =
    isAgenda(agenda) && parts.agendaEnd > 0 && !isMinutesFirst(parts) ? readAgendaItems(agenda) : null
  if (isDecisionDetails(tree.blocks) && agendaItems === null) return readSingle(tree, file, reports, parts)
  if (agendaItems !== null && isCommitteePage(tree.text, tree.blocks)) return readCommitteePage(tree, file)
  if (agendaItems !== null && agendaItems.items.length > 0)
    return readPack(tree, file, { parts, reports, agenda, ...agendaItems })
  if (parts.minutes !== null) return readMinutesFile(tree, file, parts)
  if (isCommitteePage(tree.text, tree.blocks) && itemStarts(tree.blocks).length > 0)
    return readCommitteePage(tree, file)
  return readSingle(tree, file, reports, parts)
}

const isMinutesFirst = (parts: Parts): boolean => parts.minutes !== null && parts.minutes[0] <= 1

/** What the file calls itself outside of its words says of which meeting it is, where no title or notice does. */
function titled(reading: Reading, { title }: Tree): Reading {
  const ofMeeting = /^(?:agenda|minutes|agenda\+minutes)$/.test(reading.kind)
  if (title === undefined || !ofMeeting || (reading.body !== null && reading.date !== null)) return reading
  const said = readNotice([
    { type: 'heading', level: 1, number: null, text: title, page: null, start: 0, end: 0 },
  ])
  const body = reading.body ?? said.body
  const date = reading.date ?? said.date
  const told = new Set([body === null ? '' : 'no-body', date === null ? '' : 'no-date'])
  return {
    ...reading,
    body,
    date,
    time: reading.time ?? said.time,
    warnings: reading.warnings.filter(({ code }) => !told.has(code)),
  }
}
