import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { externalAddress } from '#platform/db/address.ts'
import { type Embedded, startEmbedded } from '#platform/db/embedded.ts'
import { asInstallation, closeDatabase, connectDatabase, transaction } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { DatabaseProblem } from '#platform/db/problem.ts'
import { asOwner } from '#platform/db/testing.ts'
import { listAgencies, seedDemonstration } from '#rooms/agencies/index.ts'
import { seedDemonstrationOfficers } from '#rooms/identity/index.ts'

// A server nobody has prepared: the roles belong to the whole server, so that the one of the other tests will not do.
describe('a PostgreSQL of the agency’s own, without its superuser', () => {
  let directory: string
  let server: Embedded
  const asAdministrator = (statement: string, database = 'postgres') =>
    asOwner({ ...server.address, owner: { ...server.address.owner, database } }, statement)
  const urlOf = (login: string, database: string) =>
    `postgres://${login}@/${database}?host=${encodeURIComponent(server.socketDirectory)}`

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'motcua-external-'))
    server = await startEmbedded(directory)
  })
  afterAll(async () => {
    await server?.stop()
    await rm(directory, { recursive: true, force: true })
  })

  /** What the whole house needs of the database: rows apart by agency, and a log that cannot be changed. */
  async function expectItHolds(urls: { DATABASE_URL: string; DATABASE_APP_URL?: string }): Promise<void> {
    connectDatabase(externalAddress(urls), 2)
    try {
      await seedDemonstration()
      await seedDemonstrationOfficers()
      expect(await asInstallation(listAgencies)).toHaveLength(2)
      const officers = (agencyId: number) =>
        transaction(agencyId, (tx) => sql`select distinct agency_id from officers`.execute(tx))
      expect((await officers(1)).rows).toEqual([{ agency_id: 1 }])
      expect((await officers(2)).rows).toEqual([{ agency_id: 2 }])
      const change = transaction(1, (tx) => sql`update dossier_log set type = 'x'`.execute(tx))
      await expect(change).rejects.toThrow('permission denied for table dossier_log')
    } finally {
      await closeDatabase()
    }
  }

  test('a login that may create roles prepares its own database, and a second time changes nothing', async () => {
    await asAdministrator('create role installer login createrole')
    await asAdministrator('create database portal owner installer')
    const DATABASE_URL = urlOf('installer', 'portal')
    expect((await migrate({ connectionString: DATABASE_URL })).length).toBeGreaterThan(10)
    expect(await migrate({ connectionString: DATABASE_URL })).toEqual([])
    await expectItHolds({ DATABASE_URL })
  })

  test('a login that may not is told what an administrator has to run; then it is enough, with two logins', async () => {
    await asAdministrator('create role plain login')
    await asAdministrator('create database office')
    const DATABASE_URL = urlOf('plain', 'office')
    const refusal = await migrate({ connectionString: DATABASE_URL }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DatabaseProblem)
    const statements = String(refusal).split('\n').slice(1)
    expect(statements.map((line) => line.trim())).toEqual([
      'grant motcua_owner to plain;',
      'grant motcua_app to plain;',
      'grant create on schema public to motcua_owner;',
      'grant create, temporary on database office to motcua_owner;',
    ])
    await asAdministrator(statements.join('\n'), 'office')
    expect((await migrate({ connectionString: DATABASE_URL })).length).toBeGreaterThan(10)
    await expectItHolds({ DATABASE_URL, DATABASE_APP_URL: urlOf('motcua_app', 'office') })
  })
})
