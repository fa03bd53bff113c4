import { resolve6 } from 'node:dns/promises'
import { now } from '#platform/clock/index.ts'
import { config } from '#platform/config/index.ts'
import { transaction } from '#platform/db/index.ts'
import { log } from '#platform/log/index.ts'
import { type Agency, listHosts } from '#rooms/agencies/index.ts'
import { CHECKS, type CheckName, type Finding } from '../finding.ts'
import { saveFinding } from '../store.ts'
import { checkAgencyPortal, checkMeasurement, checkNationalPortal, checkRegistries } from './checks/connections.ts'
import { checkHostNames, checkIpv6, checkLanguages } from './checks/hosts.ts'
import {
  checkAccessibility,
  checkCatalogue,
  checkEForms,
  checkServiceInformation,
  checkTracking,
} from './checks/information.ts'
import { type Check, finding, type Scene } from './checks/look.ts'
import { checkEqualTreatment, checkFundingPlan, checkProactive, checkStatistics } from './checks/openness.ts'
import { checkSigning } from './checks/signing.ts'

const LOOKS: Record<CheckName, Check> = {
  'host-names': checkHostNames,
  languages: checkLanguages,
  ipv6: checkIpv6,
  'agency-portal': checkAgencyPortal,
  'national-portal': checkNationalPortal,
  measurement: checkMeasurement,
  signing: checkSigning,
  catalogue: checkCatalogue,
  'service-information': checkServiceInformation,
  tracking: checkTracking,
  accessibility: checkAccessibility,
  'e-forms': checkEForms,
  registries: checkRegistries,
  statistics: checkStatistics,
  'equal-treatment': checkEqualTreatment,
  'funding-plan': checkFundingPlan,
  proactive: checkProactive,
}

/** Looks at the installation as it answers for this agency, and keeps what was found. */
export async function runChecks(agency: Agency, names: readonly CheckName[] = CHECKS): Promise<void> {
  const hosts = (await listHosts()).filter((host) => host.agency.id === agency.id)
  const scene: Scene = { agency, hosts, at: now(), resolve6, simulated: config.SANDBOX }
  for (const check of names) {
    const at = now()
    const found = await look(check, { ...scene, at })
    await transaction(agency.id, (tx) => saveFinding(tx, { agencyId: agency.id, check, at, ...found }))
  }
}

/** A check that falls has proved nothing. */
export async function look(check: CheckName, scene: Scene): Promise<Finding> {
  try {
    return await LOOKS[check](scene)
  } catch (error) {
    log.error({ err: error, check, agency: scene.agency.id }, 'a conformance check failed')
    const problem = error instanceof Error ? error.name : 'Error'
    return finding('unknown', (t) => t.failed(problem))
  }
}
