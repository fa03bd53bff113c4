import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { World } from './world.ts'

/** Poppler and NSS did not learn of signatures from us. */
export const hasOutsideJudge = ['/usr/bin/pdfsig', '/usr/bin/certutil', '/usr/bin/pdftotext'].every((path) =>
  existsSync(path),
)

function run(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return `${stdout}${stderr}`
  }
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-judge-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What `pdfsig` says of the file, with the sandbox's root as the only one it trusts. */
export function judge({ portal }: World, pdf: Buffer): Promise<string> {
  return withFolder(async (folder) => {
    const root = join(folder, 'root.pem')
    await writeFile(root, await (await fetch(`${portal.sandbox}/ca/root.pem`)).text())
    await writeFile(join(folder, 'result.pdf'), pdf)
    run('/usr/bin/certutil', '-N', '-d', `sql:${folder}`, '--empty-password')
    run('/usr/bin/certutil', '-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'CT,CT,CT', '-i', root)
    return run('/usr/bin/pdfsig', '-nssdir', folder, join(folder, 'result.pdf'))
  })
}

/** The words of a PDF as a reader sees them, on one line. */
export function wordsOf(pdf: Buffer): Promise<string> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, 'paper.pdf'), pdf)
    return run('/usr/bin/pdftotext', '-layout', join(folder, 'paper.pdf'), '-').replace(/\s+/g, ' ')
  })
}
