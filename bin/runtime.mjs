// Runs on any Node from 20.19 up; everything else of the project runs on the Node that npm installs beside it.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const LEAST = 22

/** Path of a Node new enough for the libraries: npm's own, or the one we run on. */
export function nodePath() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const carried = join(
    root,
    'node_modules',
    `node-${system}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(carried)) return carried
  if (Number(process.versions.node.split('.')[0]) >= LEAST) return process.execPath
  console.error(
    `Một Cửa needs Node ${LEAST} or newer; this is ${process.version}, and npm carries none for ${system}-${process.arch}.`,
  )
  process.exit(1)
}

/** Installs what package-lock.json names, when it changed since the last time. No install scripts run. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.motcua-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages (once)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(
    npm,
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (done.status !== 0) {
    console.error('npm install did not finish; see its words above. Behind a proxy, set npm’s proxy first.')
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

const environment = () => ({ ...process.env, MOTCUA_ROOT: root, NODE_ENV: process.env.NODE_ENV ?? 'production' })

/** Runs a program on the right Node and waits. Returns its exit code. */
export function runNode(args, { env = {}, cwd = root } = {}) {
  const done = spawnSync(nodePath(), args, { cwd, stdio: 'inherit', env: { ...environment(), ...env } })
  return done.status ?? 1
}

/** Becomes the program: its exit code is ours, and signals reach it. */
export function becomeNode(args, { env = {}, cwd = root } = {}) {
  const child = spawn(nodePath(), args, { cwd, stdio: 'inherit', env: { ...environment(), ...env } })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

/** Bundles `src/app/main.ts` into `.build/main.js`, in about half a second. */
export function build() {
  const code = runNode(['bin/build.mjs'])
  if (code !== 0) process.exit(code)
}
