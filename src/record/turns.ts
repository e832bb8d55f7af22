/** Keeps one costly kind of question from holding up all others. */

/** A gate through which at most `most` pieces of work go at once; the others wait their turn, in the order they came. */
export function turns(most: number): <Outcome>(work: () => Promise<Outcome>) => Promise<Outcome> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      // Whoever waits takes over our place, so that nobody who comes in between can take it first.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
