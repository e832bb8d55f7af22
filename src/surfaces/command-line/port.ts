/** Which port the site listens on: the one that was asked for, or the first free one from 3000. */
import { createServer } from 'node:net'
import { type Refusal, refuse } from '../../lib/index.ts'

export const USUAL_PORT = 3000

/** A port from the command line or the environment; 0 lets the system choose. */
export function portFrom(text: string, source: '--port' | 'PORT'): number | Refusal {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536
  if (port <= 65_535) return port
  return refuse(
    'port-not-a-number',
    `${source} is "${text}", which is not a port: give a number from 0 to 65535.`,
  )
}

/** The port to listen on: `asked` when it is free, else a refusal; without one, the first free port from 3000. */
export async function choosePort(asked: number | undefined): Promise<number | Refusal> {
  if (asked === 0) return await anyPort()
  if (asked !== undefined) return (await whyNotFree(asked)) ?? asked
  for (let port = USUAL_PORT; port < USUAL_PORT + 100; port += 1) {
    if ((await whyNotFree(port)) === undefined) return port
  }
  return portTaken(USUAL_PORT)
}

/** The refusal of a port that another program listens on. */
export const portTaken = (port: number): Refusal =>
  refuse(
    'port-taken',
    `Port ${port} is taken by another program: stop that, or give another with PORT or --port.`,
  )

async function whyNotFree(port: number): Promise<Refusal | undefined> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listeningFails(port, host)
    if (code === 'EADDRINUSE') return portTaken(port)
    if (code === 'EACCES')
      return refuse(
        'port-not-allowed',
        `This user may not listen on port ${port}: give one above 1023 with PORT or --port.`,
      )
  }
  return undefined
}

/** Listens for a moment: undefined when that works, else the system's code. A machine without IPv6 has no ::1, which is no reason against a port. */
function listeningFails(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (failure: NodeJS.ErrnoException) => {
      resolve(failure.code)
    })
    probe.listen({ port, host, exclusive: true }, () => {
      probe.close(() => {
        resolve(undefined)
      })
    })
  })
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('A listening socket has no port.'))
      })
    })
  })
}
