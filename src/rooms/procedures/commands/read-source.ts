import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DomainError } from '#kernel/errors.ts'
import { type CatalogueInput, objectOf } from '../catalogue/source.ts'

/**
 * Reads `catalog.jsonl` and `details/*.json` of a folder, or one file: JSON lines of the list, or one detail record
 * `{code, data, message}`, or an array of either. What cannot be read is listed, not thrown.
 */
export async function readCatalogueSource(path: string): Promise<CatalogueInput> {
  const input: CatalogueInput = { listed: [], details: [], unreadable: [] }
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new DomainError('procedures.source-missing', { path })
  if (found.isDirectory()) await readFolder(path, input)
  else await readFileInto(path, input)
  if (input.listed.length + input.details.length + input.unreadable.length === 0) {
    throw new DomainError('procedures.source-empty', { path })
  }
  return input
}

async function readFolder(path: string, input: CatalogueInput): Promise<void> {
  const names = await readdir(path)
  if (names.includes('catalog.jsonl')) await readFileInto(join(path, 'catalog.jsonl'), input)
  const details = names.includes('details') ? join(path, 'details') : path
  const files = (await readdir(details)).filter((name) => /^\d.*\.json$/.test(name)).sort()
  for (let at = 0; at < files.length; at += 50) {
    await Promise.all(files.slice(at, at + 50).map((name) => readFileInto(join(details, name), input)))
  }
  input.details.sort((one, other) => (one.file < other.file ? -1 : 1))
}

async function readFileInto(path: string, input: CatalogueInput): Promise<void> {
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
  const name = basename(path)
  if (!/\.(jsonl|ndjson)$/.test(name)) return readJson(text, name, input)
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const source = parse(line, `${name}:${at + 1}`, input)
    if (source !== undefined) accept(source, `${name}:${at + 1}`, input)
  }
}

function readJson(text: string, name: string, input: CatalogueInput): void {
  const source = parse(text, name, input)
  for (const one of Array.isArray(source) ? source : [source]) if (one !== undefined) accept(one, name, input)
}

function parse(text: string, where: string, input: CatalogueInput): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    input.unreadable.push({ where, why: error instanceof Error ? error.message : 'not JSON' })
    return undefined
  }
}

/** A detail record is told by its parts; everything else with a code is a line of the list. */
function accept(value: unknown, where: string, input: CatalogueInput): void {
  const outer = objectOf(value)
  const source = outer.data === undefined ? outer : objectOf(outer.data)
  if (typeof source.code !== 'string' || typeof source.name !== 'string') {
    input.unreadable.push({ where, why: 'no code or no name' })
  } else if (Array.isArray(source.executionMethods) || Array.isArray(source.executionSteps)) {
    input.details.push({ file: where, source })
  } else input.listed.push({ line: input.listed.length + 1, source })
}
