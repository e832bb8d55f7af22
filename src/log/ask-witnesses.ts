/** Asks witnesses over HTTP to cosign the checkpoint (C2SP tlog-witness). Nothing waits for them, and none can stop the log. */
import { isRefusal, type Refusal } from '../lib/index.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { isCosignature } from './cosignature.ts'
import { addCosignatures, keysOf } from './cosigned.ts'
import { orDamaged } from './damaged.ts'
import { type LogFolder, WITNESSED_FILE } from './folder.ts'
import { type NoteSignature, readSignatureLine } from './note.ts'
import { tilesOf } from './tiles.ts'
import { consistencyProof } from './tree.ts'
import { readWitnesses, type Witness } from './witnesses.ts'

/** The largest answer that is read, in bytes. */
const MOST = 64 * 1024

/** What came of asking one witness. 'forked' is an alarm: it has seen a log that ours does not continue. */
export type Asked = {
  readonly witness: string
  readonly outcome: 'cosigned' | 'away' | 'refused' | 'forked'
  /** One sentence. */
  readonly words: string
}

type Answer = { status: number; body: string; type: string }

/** Sends a request; no redirect is followed, and no more is read than an answer can have. */
async function post(url: URL, body: string, timeout: number): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > MOST) throw new Error(`its answer is longer than ${MOST} bytes`)
    pieces.push(piece)
  }
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, body: Buffer.concat(pieces).toString('utf8'), type }
}

/** Why a request failed, without the wrapping of `fetch`. */
function causeOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure)
  if (failure.name === 'TimeoutError') return 'it did not answer in time'
  return failure.cause instanceof Error ? failure.cause.message : failure.message
}

class Asking {
  readonly #folder: LogFolder
  readonly #checkpoint: Checkpoint
  readonly #signed: string
  readonly #timeout: number

  constructor(folder: LogFolder, checkpoint: Checkpoint, signed: string, timeout: number) {
    this.#folder = folder
    this.#checkpoint = checkpoint
    this.#signed = signed
    this.#timeout = timeout
  }

  async #send(url: URL, old: number): Promise<Answer> {
    const { size } = this.#checkpoint
    const proof = await consistencyProof(tilesOf(this.#folder, size), old, size)
    const lines = proof.map((hash) => `${hash.toString('base64')}\n`)
    return post(url, `old ${old}\n${lines.join('')}\n${this.#signed}`, this.#timeout)
  }

  /** The witness's lines, or what became of asking. `old` is how many leaves it is thought to have seen. */
  async ask({ key, url }: Witness, place: URL, old: number): Promise<NoteSignature[] | Asked> {
    const told = (outcome: Asked['outcome'], what: string): Asked => ({
      witness: key.name,
      outcome,
      words: `The witness ${key.name} (${url?.host ?? ''}) ${what}.`,
    })
    let answer: Answer
    try {
      answer = await this.#send(place, old)
      const seen = sizeIn(answer)
      if (seen !== undefined && seen > this.#checkpoint.size)
        return told(
          'forked',
          `has seen ${seen} leaves of this log, and only ${this.#checkpoint.size} are here`,
        )
      if (seen !== undefined && seen !== old) answer = await this.#send(place, seen)
    } catch (failure) {
      return told('away', `could not be asked: ${causeOf(failure)}`)
    }
    if (answer.status === 409 || answer.status === 422)
      return told('forked', `holds that this log does not continue what it has seen (HTTP ${answer.status})`)
    if (answer.status !== 200) return told('refused', `refused (HTTP ${answer.status})`)
    const lines = answer.body
      .split('\n')
      .map(readSignatureLine)
      .filter((line) => line !== undefined)
    const right = lines.filter((line) => isCosignature(this.#checkpoint.note.text, line, key))
    return right.length > 0 ? right : told('refused', 'answered without a signature of its own that is right')
  }
}

/** The number of leaves that a witness says it has seen (409 with text/x.tlog.size). */
function sizeIn({ status, body, type }: Answer): number | undefined {
  const [, size] = /^(0|[1-9]\d{0,14})\n$/.exec(body) ?? []
  return status === 409 && type.startsWith('text/x.tlog.size') && size !== undefined
    ? Number(size)
    : undefined
}

/** How many leaves a witness has seen, as far as we know. */
async function seenBy(folder: LogFolder, { key }: Witness): Promise<number> {
  const witnessed = await readCheckpoint(folder, WITNESSED_FILE)
  const lines = witnessed?.note.signatures ?? []
  return lines.some(({ name, id }) => name === key.name && id === key.id) ? (witnessed?.size ?? 0) : 0
}

/**
 * Asks every witness of `witnesses.json` that has an address to cosign the present checkpoint, and puts what is right under
 * it. `timeout` is in milliseconds for each request. Refuses when `witnesses.json` cannot be used; a witness that is away
 * or refuses is only told of.
 */
export async function askWitnesses(
  folder: LogFolder,
  options: { timeout?: number } = {},
): Promise<Asked[] | Refusal> {
  const [witnesses, checkpoint] = [
    await readWitnesses(folder),
    await orDamaged(folder, () => readCheckpoint(folder)),
  ]
  if (isRefusal(witnesses)) return witnesses
  if (isRefusal(checkpoint)) return checkpoint
  if (checkpoint === undefined) return []
  const keys = await keysOf(folder)
  const own = checkpoint.note.signatures.filter(({ name, id }) =>
    keys.some((key) => key.name === name && key.id === id),
  )
  const signed = `${checkpoint.note.text}\n${own.map(({ line }) => line).join('')}`
  const asking = new Asking(folder, checkpoint, signed, options.timeout ?? 10_000)
  const answers = await Promise.all(
    witnesses.map(async (witness) => {
      if (witness.url === null) return []
      return [{ witness, answer: await asking.ask(witness, witness.url, await seenBy(folder, witness)) }]
    }),
  )
  const asked: Asked[] = []
  for (const { witness, answer } of answers.flat()) {
    if ('outcome' in answer) {
      asked.push(answer)
      continue
    }
    const added = await addCosignatures(folder, `${signed}${answer.map(({ line }) => line).join('')}`)
    asked.push(
      isRefusal(added)
        ? { witness: witness.key.name, outcome: 'refused', words: added.message }
        : {
            witness: witness.key.name,
            outcome: 'cosigned',
            words: `The witness ${witness.key.name} cosigned ${added.size} leaves.`,
          },
    )
  }
  return asked
}
