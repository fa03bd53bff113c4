import { read } from '#platform/db/index.ts'
import { formatDateTime, type Words } from '#platform/i18n/index.ts'
import { getCatalogueState, listUpdates } from '#rooms/procedures/index.ts'
import { askPortal } from '../ask-portal.ts'
import type { vi } from './evidence.vi.ts'
import { type Check, finding } from './look.ts'

const DAY = 86_400_000
/** Older than this and the catalogue may say what is no longer so. */
const FRESH_DAYS = 2
const MORE_THAN_ANY_CATALOGUE = 50_000

/** */
export const checkCatalogue: Check = async ({ agency, at }) => {
  const { version, syncedAt } = await read(agency.id, getCatalogueState)
  if (!syncedAt) return finding('not-met', (t) => t.catalogueNever, { version })
  const days = Math.floor((at.getTime() - syncedAt.getTime()) / DAY)
  const facts = { version, syncedAt: syncedAt.toISOString() }
  const said = formatDateTime(syncedAt)
  if (days <= FRESH_DAYS) return finding('met', (t) => t.catalogue(version, said), facts)
  return finding('partly', (t) => `${t.catalogue(version, said)} ${t.catalogueOld(days)}`, facts)
}

/** A page that must answer on every host. It proves that the page is there, and not what it leaves open. */
function checkPage(path: string, open: (words: Words<typeof vi>) => string): Check {
  return async ({ hosts }) => {
    const silent: string[] = []
    for (const { host } of hosts) {
      const answer = await askPortal(host, path)
      if (answer?.status !== 200) silent.push(`${host}${path} (${answer?.status ?? '–'})`)
    }
    if (silent.length > 0) return finding('not-met', (t) => t.answersNot(silent.join(', ')), { path })
    return finding('partly', (t) => `${t.answersBoth(path)} ${open(t)}`, { path, hosts: hosts.length })
  }
}

export const checkServiceInformation = checkPage('/procedures', (t) => t.informationGap)
export const checkTracking = checkPage('/track', (t) => t.trackingGap)
/** */
export const checkAccessibility = checkPage('/accessibility', (t) => t.accessibilityGap)

/** How many procedures can be applied for with a form. */
export const checkEForms: Check = async ({ agency }) => {
  const all = await read(agency.id, (tx) =>
    listUpdates(tx, agency.id, { offered: false, limit: MORE_THAN_ANY_CATALOGUE }),
  )
  const services = all.filter(({ appliable }) => appliable).length
  // Only a catalogue that came from the nation says how many there are.
  const isWhole = (await read(agency.id, getCatalogueState)).syncedAt !== null && services === all.length
  const standing = services === 0 ? 'not-met' : isWhole ? 'met' : 'partly'
  return finding(standing, (t) => t.eForms(services, all.length), { services, procedures: all.length })
}
