import type { Role } from '#kernel/viewer.ts'
import { read, transaction } from '#platform/db/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aDossier, anOfficer } from '#rooms/dossiers/testing.ts'
import type { Composed } from '../adapter.ts'
import type { Message, Reply } from '../message.ts'
import { messageOf } from '../store/messages.ts'
import { connectTo, deliverAll, TestDestination } from '../testing.ts'

export const LEDGER = '/manage/exchange'
export const ENGLISH = 'e-services.sampleprovince.localhost'
export const NUMBER = '000198000012'

/** Says what the national portal is told, in small. */
export class Portal extends TestDestination {
  override async compose(_tx: unknown, { seq = 0, service }: Message): Promise<Composed> {
    const payload = {
      MaTTHC: '9.000001',
      ChuHoSo: 'Hà Thị Mẫu',
      SoGiayToChuHoSo: NUMBER,
      NgayTiepNhan: '20261125084000',
      MoiThem: `điều chưa ai xem ${service}`,
    }
    const proof = { MaTTHC: [1], ChuHoSo: [1], SoGiayToChuHoSo: [1], NgayTiepNhan: [seq], MoiThem: [seq] }
    return { ref: 'H99.12-261125-0001', payload, proof }
  }
}

export const refused: Reply = {
  outcome: 'refused',
  answer: `{"error_code":"-3","message":"Hà Thị Mẫu ${NUMBER}"}`,
  reasons: [
    { field: 'SoGiayToChuHoSo', reason: `số ${NUMBER} không đúng` },
    { field: 'NgayHenTra', reason: 'thiếu ngày hẹn' },
    { field: '', reason: 'ngoài giờ' },
  ],
}

export const officer = (roles: readonly Role[]) => anOfficer(DEMO.units.province, roles)

/** The province connected to a portal that has been told nothing yet. */
export async function freshPortal(): Promise<Portal> {
  const outside = new Portal()
  await connectTo(outside)
  await transaction(1, (tx) => tx.updateTable('messages').set({ state: 'superseded' }).execute())
  await transaction(1, (tx) => tx.updateTable('connections').set({ state: 'on', rests_until: null }).execute())
  return outside
}

/** A received dossier whose message was refused, with its code. */
export async function aRefusal(outside: Portal): Promise<{ whole: Message; ref: string }> {
  outside.replies.push(refused)
  const dossier = await aDossier({ status: 'received' })
  await deliverAll()
  const row = await read(1, (tx) =>
    tx
      .selectFrom('messages')
      .selectAll()
      .where('dossier_id', '=', dossier.id)
      .where('state', '=', 'refused')
      .executeTakeFirstOrThrow(),
  )
  return { whole: messageOf(row), ref: dossier.code ?? '' }
}

export const stateOf = async (id: number) =>
  (await read(1, (tx) => tx.selectFrom('messages').select('state').where('id', '=', id).executeTakeFirstOrThrow()))
    .state

/** What no page may ever say. */
export function faultsIn(html: string): string[] {
  const shown = html.replace(/<[^>]*>/g, ' ')
  const faults = ['undefined', '[object Object]', 'NaN', 'Invalid Date', 'null'].filter((one) => shown.includes(one))
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
  return [...faults, ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `twice #${id}`)]
}
