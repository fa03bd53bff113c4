import pg from 'pg'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { asInstallation } from '#platform/db/index.ts'
import { setCacheVersion } from '#platform/http/index.ts'
import { log } from '#platform/log/index.ts'
import { getCatalogueState, getPublicVersion } from '#rooms/procedures/index.ts'

export interface WatchedCatalogue {
  lastSync(): Date | undefined
  stop(): Promise<void>
}

const AGAIN_AFTER = 60_000

/** Keeps the time of the last synchronisation at hand, and drops kept pages the moment the catalogue changes. R-013 */
export async function watchCatalogue(address: DatabaseAddress): Promise<WatchedCatalogue> {
  let syncedAt: Date | undefined
  const refresh = async () => {
    const state = await asInstallation(getCatalogueState)
    syncedAt = state.syncedAt ?? undefined
    setCacheVersion(await getPublicVersion())
  }
  await refresh()

  const listener = new pg.Client(address.app)
  const refreshSoon = () =>
    void refresh().catch((error) => log.warn({ err: error }, 'the catalogue could not be looked at'))
  listener.on('error', (error) => log.warn({ err: error }, 'catalogue changes are seen within a minute only'))
  listener.on('notification', refreshSoon)
  await listener.connect()
  await listener.query('listen motcua_catalogue')
  const timer = setInterval(refreshSoon, AGAIN_AFTER)
  return {
    lastSync: () => syncedAt,
    async stop() {
      clearInterval(timer)
      await listener.end()
    },
  }
}
