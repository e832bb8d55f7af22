/** A process of its own that starts the embedded database of the data folder it is given, says how to log in, and waits. */
import { startEmbedded } from '../../src/database/index.ts'

const started = await startEmbedded({
  dataDir: process.argv[2] ?? '',
  what: 'keeper',
  onProgress: (sentence) => process.stderr.write(`${sentence}\n`),
})
process.stdout.write(`${JSON.stringify(started)}\n`)
if (!('refused' in started)) {
  process.stdin.resume()
  process.on('SIGTERM', () => {
    process.stdin.pause()
    void started.stop()
  })
}
