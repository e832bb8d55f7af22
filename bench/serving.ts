/** The servers that are compared, each in a process of its own: the public site, and bare node:http with the same bytes. */
import { createServer } from 'node:http'
import { connect, login } from '../src/database/index.ts'
import type { PublicRecord } from '../src/record/index.ts'
import { startPublicSite } from '../src/surfaces/public/index.ts'
import { type Shares, sampling } from './shares.ts'

export type ServingOrder =
  | { serve: 'site'; login: string; authority: string; files: string; keep?: number }
  | { serve: 'bytes'; headers: [string, string][]; body: string }

async function siteAt(order: Extract<ServingOrder, { serve: 'site' }>): Promise<number> {
  const published: PublicRecord['db'] = connect(login(order.login), { readOnly: true })
  const ask = { db: published, authority: order.authority }
  const keep = order.keep === undefined ? {} : { keep: order.keep }
  const site = await startPublicSite({ ask, files: order.files, port: 0, host: '127.0.0.1', ...keep })
  return Number(new URL(site.address).port)
}

/** The ruler: one answer, prepared, for every request. */
function bytesAt(order: Extract<ServingOrder, { serve: 'bytes' }>): Promise<number> {
  const body = Buffer.from(order.body, 'base64')
  const headers = order.headers.flat()
  const server = createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

/** Told to sample, it says when it began; told to stop, what it spent its time on. */
export type SamplingOrder = { sample: 'start' | 'stop' }

let stop: (() => Promise<Shares>) | undefined

async function sampled({ sample }: SamplingOrder): Promise<{ shares?: Shares }> {
  if (sample === 'stop' && stop !== undefined) return { shares: await stop() }
  stop = await sampling()
  return {}
}

async function obey(order: ServingOrder | SamplingOrder): Promise<object> {
  if ('sample' in order) return await sampled(order)
  return { port: order.serve === 'site' ? await siteAt(order) : await bytesAt(order) }
}

process.on('message', (order: ServingOrder | SamplingOrder) => {
  obey(order).then(
    (answer) => process.send?.(answer),
    (failure: unknown) => process.send?.({ failure: String(failure) }),
  )
})
