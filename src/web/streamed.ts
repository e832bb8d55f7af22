/** Answers too long to hold in memory: made piece by piece while they are sent, as fast as the reader takes them. */
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readerHas } from './answer.ts'
import { encodingFor } from './encoding.ts'
import { disposition } from './files.ts'
import { SECURITY_HEADERS } from './headers.ts'
import type { Stream } from './page.ts'

/** As many as are sent at once: each holds a connection to the record. */
const MOST_AT_ONCE = 2

let underWay = 0

const compressor = (encoding: 'br' | 'gzip'): Transform =>
  encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : createGzip({ level: 5 })

/**
 * Sends it; false when too many are being sent already, and nothing was. What breaks half way breaks the connection, so
 * that nobody takes a part for the whole, and is told to `fault`; a reader who goes away is no fault.
 */
export function giveStream(
  request: FastifyRequest,
  reply: FastifyReply,
  stream: Stream,
  fault: (error: unknown) => void,
): FastifyReply | false {
  const { etag } = stream
  const standing = {
    ...SECURITY_HEADERS,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding',
    ...(etag === null ? {} : { etag }),
  }
  if (readerHas(request, etag)) return reply.code(304).headers(standing).send()
  if (underWay >= MOST_AT_ONCE) return false
  reply.code(200).headers({
    ...standing,
    'content-type': stream.mediaType,
    ...(stream.fileName === null ? {} : { 'content-disposition': disposition(stream.fileName) }),
  })
  if (request.method === 'HEAD') return reply.send('')
  const encoding = encodingFor(request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  underWay += 1
  const pieces = Readable.from(stream.pieces(), { objectMode: false })
  const steps = encoding === 'identity' ? [] : [compressor(encoding)]
  reply.hijack()
  reply.raw.writeHead(
    200,
    Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)])),
  )
  void pipeline([pieces, ...steps, reply.raw])
    .catch((error: unknown) => {
      if (!wentAway(error)) fault(error)
    })
    .finally(() => {
      underWay -= 1
    })
  return reply
}

const wentAway = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
