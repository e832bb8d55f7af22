/** That what a meeting takes without the public never reaches the record. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { embeddedServer } from '../../../database/testing.ts'
import { entriesOf } from '../../../record/index.ts'
import { aRecord } from '../../../record/testing.ts'
import { aBringer, aSource } from '../testing.ts'
import { paperKind } from './published.ts'
import { anAgendaReading, aPaperReading } from './testing.ts'

const bring = aBringer({ after })

const withPrivatePaper = (): ReturnType<typeof anAgendaReading> => {
  const reading = anAgendaReading({ ...aPaperReading(), file: 'private.md' })
  return { ...reading, papers: reading.papers.map((paper) => ({ ...paper, item: 'E1' })) }
}

test('a file with the paper of a private item is refused whole, and the refusal names the item and the mend', async (t) => {
  const record = await aRecord(t, embeddedServer)
  await assert.rejects(
    bring(record, withPrivatePaper(), aSource('private.md')),
    /private\.md holds the paper of item E1, .*\{"public": \["E1"\]\}/,
  )
  assert.deepEqual((await entriesOf(record.ask, paperKind)).rows, [])
})

test('a paper that a person says is public after all is brought', async (t) => {
  const record = await aRecord(t, embeddedServer)
  await bring(record, withPrivatePaper(), aSource('private.md', { public: ['E1'] }))
  assert.equal((await entriesOf(record.ask, paperKind)).rows.length, 1)
})
