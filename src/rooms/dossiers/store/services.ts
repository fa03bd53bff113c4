import type { Tx } from '#platform/db/index.ts'
import { compileService, type Service, type ServicePackage } from '#rooms/forms/index.ts'
import { getServiceVersion } from '#rooms/procedures/index.ts'

const compiled = new Map<string, Service>()
const MOST = 500

/** A service as it was installed, ready to answer. Kept in memory for good: an installed version is never rewritten. */
export async function loadService(tx: Tx, agencyId: number, of: { code: string; version: string }): Promise<Service> {
  const key = `${agencyId}/${of.code}/${of.version}`
  const known = compiled.get(key)
  if (known) return known
  const installed = await getServiceVersion<ServicePackage>(tx, agencyId, of.code, of.version)
  const service = compileService(installed.package)
  const oldest = compiled.size >= MOST ? compiled.keys().next().value : undefined
  if (oldest !== undefined) compiled.delete(oldest)
  compiled.set(key, service)
  return service
}
