import { config } from '#platform/config/index.ts'
import { transaction } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import type { Agency } from '#rooms/agencies/index.ts'
import {
  connect,
  documentSystem,
  emc,
  followPort,
  interlinkedServices,
  landRegistry,
  type NewConnection,
  nationalPortal,
  type RegistryName,
  useAdapters,
  useRegistries,
} from '#rooms/exchange/index.ts'
import { openDemonstrationWays } from './outside-people.ts'
import { readRatings } from './tell-ratings.ts'

/** Which outside systems this installation can speak to, with the credentials of its configuration. */
export function readyAdapters(): void {
  const national = account(config.NATIONAL_PORTAL_USERNAME, config.NATIONAL_PORTAL_PASSWORD)
  const interlinked = account(config.INTERLINKED_USERNAME, config.INTERLINKED_PASSWORD)
  const land = account(config.LAND_USERNAME, config.LAND_PASSWORD)
  const token = config.DOCUMENTS_TOKEN
  useAdapters([
    ...(national ? [nationalPortal(national, readRatings)] : []),
    emc({ pseudonymKey: secretKey() }),
    ...(interlinked ? [interlinkedServices({ userName: interlinked.username, password: interlinked.password })] : []),
    ...(token ? [documentSystem({ token })] : []),
  ])
  if (land) useRegistries({ land: landRegistry(land) })
}

function account(username: string | undefined, password: string | undefined) {
  return username && password ? { username, password } : undefined
}

const DSTCODE = 'VN:GOV:000.00.00.G22:vpcpdvcprovider'

/** A demonstration agency is connected to the sandbox from its first start on, at whatever port the sandbox has. */
export async function connectDemonstration(agency: Agency): Promise<void> {
  await transaction(agency.id, async (tx) => {
    for (const connection of demonstrationOf(agency)) {
      if (!(await connect(tx, connection))) await followPort(tx, connection)
    }
    await openDemonstrationWays(tx, agency)
  })
}

const REGISTRIES: readonly [RegistryName | 'interlinked', path: string, settings?: Record<string, string>][] = [
  ['business', 'apiDKKD'],
  ['civil-status', 'civil-status', { province: '99' }],
  ['criminal-record', 'criminal-record'],
  ['land', 'land'],
  ['social-assistance', 'social-assistance'],
  ['driving-licence', 'driving-licence'],
  ['interlinked', 'interlinked'],
]

function demonstrationOf({ id: agencyId, code }: Agency): NewConnection[] {
  const origin = `http://localhost:${config.SANDBOX_PORT}`
  const since = new Date()
  const registry = ([destination, path, settings]: (typeof REGISTRIES)[number]): NewConnection => ({
    ...{ agencyId, since, destination, contractVersion: '1', perMinute: 600 },
    settings: { url: `${origin}/registries/${path}`, ...settings },
  })
  return [
    ...REGISTRIES.map(registry),
    {
      ...{ agencyId, since, destination: 'document-system', contractVersion: '1', perMinute: 600 },
      settings: { url: `${origin}/document-system`, organId: code },
    },
    {
      ...{ agencyId, since, destination: 'national-portal', contractVersion: '1.4', perMinute: 600 },
      settings: {
        url: `${origin}/national`,
        ...{ loginPath: 'mapi/login', sharePath: 'mapi/share', integrationPath: 'mapi/integration' },
        ...{ dstcode: DSTCODE, agencyCode: code },
      },
    },
    {
      ...{ agencyId, since, destination: 'emc', contractVersion: '1', perMinute: 600 },
      settings: { url: `${origin}/emc`, siteId: String(agencyId) },
    },
    {
      ...{ agencyId, since, destination: 'population', contractVersion: '1', perMinute: 600 },
      settings: {
        url: `${origin}/registries/population/service`,
        ...{ integrationCode: 'SANDBOX-TICHHOP-01', officerCode: `${code}.HT` },
      },
    },
  ]
}
