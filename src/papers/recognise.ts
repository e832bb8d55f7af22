/** Recognises what kind of paper a tree is, and what stands in it. */
import { readAgendaItems } from './agenda.ts'
import { withLanguages } from './language.ts'
import { readCommitteePage, readMinutesFile, readPack } from './meeting-papers.ts'
import { itemStarts } from './minutes.ts'
import { isAgenda, isCommitteePage, type Parts, partsOf } from './parts.ts'
import type { Reading } from './reading.ts'
import { readReports } from './report.ts'
import { readSingle } from './single-papers.ts'
import type { Tree } from './tree.ts'

/** Takes a tree and the file's name; returns all that was recognised. Unknown stays null. */
export function recognise(given: Tree, file: string): Reading {
  const tree = { ...given, blocks: withLanguages(given.blocks) }
  const reports = readReports(tree)
  const parts = partsOf(tree.blocks, reports)
  const agenda = tree.blocks.slice(0, parts.agendaEnd)
  const agendaItems =
    isAgenda(agenda) && parts.agendaEnd > 0 && !isMinutesFirst(parts) ? readAgendaItems(agenda) : null
  if (agendaItems !== null && isCommitteePage(tree.text, tree.blocks)) return readCommitteePage(tree, file)
  if (agendaItems !== null && agendaItems.items.length > 0)
    return readPack(tree, file, { parts, reports, agenda, ...agendaItems })
  if (parts.minutes !== null) return readMinutesFile(tree, file, parts)
  if (isCommitteePage(tree.text, tree.blocks) && itemStarts(tree.blocks).length > 0)
    return readCommitteePage(tree, file)
  return readSingle(tree, file, reports, parts)
}

const isMinutesFirst = (parts: Parts): boolean => parts.minutes !== null && parts.minutes[0] <= 1
