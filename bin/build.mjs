// Bundles the program; packages stay outside. The source map names our files in stack traces.
import { build } from 'esbuild'

await build({
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
})
