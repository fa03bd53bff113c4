import { now } from '#platform/clock/index.ts'
import { asInstallation, read } from '#platform/db/index.ts'
import { log } from '#platform/log/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import type { RegistryName } from '../registries/lookup.ts'
import { listSilent } from '../store/lookups.ts'
import { lookUpComponents } from './look-up.ts'

const MONTH = 30 * 24 * 3_600_000
const AT_ONCE = 500

/**
 * Asks again for what registries were silent about, those first whose last try is longest ago. One silence tells for
 * all: the registry then rests until the next time. R-236
 */
export async function fillIn(): Promise<void> {
  const since = new Date(now().getTime() - MONTH)
  for (const { id } of await asInstallation(listAgencies)) {
    const resting = new Set<RegistryName>()
    const silent = await read(id, (tx) => listSilent(tx, { since, limit: AT_ONCE }))
    for (const dossierId of silent) await lookUpComponents(id, dossierId, resting)
    if (silent.length > 0) log.info({ agency: id, dossiers: silent.length, resting: [...resting] }, 'asked again')
  }
}
