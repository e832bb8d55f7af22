/** Connections to a server that is not there yet, or is away for a while and comes back at another place. */
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { type Login, type PoolLimits, poolOf } from './connect.ts'
import { preparing } from './prepared.ts'

/** What PostgreSQL itself says while it starts: cannot_connect_now. */
class NotReady extends Error {
  readonly code = '57P03'
  constructor() {
    super('The database is not ready yet')
    this.name = 'NotReady'
  }
}

export type Awaited<Tables> = {
  /** Whoever asks before the server is ready is told so at once, by an error with PostgreSQL's own code. */
  db: Kysely<Tables>
  /** The server is ready. */
  begin(to: Login): void
  /** It is away again. Resolves when its connections are closed. */
  pause(): Promise<void>
}

/** A pool whose server is named later, as often as it takes. */
export function connectAwaited<Tables>(limits: PoolLimits = {}): Awaited<Tables> {
  let pool: Pool | undefined
  const pause = async (): Promise<void> => {
    const leaving = pool
    pool = undefined
    await leaving?.end()
  }
  return {
    db: new Kysely<Tables>({
      dialect: new PostgresDialect({
        pool: {
          connect: async () => {
            if (pool === undefined) throw new NotReady()
            return limits.readOnly === true ? preparing(pool).connect() : pool.connect()
          },
          end: pause,
          options: {},
        },
      }),
    }),
    begin(to) {
      if (pool !== undefined) throw new Error('The server has been named already')
      pool = poolOf(to, limits)
    },
    pause,
  }
}
