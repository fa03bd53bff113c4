import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { config } from '#platform/config/index.ts'
import { externalAddress } from '#platform/db/address.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { closeDatabase, connectDatabase } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { asOwner, atDatabase } from '#platform/db/testing.ts'
import { seedDemonstration } from '#rooms/agencies/index.ts'
import { seedDemonstrationOfficers } from '#rooms/identity/index.ts'

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

/** The two demonstration agencies and their officers. Leaves no connection, for a template must have none. */
async function seed(address: DatabaseAddress): Promise<void> {
  connectDatabase(address, 2)
  await seedDemonstration()
  await seedDemonstrationOfficers()
  await closeDatabase()
}

/** One server for the whole run, one migrated and seeded template; each test file copies it in about 50 ms. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const template = `motcua_template_${process.pid}`
  await asOwner(server.address, `create database ${template}`)
  await migrate(atDatabase(server.address, template).owner)
  await seed(atDatabase(server.address, template))
  project.provide('database', { address: server.address, template })

  return async () => {
    await asOwner(server.address, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}
