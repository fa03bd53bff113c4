#!/usr/bin/env node
// Format, lint, types, imports, unused code, generated documents: what a commit must pass, in about a minute.
import { join } from 'node:path'
import { install, root, runNode } from './runtime.mjs'

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
let failed = 0
for (const [name, args] of steps) {
  const started = performance.now()
  const code = runNode(args, { env: { NODE_ENV: 'development' } })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) failed += 1
}
process.exit(failed ? 1 : 0)
