/** What a command says of arguments that it does not take. */
import { type Refusal, refuse } from '../../lib/index.ts'

/** The refusal for what `parseArgs` threw, a TypeError; anything else was a fault of ours and is thrown on. */
export function badArguments(command: string, problem: unknown): Refusal {
  if (!(problem instanceof TypeError)) throw problem
  return refuse(
    'bad-arguments',
    `${problem.message.split('. ')[0]}; bin/shiremoot ${command} --help says what it takes.`,
  )
}
