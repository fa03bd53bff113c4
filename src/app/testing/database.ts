import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { config } from '#platform/config/index.ts'
import { externalAddress } from '#platform/db/address.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { asOwner, atDatabase } from '#platform/db/testing.ts'

async function startServer(): Promise<{ address: DatabaseAddress; stop(): Promise<void> }> {
  if (config.DATABASE_URL) {
    return { address: externalAddress({ DATABASE_URL: config.DATABASE_URL }), stop: async () => undefined }
  }
  const directory = await mkdtemp(join(tmpdir(), 'motcua-tests-'))
  const embedded = await startEmbedded(directory)
  return {
    address: embedded.address,
    async stop() {
      await embedded.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** One server for the whole run, one migrated template; each test file copies it in about 50 ms. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const template = `motcua_template_${process.pid}`
  await asOwner(server.address, `create database ${template}`)
  await migrate(atDatabase(server.address, template).owner)
  project.provide('database', { address: server.address, template })

  return async () => {
    await asOwner(server.address, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}
