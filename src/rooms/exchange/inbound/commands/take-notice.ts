import { z } from 'zod'
import { type Tx, transaction } from '#platform/db/index.ts'
import { canonicalJson, findDossierAsSystem, lockDossierAsSystem, recordNotice, sha256 } from '#rooms/dossiers/index.ts'
import { accepted, type Envelope, Refused, refused } from '../envelope.ts'
import { onlyItem, withoutBytes } from '../payload.ts'
import { answerCall, type Call, findCall, insertCall, insertRefused } from '../store/inbound.ts'

const TAX = 'nhantbthuedvcqg'
const PROMOTION = 'addtthcKhuyenMai'

/** What is public of these messages is their name; everything beside the code is kept as it came. */
const taxSchema = z.looseObject({
  MaHoSo: z.string().trim().min(1).max(60),
  SoThongBao: z.string().trim().max(100).optional(),
})
const promotionSchema = z.looseObject({ MaHoSo: z.string().trim().min(1).max(60) })

/** A notice of taxes or charges for a dossier: kept, and told in the dossier's log. */
export function takeTaxNotice(agencyId: number, body: Record<string, unknown>): Promise<Envelope> {
  return take(agencyId, { service: TAX, body, schema: taxSchema }, async (tx, { MaHoSo, SoThongBao }) => {
    const dossier = await findDossierAsSystem(tx, agencyId, MaHoSo)
    if (!dossier) throw new Refused([{ field: 'MaHoSo', reason: 'không có hồ sơ mang mã này' }])
    const number = typeof SoThongBao === 'string' ? SoThongBao : ''
    const locked = await lockDossierAsSystem(tx, agencyId, dossier.id)
    const told = await recordNotice(tx, locked, { from: 'national-portal', service: TAX, number })
    return told.id
  })
}

/** A notice of a sales promotion: kept in the ledger, for the office that looks after trade. */
export function takePromotionNotice(agencyId: number, body: Record<string, unknown>): Promise<Envelope> {
  return take(agencyId, { service: PROMOTION, body, schema: promotionSchema }, async () => undefined)
}

interface Taking {
  service: string
  body: Record<string, unknown>
  schema: z.ZodType<{ MaHoSo: string; SoThongBao?: unknown }>
}

type Act = (tx: Tx, said: { MaHoSo: string; SoThongBao?: unknown }) => Promise<string | undefined>

/** One notice with one content is taken once; another content is another notice. */
async function take(agencyId: number, { service, body, schema }: Taking, act: Act): Promise<Envelope> {
  const payload = withoutBytes(onlyItem(body) ?? body)
  const parsed = schema.safeParse(payload)
  const ref = parsed.success ? parsed.data.MaHoSo : ''
  const key = `${service}:${ref}:${sha256(canonicalJson(payload)).slice(0, 16)}`
  const call: Call = { agencyId, service, key, ref: ref || undefined, payload }
  try {
    if (!parsed.success) throw new Refused([{ field: 'MaHoSo', reason: 'chưa có' }])
    return await transaction(agencyId, (tx) => takeOnce(tx, call, () => act(tx, parsed.data)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const answer = refused(error.reasons)
    // A dossier that is not there yet may come: the same notice is then taken, so its refusal has a key of its own.
    const kept = { ...call, key: `${key}:refused` }
    await transaction(agencyId, (tx) => insertRefused(tx, kept, { answer, reasons: error.reasons }))
    return answer
  }
}

async function takeOnce(tx: Tx, call: Call, act: () => Promise<string | undefined>): Promise<Envelope> {
  const id = await insertCall(tx, call)
  if (id === undefined) return JSON.parse((await findCall(tx, call.key))?.answer ?? '{}')
  const dossierId = await act()
  const answer = accepted('Đã nhận thông báo', { MaHoSo: call.ref })
  await answerCall(tx, id, { dossierId, answer })
  return answer
}
