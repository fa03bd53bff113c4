#!/usr/bin/env node
// Every suite, on a fresh clone too. `npm test src/rooms/deadlines` runs a part. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, nodePath, root } from './runtime.mjs'

install()
const chosen = process.argv.slice(2)
ensureTools()

const report = join(mkdtempSync(join(tmpdir(), 'motcua-report-')), 'report.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const done = spawnSync(
  nodePath(),
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MOTCUA_ROOT: root, NODE_ENV: 'test' },
  },
)

const result = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] }
const brokenFiles = result.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
).length
const failed =
  result.numFailedTests + brokenFiles + (done.status !== 0 && result.numFailedTests + brokenFiles === 0 ? 1 : 0)
const skipped = result.numPendingTests ? `, ${result.numPendingTests} skipped` : ''
console.log(`\n${result.numPassedTests} passed, ${failed} failed${skipped}`)
process.exit(failed > 0 || result.numPassedTests === 0 ? 1 : 0)

/** Journeys need a browser, signatures an outside judge: Debian has both. Elsewhere, one line says how. */
function ensureTools() {
  const missing = [
    ['/usr/bin/chromium', 'chromium'],
    ['/usr/bin/pdfsig', 'poppler-utils'],
    ['/usr/bin/certutil', 'libnss3-tools'],
  ].filter(([path]) => !existsSync(path))
  if (missing.length === 0) return
  const packages = missing.map(([, name]) => name)
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) {
    console.log(
      `Some tests are skipped. To run them: sudo apt-get install ${packages.join(' ')} (or set CHROMIUM to a browser).`,
    )
    return
  }
  console.log(`Installing ${packages.join(', ')} from Debian (once)…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
  const apt = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  if (apt.status !== 0) console.log('apt-get could not install them; the tests that need them are skipped.')
}
