import { originOf } from '#platform/http/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { listHosts } from '#rooms/agencies/index.ts'

/** Where somebody who reads that language goes on: a whole address, for a letter. */
export async function addressFor(agencyId: number, language: Language, path: string): Promise<string> {
  const hosts = await listHosts()
  const host = hosts.find((one) => one.agency.id === agencyId && one.language === language)
  return `${originOf(host?.host ?? 'localhost')}${path}`
}
