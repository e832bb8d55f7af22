/** Makes rows in the form of data.police.uk, the same ones each time: street-level crimes of five forces over two years. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Zip, ZipDeflate } from 'fflate'

export const HEADINGS =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'

const TYPES = [
  'Anti-social behaviour',
  'Bicycle theft',
  'Burglary',
  'Criminal damage and arson',
  'Drugs',
  'Other crime',
  'Other theft',
  'Possession of weapons',
  'Public order',
  'Robbery',
  'Shoplifting',
  'Theft from the person',
  'Vehicle crime',
  'Violence and sexual offences',
]
const FORCES = [
  'Kent Police',
  'Essex Police',
  'Sussex Police',
  'Surrey Police',
  'Metropolitan Police Service',
]
const OUTCOMES = [
  'Under investigation',
  'Investigation complete; no suspect identified',
  'Unable to prosecute suspect',
  'Status update unavailable',
]
const PLACES = [
  'High Street',
  'Station Road',
  'Supermarket',
  'Parking Area',
  'Church Lane',
  'Sports/Recreation Area',
]
const DISTRICTS = ['Ashford', 'Canterbury', 'Tonbridge and Malling', 'Medway', 'Dover', 'Tunbridge Wells']

/** Numbers that look random and are the same each time (xorshift). */
function numbers(): (below: number) => number {
  let state = 88_675_123
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** CSV of so many rows, in pieces of about a megabyte. */
export function* csvOf(rows: number): Generator<string> {
  const random = numbers()
  const pick = (words: readonly string[]): string => words[random(words.length)] ?? ''
  const hex = (): string => random(0xffffffff).toString(16).padStart(8, '0')
  let piece = `${HEADINGS}\n`
  for (let row = 0; row < rows; row += 1) {
    const type = pick(TYPES)
    const force = pick(FORCES)
    const incident = type === 'Anti-social behaviour'
    const id = incident ? '' : `${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}`
    const month = `20${18 + random(2)}-${String(1 + random(12)).padStart(2, '0')}`
    const place =
      random(50) === 0
        ? ',,No Location,,'
        : `${(random(1_500_000) / 1e6 - 0.1).toFixed(6)},${(51 + random(400_000) / 1e6).toFixed(6)},On or near ${pick(PLACES)},E0102${4000 + random(1065)},${pick(DISTRICTS)} ${String(1 + random(15)).padStart(3, '0')}${'ABCDE'[random(5)]}`
    piece += `${id},${month},${force},${force},${place},${type},${incident ? '' : pick(OUTCOMES)},\n`
    if (piece.length < 1_000_000) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** Writes so many rows as CSV. */
export const writeCsv = (path: string, rows: number): Promise<void> =>
  pipeline(csvOf(rows), createWriteStream(path))

/** Writes so many rows as the one file in a zip. */
export const writeZip = (path: string, rows: number): Promise<void> =>
  pipeline(zipped(rows), createWriteStream(path))

function* zipped(rows: number): Generator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((problem, chunk) => {
    if (problem !== null) throw problem
    made.push(chunk)
  })
  const file = new ZipDeflate('2019-01/2019-01-kent-street.csv', { level: 6 })
  zip.add(file)
  for (const piece of csvOf(rows)) {
    file.push(Buffer.from(piece))
    yield* made.splice(0)
  }
  file.push(new Uint8Array(0), true)
  zip.end()
  yield* made.splice(0)
}
