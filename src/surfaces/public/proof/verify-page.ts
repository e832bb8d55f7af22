/** How anyone can check a page or the whole record, in plain words; with the log's present statement and its key. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Instant, isRefusal, longMoment } from '../../../lib/index.ts'
import {
  type Checkpoint,
  DamagedFile,
  type LogFolder,
  noteText,
  PUBLIC_KEY_FILE,
  readCheckpoint,
  readWitnesses,
} from '../../../log/index.ts'
import { lastMoment, logSize, type PublicRecord } from '../../../record/index.ts'
import {
  facts,
  html,
  lead,
  link,
  pageTop,
  paragraph,
  sectionHeading,
  steps,
  term,
  type View,
} from '../../../web/index.ts'

export type VerifyAnswer = {
  size: number
  last: Instant | undefined
  /** The signed statement as it is written, with how far it goes; null while there is none. */
  checkpoint: { text: string; size: number } | null
  key: string | null
  /** The names of those who are asked to sign as well, and how many signatures besides ours the statement has. */
  witnesses: string[]
  cosignatures: number
}

/** The signed statement; undefined when there is none, or none that can be read. */
async function checkpointThere(folder: LogFolder): Promise<Checkpoint | undefined> {
  try {
    return await readCheckpoint(folder)
  } catch (failure) {
    if (failure instanceof DamagedFile) return undefined
    throw failure
  }
}

/** What the verify page shows. */
export async function logAsItStands(ask: PublicRecord, folder: LogFolder | undefined): Promise<VerifyAnswer> {
  const [size, last, checkpoint] = await Promise.all([
    logSize(ask),
    lastMoment(ask),
    folder === undefined ? undefined : checkpointThere(folder),
  ])
  if (folder === undefined || checkpoint === undefined)
    return { size, last, checkpoint: null, key: null, witnesses: [], cosignatures: 0 }
  const [key, witnesses] = await Promise.all([
    readFile(join(folder, PUBLIC_KEY_FILE), 'utf8').catch(() => ''),
    readWitnesses(folder),
  ])
  return {
    size,
    last,
    checkpoint: { text: noteText(checkpoint.note), size: checkpoint.size },
    key: key.trim(),
    witnesses: isRefusal(witnesses) ? [] : witnesses.map((witness) => witness.key.name),
    cosignatures: checkpoint.note.signatures.length - 1,
  }
}

/** Text as it is written, which scrolls; no two on the page have the same label, since each is a landmark. */
const code = (label: string, text: string) =>
  html`<pre class="sm-code" tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`

function statement(answer: VerifyAnswer) {
  if (answer.checkpoint === null)
    return paragraph(
      'The signed statement is not at hand just now. It follows a publication within about a minute.',
    )
  return html`${paragraph('This names the log, its number of lines and their root (one number that all the lines together give, and that changes if any of them does), and is signed:')}${code('The signed statement, as it is written', answer.checkpoint.text)}${paragraph('The key that signs it. Keep it: whoever has it can tell a true statement from a made-up one.')}${code('The key, as it is written', answer.key ?? '')}${paragraph(
    answer.witnesses.length === 0
      ? 'Nobody outside is asked to sign it too at the moment. A note of today’s statement, in your drawer or a newspaper, does the same work: a later log must begin with the same lines.'
      : `${answer.witnesses.length === 1 ? 'One other is' : `${answer.witnesses.length} others are`} asked to sign it too, after seeing that it only grew: ${answer.witnesses.join(', ')}. This statement has ${answer.cosignatures === 0 ? 'no signature of theirs yet' : `${answer.cosignatures} of their signatures`}.`,
  )}`
}

/** /verify. */
export function verifyPage(answer: VerifyAnswer): View {
  return {
    title: 'Check the record',
    description:
      'How anyone can see that nothing on this record was altered unseen, for one page or for all of it.',
    section: null,
    main: html`${pageTop({ title: 'Check the record' })}${lead(
      'If anything that was published here were altered afterwards, anyone could find it out. You need not take our word for it.',
    )}${facts([
      {
        term: 'Lines in the log',
        value: String(answer.size),
        note: 'one for each publication, change and withdrawal',
      },
      ...(answer.last === undefined ? [] : [{ term: 'Last added to', value: longMoment(answer.last) }]),
    ])}${sectionHeading('One page', 'm')}${paragraph(
      'At the foot of each page that shows something published stands since when it says what it says, with a link to check that it has not been altered. That page shows what was compared, and what it cannot show.',
    )}${sectionHeading('The whole record', 'm')}${steps([
      html`${link('/contact', 'Ask those who keep this record')} for the copy of this site that is kept as plain files, with its log. It does not matter who gives it to you, because it can be checked.`,
      html`Run <code>bin/shiremoot verify FOLDER</code>, which comes with the software. It needs no database and no network, and was written apart from what writes the log. It names every file that does not agree.`,
      'Keep what it says, and compare it with a copy of another day or from another person: the later log must begin with the earlier one.',
    ])}${paragraph(html`${link('/data', 'Open data')} gives the whole record, with the number of the line in the log for each entry. The log itself is below ${answer.checkpoint === undefined ? '/log/' : link('/log/checkpoint', '/log/checkpoint')}, as files in the form that other logs have (tlog-tiles).`)}${term(
      'How can a log show that nothing was altered?',
      'Each publication adds a line that holds a fingerprint of the words. All lines together give one number, the root. Altering, removing or slipping in any line gives another root, and the old one has been signed and seen by others.',
    )}${term(
      'And what must not stay public?',
      html`Words can be withdrawn, and erased, and the log still agrees: it holds fingerprints with a secret grain of salt and not words. ${link('/withdrawn', 'Everything that was withdrawn')} is listed with the day and the reason.`,
    )}${sectionHeading('The statement of today', 'm')}${statement(answer)}`,
  }
}
