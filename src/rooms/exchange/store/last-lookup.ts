import type { Tx } from '#platform/db/index.ts'
import type { RegistryName } from '../registries/lookup.ts'
import type { Lookup } from './lookups.ts'

/** When a registry was asked last and what came of it, and nothing of whom; undefined when it never was. */
export async function lastLookup(tx: Tx, registry: RegistryName): Promise<Pick<Lookup, 'at' | 'outcome'> | undefined> {
  return tx
    .selectFrom('lookups')
    .select(['at', 'outcome'])
    .where('registry', '=', registry)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
