/** The command line: finds the command that the first word names and hands it the rest. */
type Command = { says: string; load: () => Promise<{ run: (args: string[]) => Promise<number> }> }

/** Commands are loaded when asked for, so that none pays for another's libraries. */
const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    says: 'serve [--port N] [--data DIR]                runs the public site',
    load: () => import('./serve.ts'),
  },
  read: {
    says: 'read FILE… [--json]                          reads papers and prints the structure found',
    load: () => import('./read.ts'),
  },
  check: {
    says: 'check FILE… [--json] [--coverage]            checks whether the figures of papers add up',
    load: () => import('./check.ts'),
  },
  import: {
    says: 'import FILE… --authority ID [--publish] …    brings papers or registers into the record',
    load: () => import('./import.ts'),
  },
  chart: {
    says: 'chart FILE.csv [--json|--svg] …              says which changes of a series are more than chance',
    load: () => import('./chart.ts'),
  },
  count: {
    says: 'count FILE… --by force,month,type …          counts the rows of data.police.uk files',
    load: () => import('./count.ts'),
  },
  draft: {
    says: 'draft KIND [--to YYYY-MM] [--out FILE]        writes a paper from the record',
    load: () => import('./draft.ts'),
  },
  withdraw: {
    says: 'withdraw PATH… --authority ID --reason …     takes what stands at an address out of public view',
    load: () => import('./withdraw.ts'),
  },
  erase: {
    says: 'erase PATH… --authority ID --yes             removes for good what was withdrawn',
    load: () => import('./erase.ts'),
  },
  reinstate: {
    says: 'reinstate PATH… --authority ID --words …     shows again what was withdrawn',
    load: () => import('./reinstate.ts'),
  },
  verify: {
    says: 'verify [DIR] [--since CHECKPOINT] …          checks that a copy of the record is as it was published',
    load: () => import('./verify.ts'),
  },
  cosign: {
    says: 'cosign FILE --authority ID                   takes in the signature of a witness',
    load: () => import('./cosign.ts'),
  },
  witness: {
    says: 'witness DIR --name NAME --keep FOLDER        verifies the log of others and signs its checkpoint',
    load: () => import('./witness.ts'),
  },
  backup: {
    says: 'backup FILE [--data DIR]                     writes the whole installation into one file',
    load: () => import('./backup.ts'),
  },
  restore: {
    says: 'restore FILE --data DIR                      brings a backup into an empty installation',
    load: () => import('./restore.ts'),
  },
}

const HELP = `Shiremoot: the public record of a police area.

Usage: bin/shiremoot COMMAND …

${Object.values(COMMANDS)
  .map(({ says }) => `  ${says}`)
  .join('\n')}

bin/shiremoot COMMAND --help says more about one.
`

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP)
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    process.stderr.write(
      `There is no command "${name}"; there are ${Object.keys(COMMANDS).join(', ')}. bin/shiremoot --help says what they do.\n`,
    )
    return 2
  }
  try {
    const { run } = await command.load()
    return await run(rest)
  } catch (failure) {
    const what = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)
    process.stderr.write(`Shiremoot failed in a way that it should not; please report this.\n${what}\n`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
