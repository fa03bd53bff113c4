import type { Connection } from '../connection.ts'
import { businessRegistry } from './business/adapter.ts'
import { civilStatusRegistry } from './civil-status/adapter.ts'
import { criminalRecordRegistry } from './criminal-record/adapter.ts'
import { drivingLicenceRegistry } from './driving-licence/adapter.ts'
import type { Patience, Registry, RegistryName } from './lookup.ts'
import { populationRegistry } from './population/adapter.ts'
import { socialAssistanceRegistry } from './social-assistance/adapter.ts'

export type MakeRegistry = (connection: Pick<Connection, 'settings'>, patience?: Patience) => Registry

/** Those that need no credentials of the configuration: their way leads through the agency's security server. */
const ready = new Map<RegistryName, MakeRegistry>([
  ['population', populationRegistry],
  ['business', businessRegistry],
  ['civil-status', civilStatusRegistry],
  ['criminal-record', criminalRecordRegistry],
  ['social-assistance', socialAssistanceRegistry],
  ['driving-licence', drivingLicenceRegistry],
])

/** The application says at start for which other registries it has an account. */
export function useRegistries(given: Partial<Record<RegistryName, MakeRegistry>>): void {
  for (const [name, make] of Object.entries(given)) ready.set(name as RegistryName, make)
}

export function registryFor(name: RegistryName): MakeRegistry | undefined {
  return ready.get(name)
}
