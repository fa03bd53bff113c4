import { newId } from '#kernel/id.ts'
import { localDateTime } from '#kernel/local-date.ts'
import { read, transaction } from '#platform/db/index.ts'
import type { ChannelName, Told } from './channel.ts'
import { openChannel } from './commands/open-channel.ts'
import type { NoticeRequest } from './notice.ts'
import type { DeliveryRow } from './store/deliveries.ts'

/** Something to be told, with everything else sensible. */
export function aNotice(given: Partial<NoticeRequest> & { personId: string }): NoticeRequest {
  return {
    agencyId: 1,
    key: newId(),
    language: 'vi',
    occasion: 'received',
    ref: 'H99.12-261119-0007',
    procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    url: 'http://dichvucong.tinhmau.localhost:8080/my/dossiers/H99.12-261119-0007',
    facts: { agency: 'Ủy ban nhân dân xã Mẫu An', returnAt: localDateTime('2026-11-25T17:00') },
    ...given,
  }
}

export function aTold(given: Partial<Told> = {}): Told {
  return {
    id: newId(),
    occasion: 'result-ready',
    ref: 'H99.12-261119-0007',
    language: 'vi',
    subject: 'Đã có kết quả',
    body: 'Hồ sơ của bạn đã có kết quả.',
    portalHost: 'dichvucong.tinhmau.gov.vn',
    returnOn: undefined,
    ...given,
  }
}

const SHORT = { '*': { id: '1002', params: { 1: 'ref', 2: 'status' } } }

/** The channels of the sandbox, without quiet hours. */
export async function openSandboxChannel(
  origin: string,
  operator: 'viettel' | 'vinaphone' | 'zns',
  { agencyId = 1, quiet }: { agencyId?: number; quiet?: { from: string; to: string } } = {},
): Promise<void> {
  const [channel, settings, secrets] = {
    viettel: [
      'sms' as const,
      { url: `${origin}/sms/viettel`, cpCode: 'TINHMAU', serviceId: 'DVC-H99', commandCode: 'bulksms' },
      { user: 'motcua', password: 'sandbox-sms-password' },
    ],
    vinaphone: [
      'sms' as const,
      {
        ...{ url: `${origin}/sms/vinaphone`, labelId: '1', contractTypeId: '1', contractId: '1', agentId: '1' },
        ...{ username: 'motcua', templates: SHORT },
      },
      { user: 'motcua', password: 'sandbox-sms-password' },
    ],
    zns: [
      'zalo' as const,
      {
        ...{ url: `${origin}/zalo`, tokenUrl: `${origin}/zalo`, appId: '000000000000' },
        templates: { '*': { id: '200001', params: { name: 'greeting', dossier_code: 'ref', status: 'status' } } },
      },
      { secretKey: 'sandbox-zalo-secret' },
    ],
  }[operator] as [ChannelName, Record<string, unknown>, Record<string, string>]
  const since = new Date()
  await transaction(agencyId, async (tx) => {
    await tx.deleteFrom('notice_channels').where('channel', '=', channel).execute()
    await openChannel(tx, { agencyId, channel, operator, settings, secrets, since, quiet })
  })
}

/** The deliveries of the notice with this key, by channel. */
export function deliveriesOf(key: string, agencyId = 1): Promise<DeliveryRow[]> {
  return read(agencyId, (tx) =>
    tx
      .selectFrom('notice_deliveries as delivery')
      .innerJoin('notices as notice', 'notice.id', 'delivery.notice_id')
      .selectAll('delivery')
      .where('notice.key', '=', key)
      .orderBy('delivery.channel')
      .execute(),
  )
}
