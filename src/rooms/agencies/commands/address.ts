import { originOf } from '#platform/http/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { listHosts } from '../store/agencies.ts'

/** The whole address of a page of an agency's portal, as letters need it: on the host that speaks the language. */
export async function pageAddress(agencyId: number, language: Language, path: string): Promise<string> {
  const host = (await listHosts()).find((one) => one.agency.id === agencyId && one.language === language)
  return `${originOf(host?.host ?? 'localhost')}${path}`
}
