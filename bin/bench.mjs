#!/usr/bin/env node
// The published figures: an own portal in a scratch directory, measured from outside. `--help` says more.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install, root, runNode } from './runtime.mjs'

install()
build()
const { build: bundle } = await import('esbuild')
await bundle({
  entryPoints: ['main', 'hammer', 'raw-server'].map((name) => join(root, 'bench', `${name}.ts`)),
  outdir: join(root, '.build/bench'),
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
})

/** Ports nobody has now: the portal, the sandbox, its mail. */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
        }),
    ),
  )
  const ports = servers.map((server) => String(server.address().port))
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

const directory = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'motcua-bench-'))
// Started as root, the database runs as another user, who must be able to enter.
chmodSync(directory, 0o755)
const [PORT, SANDBOX_PORT, SANDBOX_SMTP_PORT] = await freePorts(3)
const env = { DATA_DIR: directory, DATABASE_URL: '', LOG_LEVEL: 'warn', PORT, SANDBOX_PORT, SANDBOX_SMTP_PORT }
// Ctrl-C reaches the portal as well; this waits until it has stopped.
process.on('SIGINT', () => undefined)
const code = runNode(['--enable-source-maps', join(root, '.build/bench/main.js'), ...process.argv.slice(2)], { env })
rmSync(directory, { recursive: true, force: true })
process.exit(code)
