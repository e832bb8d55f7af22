/** Tells a record that cannot be asked just now from a fault of ours. */

/**
 * Codes of Node and of PostgreSQL: no connection (class 08), no room (53), shut down or cancelled after too long (57), and
 * files of the database that are damaged or cannot be read (58, XX001, XX002).
 */
const CODES =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|08\w{3}|28\w{3}|53\w{3}|57P0\w|57014|58\w{3}|XX00[12])$/

/** What the driver says without a code. */
const WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether the error means that the database is away, starting, full or too slow at the moment. */
export function unavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(unavailable)
  if ('code' in error && typeof error.code === 'string') {
    // A Unix socket that is not there; a file that is not there has another call.
    if (error.code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
    return CODES.test(error.code)
  }
  return WORDS.test(error.message)
}
