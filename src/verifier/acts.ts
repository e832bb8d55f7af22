/** What the entries of the log say: acts on things of the record, each with a commitment to a text. */

/** One entry of the log, as its JSON says it. */
export type Act = {
  readonly act: string
  readonly commitment: string
  readonly entry: string
  readonly version: number
}

/** Reads an entry; null when it is not such JSON. */
export function actOf(entry: Uint8Array): Act | null {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(entry).toString('utf8'))
  } catch (failure) {
    if (failure instanceof SyntaxError) return null
    throw failure
  }
  if (typeof value !== 'object' || value === null) return null
  if (!('act' in value && 'commitment' in value && 'entry' in value && 'version' in value)) return null
  const { act, commitment, entry: id, version } = value
  if (typeof act !== 'string' || typeof commitment !== 'string') return null
  if (typeof id !== 'string' || typeof version !== 'number') return null
  return { act, commitment, entry: id, version }
}

/** Follows the acts of a log as its entries are read. */
export class Acts {
  /** The number of the newest list of links of each entry. */
  readonly links = new Map<string, number>()
  /** The number of the last withdrawal or erasure of each entry. */
  readonly gone = new Map<string, number>()
  /** How many versions were published. */
  published = 0

  heed(entry: Uint8Array, number: number): void {
    const act = actOf(entry)
    if (act === null) return
    if (act.act === 'publish') this.published += 1
    if (act.act === 'links') this.links.set(act.entry, number)
    if (act.act === 'withdraw' || act.act === 'erase') this.gone.set(act.entry, number)
  }

  /** Whether what leaf `number` published of an entry was withdrawn or erased after it. */
  isGone(entry: string, number: number): boolean {
    return (this.gone.get(entry) ?? -1) > number
  }
}
