import { migrate } from '#platform/db/migrate.ts'
import { openServer } from '../database.ts'

/** Applies what is new and says what it was. */
export async function migrateCommand(): Promise<void> {
  const database = await openServer()
  try {
    const applied = await migrate(database.address.owner)
    console.log(applied.length === 0 ? 'Nothing to do.' : applied.map((name) => `applied ${name}`).join('\n'))
  } finally {
    await database.stop()
  }
}
