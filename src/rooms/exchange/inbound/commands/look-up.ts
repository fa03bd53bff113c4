import { isId } from '#kernel/id.ts'
import { today } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { type Document, listDocuments } from '#rooms/documents/index.ts'
import { type Dossier, findDossierAsSystem, lifeOf, listDossiersWith, listLog } from '#rooms/dossiers/index.ts'
import { stamp } from '../../national/dossier-message.ts'
import { listStatusCodes } from '../../store/messages.ts'
import { accepted, type Envelope, FAULT, refused } from '../envelope.ts'
import { onlyItem } from '../payload.ts'
import { INBOUND_VERSION, isToldTo } from '../store/inbound.ts'

async function find(tx: Tx, agencyId: number, body: Record<string, unknown>): Promise<Dossier | undefined> {
  const { MaHoSo: ref } = onlyItem(body) ?? {}
  return typeof ref === 'string' ? findDossierAsSystem(tx, agencyId, ref) : undefined
}

/** `search/call`: where a dossier stands and when, nothing about a person. R-037 */
export async function lookUpDossier(agencyId: number, body: Record<string, unknown>): Promise<Envelope> {
  return read(agencyId, async (tx) => {
    const dossier = await find(tx, agencyId, body)
    const life = dossier && lifeOf(await listLog(tx, dossier))
    if (!dossier || !life) return refused([{ field: 'MaHoSo', reason: 'không có hồ sơ mang mã này' }])
    const of = { destination: 'national-portal', contractVersion: INBOUND_VERSION } as const
    const codes = await listStatusCodes(tx, of, today())
    const ended = life.ready ?? life.refused ?? life.withdrawn ?? life.discontinued
    return accepted('', {
      MaHoSo: dossier.nationalCode ?? dossier.code ?? dossier.temporaryCode,
      MaHoSoDonVi: dossier.code ?? dossier.temporaryCode,
      MaTTHC: dossier.procedureCode,
      TrangThaiHoSo: codes.get(life.status.value)?.code ?? '',
      NgayNopHoSo: stamp((life.filedThere ?? life.submitted).value),
      NgayTiepNhan: life.received ? stamp(life.received.value) : '',
      NgayHenTra: life.due ? stamp(life.due.value) : '',
      NgayKetThucXuLy: ended ? stamp(ended.value) : '',
      NgayTra: life.returned ? stamp(life.returned.value) : '',
    })
  })
}

/**
 * `dptracuuthanhtoanhs`: what is to be paid for a dossier. Nothing is owed before somebody has asked for it, and this
 * house asks for no money yet; bills come with the room of payments.
 */
export async function lookUpPayment(agencyId: number, body: Record<string, unknown>): Promise<Envelope> {
  const dossier = await read(agencyId, (tx) => find(tx, agencyId, body))
  if (!dossier) return { error_code: FAULT, message: 'Không có hồ sơ mang mã này' }
  return { error_code: '0', message: 'Hồ sơ không có khoản phải nộp', result: null }
}

/** A paper of a dossier that was born at the portal or that it was told about; undefined for every other. */
export async function findForPortal(agencyId: number, id: string): Promise<Document | undefined> {
  if (!isId(id)) return undefined
  return read(agencyId, async (tx) => {
    for (const dossier of await listDossiersWith(tx, agencyId, id)) {
      if (dossier.nationalCode !== undefined || (await isToldTo(tx, dossier.id))) {
        return (await listDocuments(tx, agencyId, [id]))[0]
      }
    }
    return undefined
  })
}
