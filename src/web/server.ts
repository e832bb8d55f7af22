/** The server of a surface: pages in, an application out that answers every request, also the wrong ones. */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Answer, emptyAnswer, give, textAnswer } from './answer.ts'
import { type Failure, failureView, faultLine, newReference } from './errors.ts'
import { giveFile, type ServedFile } from './files.ts'
import { copyGoesFirst, fromTheCopy, isBegun, mayStandIn, unlessSlow } from './from-the-copy.ts'
import { documentOf } from './layout.ts'
import { Stream } from './page.ts'
import { LARGEST_HEAD, refusedRequest, unreadableRequest } from './refused-request.ts'
import { type Shell, type Shown, showing } from './showing.ts'
import { giveStream } from './streamed.ts'

const READ_METHODS = new Set(['GET', 'HEAD'])
const ALLOW = { allow: 'GET, HEAD, OPTIONS' }

/** Seconds after which to try again when the record is away. */
const RETRY = { 'retry-after': '60' }

/** An application that can listen, or be asked without. */
export type Server = FastifyInstance

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

const statusOf = (found: Answer | Stream | ServedFile | Failure): number =>
  typeof found === 'number' ? found : 'status' in found ? found.status : 200

/** The page of a failure in the look of the site, as far as the site is known. */
function failureAnswer(shown: Shown, failure: Failure, reference?: string): Answer {
  const surround = shown.surround('')
  const headers = failure === 405 ? ALLOW : failure === 503 ? RETRY : {}
  return textAnswer(documentOf(failureView(failure, reference), surround).text, { status: failure, headers })
}

/** What breaks after the head was sent can be noted, and no page can say it. */
const noting =
  (log: (line: string) => void, place: string) =>
  (error: unknown): void => {
    log(faultLine(error, newReference(), place))
  }

function handlerOf<Asker>(shell: Shell<Asker>, shown: Shown): Handler {
  const failures = new Map<string, Answer>()
  const prepared = (failure: Failure): Answer => {
    const key = `${failure} ${shown.surroundKey()}`
    const known = failures.get(key)
    if (known) return known
    if (failures.size > 50) failures.clear()
    const made = failureAnswer(shown, failure)
    failures.set(key, made)
    return made
  }
  const copied = fromTheCopy(shell)
  const copyFirst = shell.copyFirst ?? (() => false)
  const takenSinceCopy = shell.takenSinceCopy ?? (async () => false)
  const inTime = unlessSlow<Awaited<ReturnType<Shown['find']>>>()
  const broken = async (
    error: unknown,
    place: string,
    target: string,
  ): Promise<Answer | ServedFile | Failure> => {
    if (shell.unavailable(error)) return (await copied?.(target)) ?? 503
    const reference = newReference()
    shell.log(faultLine(error, reference, place))
    return failureAnswer(shown, 500, reference)
  }
  return async (request, reply) => {
    const refused = refusedRequest(request.raw)
    if (refused !== undefined) {
      if (refused === 413) reply.header('connection', 'close')
      return give(request, reply, prepared(refused))
    }
    const target = request.raw.url ?? ''
    if (request.method === 'OPTIONS') return give(request, reply, emptyAnswer(204, ALLOW))
    if (!READ_METHODS.has(request.method)) return give(request, reply, prepared(405))
    const kept = copyFirst() ? undefined : shown.kept(target)
    if (kept) return give(request, reply, kept)
    const place = { page: 'the standing of the site' }
    const giveFound = async (found: Answer | Stream | ServedFile | Failure): Promise<FastifyReply> => {
      if (typeof found === 'number') return await give(request, reply, prepared(found))
      if (found instanceof Stream)
        return (
          giveStream(request, reply, found, noting(shell.log, place.page)) ||
          (await give(request, reply, prepared(503)))
        )
      return 'sha256' in found ? giveFile(request, reply, found) : await give(request, reply, found)
    }
    try {
      const asking = shown.find(target, place)
      const found = await (copied === undefined ? asking : inTime(asking, () => copied(target)))
      if (found instanceof Stream && copied !== undefined) await isBegun(found)
      const status = statusOf(found)
      const before = copied !== undefined && copyGoesFirst(status, target, copyFirst())
      const instead = before ? await copied(target) : undefined
      const stands = instead !== undefined && (await mayStandIn(status, target, takenSinceCopy))
      return await giveFound(stands ? instead : found)
    } catch (error) {
      return giveFound(await broken(error, place.page, target))
    }
  }
}

/** A whole response as it goes down a connection whose request could not be read. */
function rawResponse(answer: Answer): string {
  const reasons: Record<number, string> = {
    400: 'Bad Request',
    405: 'Method Not Allowed',
    408: 'Request Timeout',
    414: 'URI Too Long',
    431: 'Request Header Fields Too Large',
  }
  const headers = {
    ...answer.headers,
    'content-length': String(answer.body.plain.length),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return `HTTP/1.1 ${answer.status} ${reasons[answer.status] ?? 'Error'}\r\n${lines.join('\r\n')}\r\n\r\n${answer.body.plain.toString()}`
}

/**
 * The application for a surface's pages, not yet listening. Answers GET and HEAD for each page, 304 where the reader
 * has it, and a full page for every failure. Throws when two pages have one address, or when the record cannot say
 * whose site it is.
 */
export async function buildServer<Asker>(shell: Shell<Asker>): Promise<Server> {
  const shown = await showing(shell)
  const unreadable = (failure: Failure): string => rawResponse(failureAnswer(shown, failure))
  const patience = shell.patience ?? 8000
  const app = Fastify({
    logger: false,
    http: {
      maxHeaderSize: LARGEST_HEAD,
      connectionsCheckingInterval: patience / 8,
      headersTimeout: patience,
      requireHostHeader: false,
    },
    requestTimeout: patience + 2000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    genReqId: () => '',
    clientErrorHandler(error, socket) {
      const packet = 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : undefined
      if (socket.writable && error.code !== 'ECONNRESET')
        socket.write(unreadable(unreadableRequest(error.code, packet)))
      socket.destroySoon()
    },
    frameworkErrors: (_error, request, reply) => {
      void give(request, reply, failureAnswer(shown, 400))
    },
  })
  app.server.on('connect', (_request, socket) => {
    socket.end(unreadable(405))
  })
  // Nothing is ever sent to these pages: what comes as a body is not read.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(null)
  })
  const handler = handlerOf(shell, shown)
  app.all('/*', handler)
  app.setNotFoundHandler(handler)
  app.setErrorHandler((error, request, reply) => {
    const reference = newReference()
    shell.log(faultLine(error, reference, 'the server'))
    // A file that breaks while it is opened leaves its name and its tag behind, and would be kept as the paper.
    for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name)
    return give(request, reply, failureAnswer(shown, 500, reference))
  })
  return app
}
