/** Archives that lie, burst or lead astray are refused with one sentence and without being unpacked; odd but honest ones are opened. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { openArchive } from './archive.ts'
import { docxMembers, paragraph } from './docx/testing.ts'
import { archive, type Member, packed } from './office/testing.ts'
import { readPaper } from './read-paper.ts'

const code = async (bytes: Uint8Array): Promise<string> => {
  const opened = await openArchive(bytes, 'a.docx')
  if (isRefusal(opened)) {
    assert.ok(opened.message.startsWith('a.docx: ') && opened.message.endsWith('.'), opened.message)
    return opened.code
  }
  for (const name of opened.names) {
    const read = opened.read(name)
    if (isRefusal(read)) return read.code
  }
  return 'opened'
}

const one: Member = { name: 'a.xml', content: '<a/>'.repeat(50) }

describe('archives that are honest are opened, however they were written', () => {
  it('packed or stored, with sizes after the bytes, and in the long form', async () => {
    for (const member of [
      one,
      { ...one, stored: true },
      { ...one, follow: 'short' as const },
      { ...one, follow: 'marked' as const },
      { ...one, follow: 'long' as const, long: true },
      { ...one, long: true },
      { ...one, content: '' },
    ])
      for (const long of [false, true])
        assert.equal(
          await code(archive([member, { ...one, name: 'b.xml' }], { long })),
          'opened',
          JSON.stringify(member),
        )
  })

  it('a whole Word document so written is read', async () => {
    const members = Object.entries(docxMembers({ body: paragraph('Words of a paper') }))
    const bytes = archive(
      members.map(([name, content]) => ({ name, content, follow: 'marked' as const })),
      { long: true },
    )
    const reading = await readPaper({ name: 'a.docx', bytes })
    assert.ok(!isRefusal(reading))
    assert.equal(reading.text, 'Words of a paper')
  })

  it('the workbook behind a chart is no archive to be opened', async () => {
    const inner = archive([one])
    assert.equal(await code(archive([one, { name: 'word/embeddings/sheet.xlsx', content: inner }])), 'opened')
  })
})

describe('archives that burst', () => {
  it('one file over 50 MB, all over 200 MB, or one that unpacks to over 200 times its size', async () => {
    assert.equal(await code(archive([{ ...one, size: 50_000_001 }])), 'archive-too-large-inside')
    const large = Array.from({ length: 5 }, (_, index) => ({
      ...one,
      name: `${index}.xml`,
      size: 49_000_000,
      packed: 300_000,
    }))
    assert.equal(await code(archive(large)), 'archive-too-large-inside')
    assert.equal(
      await code(archive([{ name: 'a.xml', content: Buffer.alloc(2_000_000) }])),
      'archive-too-large-inside',
    )
  })

  it('a size that lies is found by counting what comes out, and no more comes out than it says', async () => {
    const zeros = archive([{ name: 'a.xml', content: Buffer.alloc(40_000_000), size: 900_000 }])
    const before = process.memoryUsage().arrayBuffers
    assert.equal(await code(zeros), 'archive-inconsistent')
    assert.ok(process.memoryUsage().arrayBuffers - before < 10_000_000)
    assert.equal(await code(archive([{ ...one, size: 300 }])), 'archive-inconsistent')
    assert.equal(await code(archive([{ ...one, stored: true, size: 100 }])), 'archive-broken')
  })

  it('one of more than 100 MB as it is', async () => {
    assert.equal(await code(Buffer.concat([archive([one]), Buffer.alloc(100_000_000)])), 'file-too-large')
  })

  it('more than 2,000 files, said or not', async () => {
    const many = Array.from({ length: 2001 }, (_, index) => ({
      name: `${index}.xml`,
      content: '',
      stored: true,
    }))
    assert.equal(await code(archive(many)), 'archive-too-many-members')
    assert.equal(await code(archive(many.slice(0, 2000))), 'opened')
    assert.equal(await code(archive(many, { count: 10 })), 'archive-inconsistent')
  })

  it('an archive in an archive, by its name or by its first bytes', async () => {
    const inner = archive([one])
    for (const member of [
      { name: 'more.zip', content: 'x' },
      { name: 'more', content: inner },
      { name: 'more.bin', content: inner, stored: true },
      { name: 'more.dat', content: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]) },
    ])
      assert.equal(await code(archive([one, member])), 'archive-in-archive', member.name)
  })

  it('files that share their bytes', async () => {
    assert.equal(await code(archive([one, { ...one, name: 'a.xml', at: 0 }])), 'archive-inconsistent')
    const second = { ...one, name: 'b.xml' }
    const bytes = archive([one, second, { ...second, at: packed(one).local.length }])
    assert.equal(await code(bytes), 'archive-inconsistent')
    const inside = {
      name: 'c.xml',
      content: Buffer.concat([packed({ ...one, name: 'd.xml' }).local]),
      stored: true,
    }
    const from = packed(one).local.length + 30 + 'c.xml'.length
    assert.equal(
      await code(archive([one, inside, { ...one, name: 'd.xml', at: from }])),
      'archive-inconsistent',
    )
  })
})

describe('archives that lead astray', () => {
  it('names that go up, start at the root or at a drive, or hold signs that no name has', async () => {
    for (const name of [
      '../x.xml',
      'a/../../x.xml',
      '/etc/passwd',
      'C:\\x.xml',
      '..\\x.xml',
      'a\u0000b',
      'a\nb',
    ])
      assert.equal(await code(archive([{ ...one, name }])), 'archive-names-unsafe', name)
  })

  it('links and devices', async () => {
    for (const mode of [0o120777, 0o020666])
      assert.equal(await code(archive([{ ...one, attributes: mode * 0x10000 }])), 'archive-names-unsafe')
  })

  it('two files of one name, also where only capitals tell them apart', async () => {
    assert.equal(await code(archive([one, one])), 'archive-inconsistent')
    assert.equal(await code(archive([one, { ...one, name: 'A.XML' }])), 'archive-inconsistent')
  })

  it('headers that disagree about name or size', async () => {
    assert.equal(await code(archive([{ ...one, localName: 'b.xml' }])), 'archive-inconsistent')
    assert.equal(await code(archive([{ ...one, localSize: 10 }])), 'archive-inconsistent')
  })

  it('locked ones', async () => {
    assert.equal(await code(archive([{ ...one, flags: 1 }])), 'archive-locked')
    assert.equal(await code(archive([{ ...one, flags: 0x2000 }])), 'archive-locked')
  })

  it('bytes that are not those that were packed', async () => {
    assert.equal(await code(archive([{ ...one, crc: 7 }])), 'archive-broken')
  })

  it('cut short anywhere, or with bytes at the end', async () => {
    const whole = archive([one, { ...one, name: 'b.xml' }])
    for (let length = 4; length < whole.length; length += 7)
      assert.equal(await code(whole.subarray(0, length)), 'archive-broken', `${length} bytes`)
    assert.equal(await code(Buffer.concat([whole, Buffer.alloc(30)])), 'archive-broken')
  })

  it('any byte of it changed: it is refused or read, and nothing is thrown', async () => {
    const whole = archive([one, { ...one, name: 'b.xml', follow: 'marked' }], { long: true })
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x81
      assert.match(await code(changed), /^opened$|^archive-/)
    }
  })
})
