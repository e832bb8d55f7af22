/** Checks the texts of the record against the leaves that commit to them. */
import { join } from 'node:path'
import { type Act, type Acts, actOf } from './acts.ts'
import { type Findings, fileBytes, filesBelow } from './findings.ts'
import { entriesIn, pathOf, WIDTH, widthAt } from './layout.ts'
import { digest } from './merkle.ts'

/** A file of the record: the number of its leaf, the salt, and the text that the leaf commits to. */
type Text = { leaf: number; salt: Buffer; text: string }

function textOf(bytes: Buffer): Text | null {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch (failure) {
    if (failure instanceof SyntaxError) return null
    throw failure
  }
  if (typeof value !== 'object' || value === null || !('leaf' in value && 'salt' in value && 'text' in value))
    return null
  const { leaf, salt, text } = value
  if (typeof leaf !== 'number' || !Number.isSafeInteger(leaf) || leaf < 0) return null
  if (typeof salt !== 'string' || !/^[0-9a-f]{64}$/.test(salt) || typeof text !== 'string') return null
  return { leaf, salt: Buffer.from(salt, 'hex'), text }
}

/** Reads single entries of a log; keeps the last bundle that it read. */
class Entries {
  readonly #log: string
  readonly #size: number
  #kept: { index: number; entries: Buffer[] } | null = null

  constructor(log: string, size: number) {
    this.#log = log
    this.#size = size
  }

  async at(number: number): Promise<Buffer | null> {
    const index = Math.floor(number / WIDTH)
    if (number >= this.#size) return null
    if (this.#kept?.index !== index) {
      const width = widthAt('entries', index, this.#size)
      const bytes =
        (await fileBytes(this.#log, pathOf({ level: 'entries', index, width }))) ??
        (await fileBytes(this.#log, pathOf({ level: 'entries', index, width: WIDTH })))
      this.#kept = { index, entries: bytes === null ? [] : entriesIn(bytes).entries }
    }
    return this.#kept.entries[number % WIDTH] ?? null
  }
}

/** Where the text of a leaf stands below `record/`. */
const pathOfAct = (act: Act, leaf: number): string =>
  act.act === 'publish' ? `${act.entry}/${act.version}.json` : `${act.act}/${leaf}.json`

/** Checks every file below `record/`, and that the newest lists of links are among them. */
export async function checkRecord(
  folder: string,
  log: string,
  size: number,
  acts: Acts,
  findings: Findings,
): Promise<void> {
  const entries = new Entries(log, size)
  const links = new Set<number>()
  let versions = 0
  for await (const { path, plain } of filesBelow(join(folder, 'record'))) {
    const place = `record/${path}`
    const text = plain ? textOf((await fileBytes(folder, place)) ?? Buffer.alloc(0)) : null
    if (text === null) {
      findings.fault(
        'record-malformed',
        place,
        `${place} is not of its form, { leaf, salt, text }: it was altered.`,
      )
      continue
    }
    const act = await checkText(place, path, text, entries, acts, findings)
    if (act?.act === 'links') links.add(text.leaf)
    if (act?.act === 'publish') versions += 1
  }
  for (const [entry, leaf] of acts.links) {
    if (!links.has(leaf) && !acts.isGone(entry, leaf))
      findings.fault(
        'links-missing',
        `record/links/${leaf}.json`,
        `record/links/${leaf}.json, the newest list of what ${entry} leads to, is missing or not what leaf ${leaf} commits to.`,
      )
  }
  const without = acts.published - versions
  if (without > 0)
    findings.remark(
      `${without} of ${acts.published} published versions have no text in this copy: withdrawn, erased, or from before texts were kept. Their leaves are in the log.`,
    )
}

/** Answers the act when the text is what its leaf commits to. */
async function checkText(
  place: string,
  path: string,
  { leaf, salt, text }: Text,
  entries: Entries,
  acts: Acts,
  findings: Findings,
): Promise<Act | null> {
  const entry = await entries.at(leaf)
  if (entry === null) {
    findings.fault('record-altered', place, `${place} names leaf ${leaf}, which the log does not have.`)
    return null
  }
  const act = actOf(entry)
  if (act?.commitment !== digest(Buffer.concat([salt, digest(text)])).toString('hex')) {
    findings.fault(
      'record-altered',
      place,
      `${place} is not what leaf ${leaf} of the log commits to: its text, its salt or the leaf was altered.`,
    )
    return null
  }
  if (pathOfAct(act, leaf) !== path) {
    findings.fault(
      'record-misplaced',
      place,
      `${place} holds what belongs in record/${pathOfAct(act, leaf)}: leaf ${leaf} is of act ${act.act}, version ${act.version}.`,
    )
    return null
  }
  if (act.act === 'publish' && acts.isGone(act.entry, leaf)) {
    findings.fault(
      'record-withdrawn',
      place,
      `${place} is still there, though leaf ${acts.gone.get(act.entry) ?? 0} withdrew it.`,
    )
    return null
  }
  findings.checked.entries += 1
  return act
}
