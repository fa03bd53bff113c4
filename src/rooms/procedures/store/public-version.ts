import './tables.ts'
import { now } from '#platform/clock/index.ts'
import { asInstallation } from '#platform/db/index.ts'

/**
 * One text for everything that public catalogue pages show: it differs as soon as a synchronisation or an agency's own
 * change is committed, in any process, and from hour to hour, for what stands there about the year so far. Pages may be
 * kept under it.
 */
export async function getPublicVersion(): Promise<string> {
  const { moved } = await asInstallation((tx) =>
    tx.selectFrom('catalogue_state').select('moved').executeTakeFirstOrThrow(),
  )
  return `${moved} ${now().toISOString().slice(0, 13)}`
}
