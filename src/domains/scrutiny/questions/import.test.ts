/** What readers rely on when questions are brought: answers bound to their paragraphs, and never lost to a later list. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { date, isRefusal } from '../../../lib/index.ts'
import type { Reading } from '../../../papers/index.ts'
import { anItem, aParagraph, aReading, aReadQuestion } from '../../../papers/testing.ts'
import { entriesOf, keepFile, publishBrought } from '../../../record/index.ts'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { importer, kinds, questionKind } from '../index.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiremoot-questions-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const corrections = { paper: {}, people: {}, serves: [], progress: [], plan: {} }
const BODY = 'Anyshire Police and Crime Panel'
const MINUTES = '/meetings/anyshire-police-and-crime-panel/2019-09-24/minutes'

const blocks = [
  aParagraph('1', 'The Commissioner had asked for a study.'),
  aParagraph(null, 'It would take until spring.'),
  aParagraph('2', 'Cllr Fox asked who would pay. The Commissioner would.'),
  aParagraph('3', 'He was not aware of any figures.'),
]
const fraud = aReadQuestion({ number: 'Q1', questioner: 'Cllr Fox', item: '9', answerParagraphs: [1, 2] })
const radios = aReadQuestion({ number: 'Q2', text: 'And radios?', item: '9', answerParagraphs: [3] })
const silence = aReadQuestion({ number: 'Q3', text: 'And horses?', item: '9', answerParagraphs: [] })

const minutes = (): Reading =>
  aReading({
    body: BODY,
    date: '2019-09-24',
    blocks,
    items: [anItem({ number: '9', title: 'Questions', paragraphs: 3, blocks: [0, 4] })],
    questions: [fraud, radios, silence],
  })

const list = (): Reading =>
  aReading({
    kind: 'questions',
    body: BODY,
    date: '2019-09-24',
    questions: [{ ...fraud, answerParagraphs: [] }],
  })

async function bring(record: TestRecord, reading: Reading, name: string): Promise<number> {
  return await record.act(async (tx) => {
    const act = { tx, permit: record.permits.bring, today: date('2020-01-01') }
    const file = { name, mediaType: 'text/plain', bytes: new TextEncoder().encode(name) }
    const { sha256 } = await keepFile(tx, act.permit, file, folder)
    const source = { name, sha256, mediaType: file.mediaType, path: `/files/${sha256}/${name}`, corrections }
    const brought = await importer.bring(act, reading, source)
    if (isRefusal(brought)) throw new Error(brought.message)
    await publishBrought(tx, record.permits.publish, kinds, brought)
    return brought.entries.filter(({ kind, outcome }) => kind === 'question' && outcome !== 'unchanged')
      .length
  })
}

async function questions(record: TestRecord) {
  const part = await entriesOf(record.ask, questionKind, {})
  return part.rows.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

test('an answer is its numbered paragraphs with what runs on from them, each with its permalink', async (t) => {
  const record = await aRecord(t)
  await bring(record, minutes(), 'minutes.md')
  const [first, second, third] = await questions(record)
  assert.deepEqual(
    first?.content.answers.map(({ text, path, by }) => [text, path, by]),
    [
      ['The Commissioner had asked for a study. It would take until spring.', `${MINUTES}#minute-9-1`, null],
      ['Cllr Fox asked who would pay. The Commissioner would.', `${MINUTES}#minute-9-2`, 'Cllr Fox'],
    ],
  )
  assert.equal(second?.state, 'answered')
  assert.equal(third?.state, 'no-answer')
})

test('a list of questions brought after the minutes takes no answer away', async (t) => {
  const record = await aRecord(t)
  await bring(record, minutes(), 'minutes.md')
  await bring(record, list(), 'questions.md')
  const [first] = await questions(record)
  assert.equal(first?.state, 'answered')
  assert.match(first?.content.source.path ?? '', /minutes#question-q1$/)
})

test('a question put before the meeting is answered by the minutes that follow, at the same address', async (t) => {
  const record = await aRecord(t)
  await bring(record, list(), 'questions.md')
  const [before] = await questions(record)
  assert.equal(before?.state, 'put')
  await bring(record, minutes(), 'minutes.md')
  const [now] = await questions(record)
  assert.deepEqual([now?.path, now?.state, now?.id], [before?.path, 'answered', before?.id])
})

test('the same minutes again change no question', async (t) => {
  const record = await aRecord(t)
  assert.equal(await bring(record, minutes(), 'minutes.md'), 3)
  assert.equal(await bring(record, minutes(), 'minutes.md'), 0)
})
