import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** Builds what is started, once for all files. */
export function setup(): void {
  const root = resolve(import.meta.dirname, '..')
  const done = spawnSync(process.execPath, ['bin/build.mjs'], { cwd: root, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`the portal does not build:\n${done.stderr}`)
}
