/** The keeper's own process: is told what to keep by whoever started it, and ends when that is gone. */
process.once('message', () => undefined)
