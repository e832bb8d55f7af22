/** Pages kept in memory: rendered once for each state of the record, however many ask at once. */

/** Something kept. `size` is in bytes; `standing` names the state of the record that it was made from. */
export type Kept<Value> = { standing: string; size: number; value: Value }

export type PageCache<Value> = {
  /** What is kept under a key for this standing; undefined when it has to be made. */
  now: (key: string, standing: string) => Value | undefined
  /** What is kept under a key of whatever standing, for the hour in which the record cannot be asked. */
  earlier: (key: string) => Value | undefined
  /** Makes a value, or joins whoever is making it. A failure is passed on to all who wait, and is not kept. */
  make: (
    key: string,
    standing: string,
    maker: () => Promise<{ value: Value; size: number }>,
  ) => Promise<Value>
  /** How many are being made at this moment. */
  making: () => number
  /** Bytes and entries held. */
  held: () => { bytes: number; entries: number }
}

/** A cache of at most `most` bytes; what was asked for longest ago leaves first. */
export function pageCache<Value>(most: number): PageCache<Value> {
  const kept = new Map<string, Kept<Value>>()
  const underway = new Map<string, Promise<Value>>()
  let bytes = 0

  function put(key: string, entry: Kept<Value>): void {
    bytes -= kept.get(key)?.size ?? 0
    kept.delete(key)
    if (entry.size > most) return
    kept.set(key, entry)
    bytes += entry.size
    for (const [oldest, { size }] of kept) {
      if (bytes <= most) break
      kept.delete(oldest)
      bytes -= size
    }
  }

  async function made(
    key: string,
    standing: string,
    maker: () => Promise<{ value: Value; size: number }>,
    flight: string,
  ): Promise<Value> {
    try {
      const { value, size } = await maker()
      put(key, { standing, size: size + key.length * 2 + 100, value })
      return value
    } finally {
      underway.delete(flight)
    }
  }

  return {
    now(key, standing) {
      const entry = kept.get(key)
      if (entry?.standing !== standing) return undefined
      kept.delete(key)
      kept.set(key, entry)
      return entry.value
    },
    earlier: (key) => kept.get(key)?.value,
    make(key, standing, maker) {
      const flight = `${standing} ${key}`
      const joined = underway.get(flight)
      if (joined) return joined
      const promise = made(key, standing, maker, flight)
      underway.set(flight, promise)
      return promise
    },
    making: () => underway.size,
    held: () => ({ bytes, entries: kept.size }),
  }
}
