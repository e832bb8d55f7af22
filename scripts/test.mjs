/** `npm test`: installs what is missing, then runs every check and every test. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, setUp } from './set-up.mjs'

const ready = await setUp((sentence) => console.log(sentence))
if ('failed' in ready) {
  console.error(ready.failed)
  console.log('0 passed, 1 failed')
  process.exit(2)
}
const tests = spawn(ready.node, [join(ROOT, 'scripts/run-tests.ts')], { cwd: ROOT, stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => tests.kill(signal))
}
tests.on('exit', (code) => {
  process.exitCode = code ?? 2
})
