import { config } from '#platform/config/index.ts'
import { transaction } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import type { Agency } from '#rooms/agencies/index.ts'
import { connect, emc, followPort, type NewConnection, nationalPortal, useAdapters } from '#rooms/exchange/index.ts'
import { openDemonstrationWays } from './outside-people.ts'

/** Which outside systems this installation can speak to, with the credentials of its configuration. */
export function readyAdapters(): void {
  const { NATIONAL_PORTAL_USERNAME: username, NATIONAL_PORTAL_PASSWORD: password } = config
  useAdapters([
    ...(username && password ? [nationalPortal({ username, password })] : []),
    emc({ pseudonymKey: secretKey() }),
  ])
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

function demonstrationOf({ id: agencyId, code }: Agency): NewConnection[] {
  const origin = `http://localhost:${config.SANDBOX_PORT}`
  const since = new Date()
  return [
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
