/** A small load generator in a process of its own: keep-alive connections, each with one request under way, latencies of all. */
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'

export type LoadOrder = { port: number; paths: readonly string[]; connections: number; seconds: number }
export type LoadReport = {
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytes: number
  failed: number
}

const END = Buffer.from('\r\n\r\n')

type Run = { until: number; times: number[]; failed: number; bytes: number; next: number }

/** Asks over one connection, one request after another, until the time is over. */
function ask(order: LoadOrder, requests: readonly Buffer[], run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(order.port, '127.0.0.1')
    let pending = Buffer.alloc(0)
    let began = 0
    const send = (): void => {
      if (performance.now() >= run.until) {
        socket.end()
        resolve()
        return
      }
      began = performance.now()
      socket.write(requests[run.next++ % requests.length] ?? '')
    }
    socket.setNoDelay(true)
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      const head = pending.indexOf(END)
      if (head < 0) return
      const headers = pending.toString('latin1', 0, head)
      const length = head + END.length + Number(/content-length: (\d+)/i.exec(headers)?.[1] ?? 0)
      if (pending.length < length) return
      run.times.push(performance.now() - began)
      run.bytes += length
      if (!headers.startsWith('HTTP/1.1 200')) run.failed += 1
      pending = pending.subarray(length)
      send()
    })
  })
}

async function load(order: LoadOrder): Promise<LoadReport> {
  const requests = order.paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n`),
  )
  const began = performance.now()
  const run: Run = { until: began + order.seconds * 1000, times: [], failed: 0, bytes: 0, next: 0 }
  await Promise.all(Array.from({ length: order.connections }, () => ask(order, requests, run)))
  const spent = (performance.now() - began) / 1000
  const sorted = run.times.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  return {
    perSecond: sorted.length / spent,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: run.bytes,
    failed: run.failed,
  }
}

process.on('message', (order: LoadOrder) => {
  load(order).then(
    (report) => process.send?.({ report }),
    (failure: unknown) => process.send?.({ failure: String(failure) }),
  )
})
