/** The whole record in one file (W5): a line of JSON for each entry, read from one snapshot while it is sent. */
import { everyWhole, lastMoment, logSize, type PublicRecord } from '../../record/index.ts'
import { type Page, type PageRequest, page, Stream } from '../../web/index.ts'
import { countsByKind, entryValues, heading } from './values.ts'

/** About as many characters as are handed over at once: one by one, short lines would cost more than their reading. */
const TOGETHER = 65_536

/** The lines as they go out: first what is coming, then each entry in order of its address, then how many there were. */
async function* lines(ask: PublicRecord, { site, origin = '' }: PageRequest): AsyncGenerator<string> {
  const around = { origin, on: null }
  const at = await lastMoment(ask)
  // Counted as the record stood at the very moment that is named.
  const then = at === undefined ? ask : { ...ask, at }
  const [counts, size] = await Promise.all([countsByKind(then), logSize(ask)])
  const entries = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const first = {
    ...heading(site, around),
    moment: at ?? null,
    entries,
    kinds: Object.fromEntries(counts),
    log: { size },
  }
  let text = `${JSON.stringify(first)}\n`
  let sent = 0
  for await (const whole of everyWhole(then)) {
    text += `${JSON.stringify(entryValues(whole, around))}\n`
    sent += 1
    if (text.length < TOGETHER) continue
    yield text
    text = ''
  }
  if (sent !== entries)
    throw new Error(`The record had ${entries} entries when it began to be sent, and ${sent} were read`)
  yield `${text}${JSON.stringify({ end: true, entries: sent })}\n`
}

/** /data/record.jsonl. */
export const recordLines: Page<PublicRecord> = page('/data/record.jsonl', {
  read: async (ask: PublicRecord, request) => ({ ask, request }),
  view: ({ ask, request }) =>
    new Stream(
      'application/jsonl; charset=utf-8',
      () => lines(ask, request),
      `${request.site.authority}-record.jsonl`,
    ),
})
