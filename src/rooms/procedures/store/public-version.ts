import './tables.ts'
import { today } from '#platform/clock/index.ts'
import { asInstallation } from '#platform/db/index.ts'

/**
 * One text for everything that public catalogue pages show, on this day: it differs as soon as a synchronisation or
 * an agency's own change is committed, in any process. Pages may be kept under it.
 */
export async function getPublicVersion(): Promise<string> {
  const { moved } = await asInstallation((tx) =>
    tx.selectFrom('catalogue_state').select('moved').executeTakeFirstOrThrow(),
  )
  return `${moved} ${today()}`
}
