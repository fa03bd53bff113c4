import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageWithCheck } from './schema.ts'

/** Writes a package as the folder that `readPackage` reads: one agency hands it to another this way. */
export async function writePackage(folder: string, given: PackageWithCheck): Promise<string[]> {
  const { service, procedure, form, process, result, check } = given
  const files: Record<string, unknown> = {
    ...{ 'service.json': service, 'procedure.json': procedure, 'form.json': form },
    ...{ 'process.json': process, 'result.json': result },
    ...(check ? { 'check.json': check } : {}),
    ...Object.fromEntries(given.letters.map((letter) => [`letters/${letter.id}.json`, letter])),
    ...Object.fromEntries(given.examples.map((example) => [`examples/${example.id}.json`, example])),
  }
  await mkdir(join(folder, 'letters'), { recursive: true })
  await mkdir(join(folder, 'examples'), { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), `${JSON.stringify(content, null, 2)}\n`)
  }
  return Object.keys(files)
}
