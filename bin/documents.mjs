#!/usr/bin/env node
// Writes the generated documents: configuration, conformance, schema in words. `--check` only says what differs.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeConfiguration, describeConformance, describeSchema, writeDocuments } from '../src/app/documents.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'

const check = process.argv.includes('--check')
const directory = await mkdtemp(join(tmpdir(), 'motcua-schema-'))
const database = await startEmbedded(directory)
try {
  await migrate(database.address.owner)
  const schema = await describeSchema(database.address.owner)
  const changed = await writeDocuments([describeConfiguration(), await describeConformance(), ...schema], { check })
  const known = new Set(schema.map(({ path }) => path))
  const stray = (await readdir('db/schema')).map((name) => `db/schema/${name}`).filter((path) => !known.has(path))
  if (!check) await Promise.all(stray.map((path) => rm(path)))
  const wrong = [...changed, ...stray]
  for (const path of wrong)
    console.log(check ? `${path} is not what the code says: run npm run documents` : `wrote ${path}`)
  process.exitCode = check && wrong.length > 0 ? 1 : 0
} finally {
  await database.stop()
  await rm(directory, { recursive: true, force: true })
}
