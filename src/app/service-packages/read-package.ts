import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectPath } from '#platform/config/index.ts'
import type { Problem } from './problem.ts'
import { type PackageWithCheck, packageSchema } from './schema.ts'

/** A package that cannot even be read: a file is missing, is no JSON, or has another shape. */
export class UnreadablePackage extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ where, message }) => `${where}: ${message}`).join('\n'))
    this.name = 'UnreadablePackage'
    this.problems = problems
  }
}

const PARTS = ['service', 'procedure', 'form', 'process', 'result'] as const

/** Reads a package from its folder. Throws UnreadablePackage; whether its rules hold is for `checkPackage`. */
export async function readPackage(folder: string): Promise<PackageWithCheck> {
  const raw: Record<string, unknown> = { format: 1 }
  for (const part of PARTS) raw[part] = await readJson(folder, `${part}.json`)
  raw.letters = await readLetters(folder)
  raw.examples = await readFolder(folder, 'examples')
  if (await isThere(folder, 'check.json')) raw.check = await readJson(folder, 'check.json')
  return parsePackage(raw)
}

/** The same for a package that came as one JSON value. */
export function parsePackage(raw: unknown): PackageWithCheck {
  const parsed = packageSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new UnreadablePackage(
    parsed.error.issues.map(({ path, message }) => {
      const [part = '', ...rest] = path
      const inside = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
      return { where: `${String(part)}${inside}`, message }
    }),
  )
}

/**
 * The package's own letters, and the general ones it has none of its own for: what is installed holds them all, so that
 * a dossier keeps the letters of the version it was received under.
 */
async function readLetters(folder: string): Promise<unknown[]> {
  const own = await readFolder(folder, 'letters')
  const general = await readFolder(projectPath('services'), '_letters')
  const idOf = (letter: unknown) => (letter as { id?: unknown } | null)?.id
  return [...own, ...general.filter((letter) => !own.some((one) => idOf(one) === idOf(letter)))]
}

async function readFolder(folder: string, name: string): Promise<unknown[]> {
  const names = await readdir(join(folder, name)).catch(() => [])
  const files = names.filter((file) => file.endsWith('.json')).sort()
  return Promise.all(files.map((file) => readJson(folder, join(name, file))))
}

async function isThere(folder: string, file: string): Promise<boolean> {
  return access(join(folder, file)).then(
    () => true,
    () => false,
  )
}

async function readJson(folder: string, file: string): Promise<unknown> {
  const content = await readFile(join(folder, file), 'utf8').catch(() => {
    throw new UnreadablePackage([{ where: file, message: 'the file is missing' }])
  })
  try {
    return withoutSchema(JSON.parse(content.normalize('NFC')))
  } catch (error) {
    throw new UnreadablePackage([{ where: file, message: `not JSON: ${(error as Error).message}` }])
  }
}

/** `$schema` is for the editor. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$schema')) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'))
}
