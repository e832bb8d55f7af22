/** Takes what the policing body says it will do: the items under "What I will do" and under "I will:". */
import type { Block, PlanReading } from '../reading.ts'
import { tidy } from './entries.ts'
import type { Section } from './outline.ts'

type Commitment = PlanReading['commitments'][number]

/** The commitments of a plan in order; `group` is the heading or the lead-in over them, null when there is none of their own. */
export function commitmentsOf(blocks: readonly Block[], sections: readonly Section[]): Commitment[] {
  const found: Commitment[] = []
  const taken = new Set<number>()
  for (const section of sections.filter((each) => each.role === 'commitments')) {
    let group: string | null = section.led ? headingOver(blocks, section.from) : null
    let unfinished = false
    for (let index = section.from; index < section.to; index += 1) {
      const block = blocks[index]
      if (block === undefined || taken.has(index)) continue
      taken.add(index)
      if (block.type === 'heading') group = tidy(block.text)
      else if (block.type === 'paragraph') {
        // A converter may break an item: "…; and" goes on in the next line, which is no group of its own.
        if (block.number !== null && block.text.length < 400)
          found.push({ title: titleOf(block.text), group })
        else if (!unfinished && block.text.endsWith(':') && block.text.length < 160) group = tidy(block.text)
      } else if (block.type === 'list') {
        for (const item of block.items) found.push({ title: titleOf(item.text), group })
      }
      unfinished = block.type === 'list' && !/[.!?:]$/.test(block.items.at(-1)?.text ?? '')
    }
  }
  return found.length > 0 ? found : promisedAnywhere(blocks)
}

/** Items of lists that say "I will …" themselves, where no part is headed for them. */
const promisedAnywhere = (blocks: readonly Block[]): Commitment[] =>
  blocks.flatMap((block, index) =>
    block.type === 'list'
      ? block.items
          .filter((item) =>
            /^(?:I|we|my office|the commissioner)(?:\s+(?:will|shall)|[’']ll)\s+[a-z]/i.test(item.text),
          )
          .map((item) => ({ title: titleOf(item.text), group: headingOver(blocks, index) }))
      : [],
  )

function headingOver(blocks: readonly Block[], from: number): string | null {
  for (let index = from - 1; index >= 0; index -= 1) {
    const block = blocks[index]
    if (block?.type === 'heading') return tidy(block.text)
  }
  return null
}

/** What is promised in few words: the name before a dash, else the first sentence. */
function titleOf(text: string): string {
  const named = /^([A-Z‘“'"][^.:;]{3,90}?)\s[–—-]\s+\S/.exec(text)?.[1]
  return tidy(named ?? /^(.+?[a-z)’”'"])[.;](?:\s+(?=[A-Z“‘])|$)/.exec(text)?.[1] ?? text)
}
