/** Known answers that others published, held against both hands: the log that writes and the verifier that reads. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  consistencyProof,
  inclusionProof,
  isCosignedBy,
  leafHash,
  loadKey,
  MemoryTree,
  readNote,
  readVkey,
  rootAt,
  rootOf,
  signedBy,
  signNote,
} from '../../src/log/index.ts'
import { provesConsistency, provesInclusion, verifyNote } from '../../src/verifier/index.ts'

/** The leaves with which Certificate Transparency's implementations test themselves, and the roots of the first 0 to 8. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const INCLUSION = [
  {
    index: 0,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    index: 6,
    size: 7,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
]
const CONSISTENCY = [
  {
    first: 1,
    second: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    first: 2,
    second: 5,
    path: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
  {
    first: 6,
    second: 7,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    first: 6,
    second: 8,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
]
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
const root = (size: number): Buffer => bytes(ROOTS[size] ?? '')

/** Notes and keys of Go's sumdb/note and of the specification; their authors publish the private part of the first. */
const GO = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  key: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}
const EXAMPLE = {
  vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  text: 'This is an example message.\n',
  line: '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
}
/** A checkpoint of a public log with the cosignature of a public witness. */
const PUBLIC = {
  log: 'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f',
  witness: 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
  note: `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`,
}

describe('known answers', () => {
  const tree = new MemoryTree(LEAVES.map((leaf) => leafHash(bytes(leaf))))

  it('the roots of the first 0 to 8 leaves are those of Certificate Transparency', async () => {
    for (const [size, wanted] of ROOTS.entries()) {
      const hashes = LEAVES.slice(0, size).map((leaf) => leafHash(bytes(leaf)))
      assert.equal(rootOf(hashes).toString('hex'), wanted, `size ${size}`)
      assert.equal((await rootAt(tree, size)).toString('hex'), wanted, `size ${size} within 8`)
    }
  })

  it('the published proofs of inclusion are made and accepted', async () => {
    for (const { index, size, path } of INCLUSION) {
      assert.deepEqual(
        (await inclusionProof(tree, index, size)).map((hash) => hash.toString('hex')),
        path,
      )
      assert.ok(provesInclusion({ index, size, path: path.map(bytes) }, tree.node(0, index), root(size)))
    }
  })

  it('the published proofs of consistency are made and accepted', async () => {
    for (const { first, second, path } of CONSISTENCY) {
      assert.deepEqual(
        (await consistencyProof(tree, first, second)).map((hash) => hash.toString('hex')),
        path,
      )
      assert.ok(provesConsistency({ first, second, path: path.map(bytes) }, root(first), root(second)))
    }
  })
})

describe('signed notes of others', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'shiremoot-note-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('a note is signed, byte for byte, as Go signs it with the same key', async () => {
    mkdirSync(join(folder, 'go'))
    writeFileSync(join(folder, 'go/log.key'), `${GO.key}\n`, { mode: 0o600 })
    const key = await loadKey(join(folder, 'go'))
    assert.ok(key !== undefined && 'vkey' in key)
    assert.equal(key.vkey, GO.vkey)
    assert.equal(signNote(GO.text, key), `${GO.text}\n${GO.line}`)
  })

  for (const [name, { vkey, text, line }] of Object.entries({ GO, EXAMPLE })) {
    it(`the note of ${name} verifies, and not with any bit of its text or signature flipped`, () => {
      const note = Buffer.from(`${text}\n${line}`)
      const key = readVkey(vkey)
      assert.ok(key)
      const ours = (one: string): boolean => {
        const read = readNote(one)
        return read !== undefined && signedBy(read, key)
      }
      assert.ok(ours(note.toString()))
      assert.equal(verifyNote(note.toString(), vkey), 'right')
      for (let bit = 0; bit < note.length * 8; bit += 1) {
        const changed = Buffer.from(note)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        assert.equal(ours(changed.toString()), false, `the log accepts it with bit ${bit} flipped`)
        assert.notEqual(
          verifyNote(changed.toString(), vkey),
          'right',
          `the verifier accepts it with bit ${bit} flipped`,
        )
      }
    })
  }

  it('a vkey with any character changed is none', () => {
    for (const vkey of [GO.vkey, EXAMPLE.vkey, PUBLIC.witness]) {
      for (let at = 0; at < vkey.length; at += 1) {
        const changed = `${vkey.slice(0, at)}${vkey[at] === 'A' ? 'B' : 'A'}${vkey.slice(at + 1)}`
        assert.equal(readVkey(changed), undefined, changed)
        assert.equal(verifyNote(PUBLIC.note, changed), 'unreadable', changed)
      }
    }
  })

  it('a checkpoint of a public log verifies with the log’s key and with its witness’s, and not with another size', () => {
    const [log, witness] = [readVkey(PUBLIC.log), readVkey(PUBLIC.witness)]
    assert.ok(log && witness)
    const changed = PUBLIC.note.replace('1432088532', '1432088533')
    for (const [text, wanted, outcome] of [
      [PUBLIC.note, true, 'right'],
      [changed, false, 'wrong'],
    ] as const) {
      const note = readNote(text)
      assert.ok(note)
      assert.equal(signedBy(note, log), wanted)
      assert.equal(isCosignedBy(note, witness), wanted)
      assert.equal(verifyNote(text, PUBLIC.log), outcome)
      assert.equal(verifyNote(text, PUBLIC.witness), outcome)
    }
    assert.equal(verifyNote(PUBLIC.note, GO.vkey), 'none')
  })
})
