import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { localDate } from '#kernel/local-date.ts'
import { config, projectPath } from '#platform/config/index.ts'
import { asInstallation, transaction } from '#platform/db/index.ts'
import { originOf } from '#platform/http/index.ts'
import { listAgencies, listHosts, seedDemonstration } from '#rooms/agencies/index.ts'
import { savePlaces } from '#rooms/forms/index.ts'
import { seedDemonstrationOfficers } from '#rooms/identity/index.ts'
import { installService } from '#rooms/procedures/index.ts'
import { connectDemonstration } from './outside.ts'
import { readPackage } from './service-packages/index.ts'

/** The province of the demonstration, so that its people have an address. */
const DEMONSTRATION_PLACES = [
  { code: '99', name: 'Tỉnh Mẫu', province: undefined },
  { code: '99012', name: 'Xã Mẫu An', province: '99' },
  { code: '99013', name: 'Xã Mẫu Sơn', province: '99' },
  { code: '99014', name: 'Phường Mẫu Trung', province: '99' },
]

export interface Address {
  host: string
  language: string
  agency: string
}

/** Loads what is shipped: the demonstration agencies (DEMO) and the service packages, at every agency. Twice is harmless. */
export async function prepareInstallation(): Promise<void> {
  if (!config.DEMO) return
  await seedDemonstration()
  await seedDemonstrationOfficers()
  await asInstallation((tx) => savePlaces(tx, DEMONSTRATION_PLACES, localDate('2025-07-01')))
  const directory = projectPath('services')
  const entries = await readdir(directory, { withFileTypes: true })
  const packages = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map((entry) => readPackage(join(directory, entry.name))),
  )
  for (const agency of await asInstallation(listAgencies)) {
    if (config.SANDBOX) await connectDemonstration(agency)
    if (agency.kind !== 'province') continue
    for (const service of packages) await transaction(agency.id, (tx) => installService(tx, agency.id, service))
  }
}

/** What a new user reads at the terminal. The line that begins with “ready” is the last. */
export function printWelcome(addresses: Address[]): void {
  const lines = addresses.map(({ host, language, agency }) => `  ${originOf(host)}  ${agency} (${language})`)
  const sandbox = config.SANDBOX
    ? [`  http://localhost:${config.SANDBOX_PORT}  sandbox: people to sign in as, mailbox, signing gateway, faults`]
    : []
  process.stdout.write(
    `\n${[...lines, ...sandbox].join('\n')}\n\nready ${originOf(addresses[0]?.host ?? 'localhost')}\n`,
  )
}

export async function listAddresses(): Promise<Address[]> {
  const hosts = await listHosts()
  return hosts.map(({ host, language, agency }) => ({ host, language, agency: agency.name[language] }))
}
