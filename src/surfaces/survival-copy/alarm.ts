/** What the keeper must not pass over: the record is not what the log says it was, or cannot be kept. */

export type Alarm = {
  /** 'record-altered', or the code of the refusal that stopped the log. */
  fault: string
  /** One sentence. */
  words: string
  /** The leaf that the record disagrees with, and the entry it is about. */
  leaf?: number
  entry?: string
}

/** Stops the keeper from writing anything: log and copy stay as they were. */
export class Stopped extends Error {
  readonly alarm: Alarm
  constructor(alarm: Alarm) {
    super(alarm.words)
    this.name = 'Stopped'
    this.alarm = alarm
  }
}
