/** What is refused before any page is looked for: damaged, oversized or ill-addressed requests. */
import type { IncomingMessage } from 'node:http'
import type { Failure } from './errors.ts'

export const LONGEST_ADDRESS = 4096
/** Bytes of a request's head (address and headers together) that the server reads at most. */
export const LARGEST_HEAD = 16_384
const MOST_HEADERS = 100
const LARGEST_BODY = 65_536

const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252})|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

function hosts(raw: readonly string[]): string[] {
  return raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === 'host')
}

/** Why a request is refused, or undefined when a page may be looked for. Nothing that a request says of its host is ever used. */
export function refusedRequest(request: IncomingMessage): Failure | undefined {
  const target = request.url ?? ''
  if (target.length > LONGEST_ADDRESS) return 414
  const raw = request.rawHeaders
  if (raw.length > MOST_HEADERS * 2) return 431
  const host = request.headers.host
  if (host === undefined ? request.httpVersion === '1.1' : !HOST.test(host)) return 400
  if (raw.length > 2 && hosts(raw).length > 1) return 400
  if (request.headers.upgrade?.toLowerCase() === 'websocket') return 400
  const length = request.headers['content-length']
  if (length !== undefined && Number(length) > LARGEST_BODY) return 413
  return undefined
}

/** Which failure a request is that could not even be read. `packet` is what of it had arrived. */
export function unreadableRequest(code: string | undefined, packet: Buffer | undefined): Failure {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  if (code !== 'HPE_HEADER_OVERFLOW') return 400
  const beginning = packet?.subarray(0, LARGEST_HEAD).toString('latin1') ?? ''
  return /^[A-Z]+ \S*$/.test(beginning) ? 414 : 431
}
