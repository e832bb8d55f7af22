/** Writes PDFs by hand, for tests of files that no honest program would write: scans, locked, broken and hostile ones. */
import { createCipheriv, createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** The body of object `number`: a dictionary or a value, with a stream when there are bytes. */
export type Part = { dictionary: string; stream?: Uint8Array }

/** A file of these objects, the first being the catalogue; `trailer` stands in the trailer's dictionary. */
export function rawPdf(parts: readonly Part[], trailer = ''): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  const offsets: number[] = []
  let length = chunks[0]?.length ?? 0
  const add = (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
  }
  parts.forEach((part, index) => {
    offsets.push(length)
    const { dictionary, stream } = part
    const own = stream === undefined ? dictionary : dictionary.replace(/^<</, `<< /Length ${stream.length} `)
    add(Buffer.from(`${index + 1} 0 obj\n${own}\n`, 'latin1'))
    if (stream !== undefined) {
      add(Buffer.from('stream\n', 'latin1'))
      add(Buffer.from(stream))
      add(Buffer.from('\nendstream\n', 'latin1'))
    }
    add(Buffer.from('endobj\n', 'latin1'))
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(Buffer.from(`xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${entries}`, 'latin1'))
  const start = length - Buffer.byteLength(`xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${entries}`)
  add(
    Buffer.from(
      `trailer\n<< /Size ${parts.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(chunks))
}

const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, 'latin1'))

/** One page of Helvetica with these drawing commands; `font` replaces the font, `more` are further objects from 6 on. */
export function onePage(
  commands: string,
  parts: { font?: string; resources?: string; more?: Part[]; box?: string } = {},
): Part[] {
  return [
    { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
    { dictionary: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
    {
      dictionary: `<< /Type /Page /Parent 2 0 R /MediaBox ${parts.box ?? '[0 0 595 842]'} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${parts.resources ?? ''} >> >>`,
    },
    { dictionary: '<< >>', stream: text(commands) },
    { dictionary: parts.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' },
    ...(parts.more ?? []),
  ]
}

/** Commands that set lines of text one under the other. */
export const linesOfText = (lines: readonly string[]): string =>
  lines
    .map(
      (line, index) => `BT /F1 11 Tf 60 ${780 - index * 14} Td (${line.replace(/([()\\])/g, '\\$1')}) Tj ET`,
    )
    .join('\n')

/** A page that is one picture, as a scanner makes it. */
export function aScan(pages = 1): Uint8Array {
  const width = 64
  const picture = deflateSync(new Uint8Array(width * width).map((_, index) => (index * 37) % 251))
  const kids = Array.from({ length: pages }, (_, index) => `${index + 6} 0 R`).join(' ')
  return rawPdf([
    { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
    { dictionary: `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>` },
    { dictionary: '<< >>', stream: text('q 595 0 0 842 0 0 cm /Im1 Do Q') },
    {
      dictionary: `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${width} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode >>`,
      stream: new Uint8Array(picture),
    },
    { dictionary: '<< /Nothing true >>' },
    ...Array.from({ length: pages }, () => ({
      dictionary:
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /XObject << /Im1 4 0 R >> >> >>',
    })),
  ])
}

/** A page whose pictures are drawn of pictures, `deep` levels of ten each: reading it would take 10 to the power of `deep` steps. */
export function aHallOfMirrors(deep: number): Uint8Array {
  const mirror = (level: number): Part => ({
    dictionary: `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /M ${level + 5} 0 R >> >> >>`,
    stream: text(level === deep ? 'BT /F1 9 Tf (x) Tj ET' : '/M Do '.repeat(10)),
  })
  return rawPdf([
    { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
    { dictionary: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
    {
      dictionary:
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /M 5 0 R >> >> >>',
    },
    { dictionary: '<< >>', stream: text('/M Do') },
    ...Array.from({ length: deep + 1 }, (_, level) => mirror(level + 1)),
  ])
}

/** Text whose font says that every letter is a sign of private use. */
export function aNonsenseFont(words: string): Uint8Array {
  const map = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    '1 beginbfrange <20> <7E> <E120> endbfrange',
    'endcmap end end',
  ].join('\n')
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>'
  return rawPdf(
    onePage(linesOfText(words.split('\n')), { font, more: [{ dictionary: '<< >>', stream: text(map) }] }),
  )
}

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** The stream cipher of the old standard security handler; OpenSSL offers it no longer. */
function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number) => state[index & 255] ?? 0
  const swap = (one: number, other: number) => {
    const kept = at(one)
    state[one & 255] = at(other)
    state[other & 255] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return data.map((byte) => {
    i = (i + 1) & 255
    j = (j + at(i)) & 255
    swap(i, j)
    return byte ^ at(at(i) + at(j))
  })
}

const md5 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`

/** A page locked with a user password (40 bits, revision 2), or with an owner's password only when `user` is empty. */
export function aLocked(lines: readonly string[], user: string): Uint8Array {
  const padded = (word: string) => Buffer.concat([Buffer.from(word), PAD]).subarray(0, 32)
  const id = Buffer.alloc(16, 7)
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(-4)
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(user))
  const key = md5(padded(user), owner, permissions, id).subarray(0, 5)
  const check = rc4(key, PAD)
  const parts = onePage('', {
    more: [{ dictionary: `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(check)} /P -4 >>` }],
  })
  const objectKey = md5(key, Uint8Array.of(4, 0, 0, 0, 0)).subarray(0, 10)
  const locked = parts.map((part, index) =>
    index === 3 ? { dictionary: '<< >>', stream: rc4(objectKey, text(linesOfText(lines))) } : part,
  )
  return rawPdf(locked, `/Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}]`)
}

/** A page whose content unpacks to many megabytes of nothing. */
export function aBomb(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 1_000_000, 0x20))
  const parts = onePage('').map((part, index) =>
    index === 3 ? { dictionary: '<< /Filter /FlateDecode >>', stream: new Uint8Array(packed) } : part,
  )
  return rawPdf(parts)
}

/** A file that claims so many pages, all of them the same object. */
export function manyPages(count: number): Uint8Array {
  const parts = onePage(linesOfText(['The same page again.']))
  const kids = Array.from({ length: count }, () => '3 0 R').join(' ')
  return rawPdf(
    parts.map((part, index) =>
      index === 1 ? { dictionary: `<< /Type /Pages /Kids [${kids}] /Count ${count} >>` } : part,
    ),
  )
}

/** Bytes that look like nothing, the same on each run. */
export const noise = (length: number): Uint8Array =>
  new Uint8Array(
    createCipheriv('aes-128-ctr', Buffer.alloc(16, 3), Buffer.alloc(16, 5)).update(Buffer.alloc(length)),
  )
