/** What goes back for a request, and how: the same headers on everything, compressed, or "not modified". */
import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Body, encodingFor } from './encoding.ts'
import { disposition } from './files.ts'
import { SECURITY_HEADERS } from './headers.ts'
import type { Bytes, Text } from './page.ts'

/** An answer that can be given many times. */
export type Answer = {
  status: number
  headers: Readonly<Record<string, string>>
  body: Body
  /** For "not modified"; null where an answer is not kept by readers. */
  etag: string | null
}

/** Readers ask again each time whether a page is still so: what is withdrawn is gone at once. */
const ASK_AGAIN = 'public, max-age=0, must-revalidate'
const FOR_EVER = 'public, max-age=31536000, immutable'

/** A weak tag for what these bytes stand for. */
export const tagOf = (bytes: Buffer | string): string =>
  `W/"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`

/** An answer with a body of text that is shown as a page or read as it is. */
export function textAnswer(
  text: string | Buffer,
  parts: {
    status?: number
    mediaType?: string
    forEver?: boolean
    headers?: Readonly<Record<string, string>>
  } = {},
): Answer {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const status = parts.status ?? 200
  return {
    status,
    headers: {
      ...SECURITY_HEADERS,
      'content-type': parts.mediaType ?? 'text/html; charset=utf-8',
      'cache-control': status === 200 ? (parts.forEver ? FOR_EVER : ASK_AGAIN) : 'no-store',
      vary: 'Accept-Encoding',
      ...parts.headers,
    },
    body: new Body(bytes, parts.forEver),
    etag: status === 200 ? tagOf(bytes) : null,
  }
}

/** A text that is no web page, under the name that readers keep it by if it has one. */
export const writtenAnswer = ({ mediaType, text, fileName }: Text): Answer =>
  textAnswer(text, {
    mediaType,
    ...(fileName === null ? {} : { headers: { 'content-disposition': disposition(fileName) } }),
  })

/** A picture or another file of bytes, sent as it is. */
export const bytesAnswer = ({ mediaType, bytes, fileName }: Bytes): Answer => ({
  status: 200,
  headers: {
    ...SECURITY_HEADERS,
    'content-type': mediaType,
    'cache-control': ASK_AGAIN,
    ...(fileName === null ? {} : { 'content-disposition': disposition(fileName) }),
  },
  body: new Body(bytes, false, true),
  etag: tagOf(bytes),
})

/** An answer that leads to another address of this site, for good unless told. Throws when the address is not one. */
export function movedAnswer(to: string, status: 301 | 302 = 301): Answer {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(to))
    throw new Error('A page moved to an address that is not on this site')
  return {
    status,
    headers: { ...SECURITY_HEADERS, location: to, 'cache-control': ASK_AGAIN },
    body: new Body(Buffer.alloc(0)),
    etag: null,
  }
}

/** An answer without a body, such as to OPTIONS. */
export const emptyAnswer = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { ...SECURITY_HEADERS, ...headers },
  body: new Body(Buffer.alloc(0)),
  etag: null,
})

/** Whether the reader has this already. Weak and strong tags count alike; a date is never compared. */
export function readerHas(request: FastifyRequest, etag: string | null): boolean {
  const asked = request.headers['if-none-match']
  if (etag === null || asked === undefined) return false
  if (asked.trim() === '*') return true
  const opaque = etag.slice(2)
  return asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}

/** Gives the answer. HEAD gets the same headers and no body. */
export async function give(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  if (readerHas(request, answer.etag)) {
    const { 'content-type': _, ...headers } = answer.headers
    return reply.code(304).headers(headers).header('etag', answer.etag).send()
  }
  reply.code(answer.status).headers(answer.headers)
  if (answer.etag !== null) reply.header('etag', answer.etag)
  if (answer.body.plain.length === 0) {
    return answer.status === 204 ? reply.send() : reply.header('content-length', '0').send('')
  }
  const encoding = answer.body.isPacked ? 'identity' : encodingFor(request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(answer.body.ready(encoding) ?? (await answer.body.in(encoding)))
}
