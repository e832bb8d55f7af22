/** Hears the styles of an Excel workbook for one thing: the number format of each style of cells. */
import type { Refusal } from '../../lib/index.ts'
import type { Archive } from '../archive.ts'
import { hearPart } from '../office/relations.ts'
import type { Attributes } from '../office/xml.ts'
import { type NumberFormat, numberFormat } from './number-formats.ts'

/** More formats and styles than Excel allows in a workbook. */
const MOST_FORMATS = 5000
const MOST_STYLES = 70_000

/** The number formats by the number that cells carry; none when the workbook has no styles. */
export function formatsOf(
  archive: Archive,
  part: string | undefined,
  file: string,
): readonly NumberFormat[] | Refusal {
  if (part === undefined) return []
  const own = new Map<number, string>()
  const used: number[] = []
  let ofCells = false
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'x:numFmt' && own.size < MOST_FORMATS)
      own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    else if (name === 'x:cellXfs') ofCells = true
    else if (name === 'x:xf' && ofCells && used.length < MOST_STYLES)
      used.push(Number(attributes['numFmtId'] ?? 0))
  }
  const close = (name: string): void => {
    if (name === 'x:cellXfs') ofCells = false
  }
  const fault = hearPart(archive, part, { open, close }, file)
  return fault ?? used.map((id) => numberFormat(id, own.get(id)))
}
