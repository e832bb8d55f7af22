/**
 * The survival copy: every published page, feed and file, the log, and the texts that its leaves commit to, as plain files
 * that any web server and any memory stick can hold. Written beside the signed log, from the public record alone.
 */
export type { Alarm } from './alarm.ts'
export { Stopped } from './alarm.ts'
export { type Following, followRecord } from './follow.ts'
export { type Kept, type Pass, RecordKeeper } from './keep.ts'
