/** Papers as they were handed in: served to be kept, never to be run or shown inside the site. */
import { createReadStream } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { FILE_POLICY, SECURITY_HEADERS } from './headers.ts'

/** A published file: where its bytes lie, and what the record says of it. */
export type ServedFile = { sha256: string; name: string; mediaType: string; size: number; place: string }

/** The types we send, whatever the file was said to be; all others go as plain bytes. */
const TYPES: ReadonlySet<string> = new Set([
  'application/pdf',
  'text/plain',
  'text/markdown',
  'text/csv',
  'application/json',
])

function typeOf(mediaType: string): string {
  const bare = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!TYPES.has(bare)) return 'application/octet-stream'
  return bare.startsWith('text/') ? `${bare}; charset=utf-8` : bare
}

/** A name as RFC 6266 and RFC 5987 write it, with a plain one for old readers. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** Gives the whole file; a wish for a part of it is answered with the whole. */
export function giveFile(request: FastifyRequest, reply: FastifyReply, file: ServedFile): FastifyReply {
  const etag = `"${file.sha256}"`
  reply.headers({
    ...SECURITY_HEADERS,
    'content-security-policy': FILE_POLICY,
    'cache-control': 'public, max-age=0, must-revalidate',
    'accept-ranges': 'none',
    etag,
  })
  const asked = request.headers['if-none-match'] ?? ''
  if (asked.trim() === '*' || asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return reply.code(304).send()
  }
  reply.headers({
    'content-type': typeOf(file.mediaType),
    'content-disposition': disposition(file.name),
    'content-length': String(file.size),
  })
  return request.method === 'HEAD' ? reply.send('') : reply.send(createReadStream(file.place))
}
