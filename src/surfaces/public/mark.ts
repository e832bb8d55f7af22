/** The site's own small mark: the ink square with the gold thread. Not the Crown, not GOV.UK's. */
import { deflateSync } from 'node:zlib'

const INK = [0x14, 0x25, 0x3d] as const
const GOLD = [0xd9, 0xa8, 0x55] as const
const SIDE = 16

/** As a vector picture. */
export const markSvg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#14253d"/><path d="M8 1v14" stroke="#d9a855" stroke-width="2"/><circle cx="8" cy="5" r="2.5" fill="#14253d" stroke="#d9a855" stroke-width="1.5"/><path d="m8 8.6 2.4 2.4L8 13.4 5.6 11z" fill="#d9a855"/></svg>\n',
)

function checksum(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(checksum(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** The thread down the middle and a diamond on it, as rows of a PNG without filter. */
function rows(): Buffer {
  const row = (y: number): Buffer =>
    Buffer.from([
      0,
      ...Array.from({ length: SIDE }, (_, x) =>
        x === 7 || x === 8 || Math.abs(x - 7.5) + Math.abs(y - 8) < 3.2 ? GOLD : INK,
      ).flat(),
    ])
  return Buffer.concat(Array.from({ length: SIDE }, (_, y) => row(y)))
}

function png(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows())),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** As an icon file of one picture, for browsers that ask for /favicon.ico of themselves. */
export function markIco(): Buffer {
  const picture = png()
  const directory = Buffer.alloc(22)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(1, 4)
  directory.set([SIDE, SIDE], 6)
  directory.writeUInt16LE(1, 10)
  directory.writeUInt16LE(24, 12)
  directory.writeUInt32LE(picture.length, 14)
  directory.writeUInt32LE(22, 18)
  return Buffer.concat([directory, picture])
}
