/** A witness as C2SP tlog-witness says, over real HTTP, for one log. It checks with the verifier, not with the log's own code. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { provesConsistency, verifyNote } from '../../src/verifier/index.ts'

export type AWitness = {
  readonly name: string
  readonly vkey: string
  readonly url: string
  /** What it was sent, in order. */
  readonly requests: string[]
  /** The latest size it cosigned. */
  seen: { size: number; root: Buffer }
  /** Does something else than its duty with the next requests. */
  misbehave: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  /** The line by which it cosigns a checkpoint's text. */
  line(text: string, seconds?: number): string
  close(): Promise<void>
}

const body = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}

const say = (response: ServerResponse, status: number, text: string, type = 'text/plain'): void => {
  response.writeHead(status, { 'content-type': type }).end(text)
}

/** Key, id and vkey, put together here by the specification. */
function aKey(name: string): { key: KeyObject; id: Buffer; vkey: string } {
  const key = createPrivateKey(
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }),
  )
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  const material = Buffer.concat([Buffer.of(4), raw])
  const id = createHash('sha256').update(`${name}\n`).update(material).digest().subarray(0, 4)
  return { key, id, vkey: `${name}+${id.toString('hex')}+${material.toString('base64')}` }
}

/** Starts a witness that knows the log with this key. */
export async function aWitness(name: string, logVkey: string): Promise<AWitness> {
  const { key, id, vkey } = aKey(name)
  const line = (text: string, seconds = 1_790_000_000): string => {
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(seconds))
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), key)
    return `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`
  }
  const requests: string[] = []
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = await body(request)
    requests.push(`${request.method} ${request.url}\n${sent}`)
    if (witness.misbehave !== undefined) return witness.misbehave(request, response)
    const gap = sent.indexOf('\n\n')
    const [old = '', ...proof] = sent.slice(0, gap).split('\n')
    const note = sent.slice(gap + 2)
    const [, size = '', root = ''] = note.split('\n')
    const now = { size: Number(size), root: Buffer.from(root, 'base64') }
    if (request.url !== '/w/add-checkpoint' || verifyNote(note, logVkey) !== 'right')
      return say(response, 403, '')
    if (old !== `old ${witness.seen.size}`)
      return say(response, 409, `${witness.seen.size}\n`, 'text/x.tlog.size')
    const path = proof.map((hash) => Buffer.from(hash, 'base64'))
    const follows = { first: witness.seen.size, second: now.size, path }
    if (witness.seen.size > 0 && !provesConsistency(follows, witness.seen.root, now.root))
      return say(response, 422, '')
    witness.seen = now
    return say(response, 200, line(note.slice(0, note.indexOf('\n\n') + 1)))
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const witness: AWitness = {
    name,
    vkey,
    url: `http://127.0.0.1:${port}/w/`,
    requests,
    seen: { size: 0, root: Buffer.alloc(0) },
    misbehave: undefined,
    line,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return witness
}
