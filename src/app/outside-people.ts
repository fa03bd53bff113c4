import { config } from '#platform/config/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Agency } from '#rooms/agencies/index.ts'
import { openChannel } from '#rooms/notifications/index.ts'
import { openCarrier } from '#rooms/post/index.ts'

type NewChannel = Parameters<typeof openChannel>[1]
type NewCarrier = Parameters<typeof openCarrier>[1]

/** Telephones are quiet from nine in the evening to seven; the portal and e-mail tell at once. */
const NIGHT = { from: '21:00', to: '07:00' }
/** The invented province, in which both agencies of the demonstration have their house. */
const PROVINCE = '99'
const SMS_ACCOUNT = { user: 'motcua', password: 'sandbox-sms-password' }

/** What a demonstration agency reaches people through: SMS, Zalo and post of the sandbox, at whatever port it has. */
export async function openDemonstrationWays(tx: Tx, agency: Agency): Promise<void> {
  const origin = `http://localhost:${config.SANDBOX_PORT}`
  for (const channel of channelsOf(agency, origin)) await openChannel(tx, channel)
  for (const carrier of carriersOf(agency, origin)) await openCarrier(tx, carrier)
}

/** The two agencies have contracts with different operators; the one official account of the sandbox is the province's. */
function channelsOf({ id: agencyId, kind, code }: Agency, origin: string): NewChannel[] {
  const shared = { agencyId, since: new Date(), quiet: NIGHT }
  if (kind === 'ministry') return [{ ...shared, ...vinaphone(origin) }]
  const viettel = { url: `${origin}/sms/viettel`, cpCode: code, serviceId: `DVC-${code}`, commandCode: 'bulksms' }
  return [
    { ...shared, channel: 'sms', operator: 'viettel', settings: viettel, secrets: SMS_ACCOUNT },
    { ...shared, ...zalo(origin), refreshToken: 'sandbox-zalo-refresh-first' },
  ]
}

const vinaphone = (origin: string) => ({
  ...({ channel: 'sms', operator: 'vinaphone', secrets: SMS_ACCOUNT } as const),
  settings: {
    url: `${origin}/sms/vinaphone`,
    ...{ labelId: '1', contractTypeId: '1', contractId: '1', agentId: '1', username: 'motcua' },
    templates: {
      received: { id: '1001', params: { 1: 'ref', 2: 'returnOn' } },
      '*': { id: '1002', params: { 1: 'ref', 2: 'status' } },
    },
  },
})

const zalo = (origin: string) => ({
  ...({ channel: 'zalo', operator: 'zns', secrets: { secretKey: 'sandbox-zalo-secret' } } as const),
  settings: {
    ...{ url: `${origin}/zalo`, tokenUrl: `${origin}/zalo`, appId: '000000000000' },
    templates: {
      received: { id: '200002', params: { name: 'greeting', dossier_code: 'ref', due_date: 'returnOn' } },
      '*': { id: '200001', params: { name: 'greeting', dossier_code: 'ref', status: 'status' } },
    },
  },
})

function carriersOf({ id: agencyId, code }: Agency, origin: string): NewCarrier[] {
  const since = new Date()
  return [
    {
      ...{ agencyId, since, carrier: 'vnpost' },
      settings: { url: `${origin}/post/vnpost`, province: PROVINCE, customerCode: code },
      secrets: { clientId: 'sandbox-vnpost-client', clientSecret: 'sandbox-vnpost-secret' },
    },
    {
      ...{ agencyId, since, carrier: 'viettelpost' },
      settings: {
        ...{ url: `${origin}/post/viettelpost`, province: PROVINCE },
        ...{ groupAddressId: 1, cusId: 1, service: 'VCN' },
        // The numbers of the sandbox; the contract publishes none.
        states: {
          ...{ 100: 'ordered', 107: 'cancelled', 200: 'collected', 500: 'delivering', 501: 'delivered' },
          ...{ 504: 'returned', 505: 'returning' },
        },
      },
      secrets: {
        ...{ username: 'motcua', password: 'sandbox-viettelpost-password' },
        webhookToken: 'sandbox-viettelpost-webhook',
      },
    },
  ]
}
