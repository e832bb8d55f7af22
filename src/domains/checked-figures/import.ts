/** Brings the register of replies: what the body says to findings about the figures of its papers. */
import { sql } from '../../database/index.ts'
import { type EntryId, isRefusal, type Refusal, refuse, stored } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import { type Brought, draft, type ImportAct, type Importer, link, type Source } from '../../record/index.ts'
import { figuresStored } from './finding.ts'
import { replyKind } from './published.ts'
import { type Reply, replyKey } from './reply.ts'

const register = stored.fields({
  entries: stored.list(
    stored.fields({
      path: stored.text,
      finding: stored.text,
      reply: stored.text,
      by: stored.text,
      date: stored.day,
    }),
  ),
})

type Entry = stored.Read<typeof register>['entries'][number]

export const importer: Importer<Reading> = {
  name: 'checked figures',
  wants: () => false,
  bring: () => Promise.resolve({ entries: [], links: [], open: [] }),
  registers: { 'figure-replies': bringReplies },
}

function readRegister(given: unknown, { name }: Source): stored.Read<typeof register> | Refusal {
  try {
    return register(given)
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return refuse(
      'register-not-understood',
      `${name} is not a register of replies about figures as docs/importing.md shows it: ${problem.message}.`,
    )
  }
}

/**
 * Reads `{ "register": "figure-replies", "entries": [{ "path", "finding", "reply", "by", "date" }] }`. A reply to a
 * finding that the paper does not have, or to a paper that is not there, is not kept, and somebody is told.
 */
async function bringReplies(act: ImportAct, given: unknown, source: Source): Promise<Brought | Refusal> {
  const read = readRegister(given, source)
  if (isRefusal(read)) return read
  const brought: Brought = { entries: [], links: [], open: [] }
  for (const entry of read.entries) {
    const document = await documentAt(act, entry.path)
    const wrong = strayWords(entry, document)
    if (wrong !== undefined) brought.open.push({ ...wrong, place: source.name })
    else if (document !== undefined) await keepReply(act, brought, { entry, document, source })
  }
  return brought
}

/** A document as it was last brought. */
type Document = { id: EntryId; title: string; findings: string[]; earlier: string[] }

const KINDS = ['paper', 'minutes', 'plan']
const EARLIER = ['paper-version', 'minutes-version', 'plan-version']

async function documentAt({ tx, permit }: ImportAct, path: string): Promise<Document | undefined> {
  const { rows } = await sql<{ id: EntryId; kind: string; title: string; working: unknown }>`
    select id, kind, title, working from record.entry
    where authority = ${permit.authority} and working <> 'null' and ((kind = any(${KINDS}) and path = ${path})
      or (kind = any(${EARLIER})
        and (starts_with(path, ${`${path}?version=`}) or starts_with(path, ${`${path}/versions#version-`}))))`.execute(
    tx,
  )
  const found = rows.find(({ kind }) => KINDS.includes(kind))
  if (found === undefined) return undefined
  return {
    id: found.id,
    title: found.title,
    findings: refs(found.working),
    earlier: rows.filter((row) => row !== found).flatMap((row) => refs(row.working)),
  }
}

const refs = (working: unknown): string[] =>
  (figuresStored(working).figures?.findings ?? []).map(({ ref }) => ref)

type Stray = { what: string; mend: string }

/** What is said of a reply that meets no finding; one that an earlier version had keeps its reply there. */
function strayWords({ path, finding }: Entry, document: Document | undefined): Stray | undefined {
  if (document === undefined)
    return {
      what: `The record has no paper, minutes or plan at ${path}, so the reply to “${finding}” was left out.`,
      mend: 'Write the address of the paper as its page has it, and import the paper first.',
    }
  if ([...document.findings, ...document.earlier].includes(finding)) return undefined
  const known = document.findings.length === 0 ? 'none' : document.findings.join(', ')
  return {
    what: `${document.title} has no finding “${finding}” about its figures, so the reply to it was left out; it has ${known}.`,
    mend: 'Take the reply out of the register, or name the finding as its address on the page ends, after "figures-".',
  }
}

type Keeping = { entry: Entry; document: Document; source: Source }

async function keepReply(
  { tx, permit }: ImportAct,
  brought: Brought,
  { entry: { path, ...said }, document, source }: Keeping,
): Promise<void> {
  const reply: Reply = {
    document: path,
    title: document.title,
    ...said,
    source: { path: source.path, title: source.name },
  }
  const why = `Replied, as ${source.name} says`
  const { id, outcome } = await draft(tx, permit, replyKind, replyKey(reply), reply, why)
  const shown = replyKind.publish(reply)
  brought.entries.push({ id, kind: replyKind.name, title: shown.title, path: shown.path, outcome })
  const join = { from: id, to: document.id, kind: 'answers' as const, why: 'a reply about its figures' }
  const linked = await link(tx, permit, join)
  brought.links.push({
    from: shown.path,
    to: path,
    ends: { from: id, to: document.id },
    kind: join.kind,
    why: join.why,
    outcome: linked,
  })
}
