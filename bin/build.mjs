// Bundles the program; packages stay outside. The source map names our files in stack traces.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: { main: 'src/app/main.ts' },
  outdir: '.build',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  sourcemap: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  write: false,
})

// A program that starts while another one builds finds each file whole, and what `main.js` names before `main.js`.
const entryLast = (file) => Number(file.path.endsWith('main.js'))
for (const { path, contents } of outputFiles.toSorted((a, b) => entryLast(a) - entryLast(b))) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
