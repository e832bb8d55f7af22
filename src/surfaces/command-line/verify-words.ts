/** Says in words what a verification found. */
import type { Report } from '../../verifier/index.ts'

const count = (many: number, one: string, more = `${one}s`): string =>
  `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`

/** At most so many faults are listed one by one. */
const LISTED = 50

function checkedLines({ checked, found, size }: Report): string[] {
  const lines = [
    checked.leaves === size
      ? `  ${count(checked.leaves, 'leaf', 'leaves')} of the log, which have the root that was signed`
      : `  The ${count(size ?? 0, 'leaf', 'leaves')} of the log could not all be checked`,
  ]
  if (found === 'copy')
    lines.push(
      `  ${count(checked.entries, 'text')} of the record, which are what their leaves commit to`,
      `  ${count(checked.files, 'file')}, of which ${count(checked.pages, 'page')}, as the signed manifest lists them`,
    )
  lines.push(
    checked.cosignatures === 0
      ? '  No witness has signed this checkpoint, so it shows no alteration by whoever has the key. Compare with an earlier checkpoint: --since.'
      : `  ${count(checked.cosignatures, 'signature')} of witnesses`,
  )
  return lines
}

/** The lines that tell a person what was verified, and each fault with its place. */
export function reportLines(folder: string, report: Report): string[] {
  const title = `${folder}: ${report.origin ?? 'a log that cannot be read'}`
  const faults = report.faults.slice(0, LISTED).map(({ words }) => `  ${words}`)
  const more = report.faults.length - faults.length
  if (more > 0) faults.push(`  And ${count(more, 'more fault')}; --json lists them all.`)
  return [
    title,
    ...(report.key === null ? [] : [`  Key ${report.key}`]),
    ...(report.root === null ? [] : [`  ${count(report.size ?? 0, 'leaf', 'leaves')}, root ${report.root}`]),
    report.ok ? 'All is as it was published. Checked:' : 'Something was altered, or is missing:',
    ...(report.ok ? checkedLines(report) : faults),
    ...report.remarks.map((remark) => `  Note: ${remark}`),
  ]
}
