#!/usr/bin/env node
// Format, lint, types, imports, unused code, generated documents: what a commit must pass, in about a minute.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, nodePath, root, runNode } from './runtime.mjs'

install()
const only = process.argv.slice(2)
const at = (name) => join(root, 'node_modules', name)
const steps = [
  ['format and lint', [at('@biomejs/biome/bin/biome'), 'check', ...(only.length ? only : ['.'])]],
  ['types', [at('typescript/bin/tsc'), '--noEmit']],
  [
    'imports',
    [
      at('dependency-cruiser/bin/dependency-cruiser.mjs'),
      'src',
      'sandbox',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  ],
  ['unused code', [at('knip/bin/knip.js')]],
  ['generated documents', ['bin/documents.mjs', '--check']],
]

/** Some tools carry a program for each kind of machine, and npm has none for some. A check that cannot run is no mistake. */
function canRun([tool]) {
  if (!tool.includes('node_modules')) return true
  return spawnSync(nodePath(), [tool, '--version'], { cwd: root, stdio: 'ignore' }).status === 0
}

let failed = 0
for (const [name, args] of steps) {
  if (!canRun(args)) {
    console.log(`not run ${name}: ${args[0].slice(at('').length)} does not start on this machine`)
    continue
  }
  const started = performance.now()
  const code = runNode(args, { env: { NODE_ENV: 'development' } })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) failed += 1
}
process.exit(failed ? 1 : 0)
