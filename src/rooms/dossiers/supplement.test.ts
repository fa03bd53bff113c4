import { beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aDocument } from '#rooms/documents/testing.ts'
import {
  closePause,
  type Dossier,
  explainDue,
  getDossier,
  getSlips,
  openPause,
  receiveDossier,
  refOf,
  refuseDossier,
  requestSupplement,
  supplyDossier,
  withdrawDossier,
} from './index.ts'
import { aCitizen, aDossier, anOfficer, installSample, submitSample } from './testing.ts'

useTestDatabase()
useTestFiles()
beforeAll(installSample)

const documents = [{ name: 'Tờ khai mẫu', kind: 'electronic', copies: 1 }] as const
const SYSTEM = { kind: 'system' } as const
const at = (time: string) => setClock(() => new Date(`${time}:00+07:00`))
const missing = { items: [{ name: 'Giấy cũ, trang 2', reason: 'Ảnh chụp thiếu trang 2.' }] }

async function again(dossier: Dossier): Promise<Dossier> {
  const viewer = aCitizen({ personId: dossier.personId ?? '' })
  return read(1, (tx) => getDossier(tx, viewer, dossier.temporaryCode))
}

describe('supplement', () => {
  test('R-077: once, for everything; a second one needs a supervisor and a reason', async () => {
    const citizen = aCitizen()
    const ref = refOf(await submitSample({ citizen }))
    const desk = await anOfficer(DEMO.units.mauAn)
    const request = await requestSupplement(desk, ref, missing)
    expect(request).toMatchObject({ number: 1, atIntake: true })
    await expect(requestSupplement(desk, ref, missing)).rejects.toThrow(Conflict)
    const [item] = request.items
    await supplyDossier(citizen, ref, [{ itemId: item?.id ?? '', text: 'Tôi gửi trang 2', documentIds: [] }])

    await expect(requestSupplement(desk, ref, { ...missing, approval: { reason: 'quên' } })).rejects.toThrow(Forbidden)
    const supervisor = await anOfficer(DEMO.units.serviceCentre, ['desk-officer', 'supervisor'])
    await expect(requestSupplement(supervisor, ref, missing)).rejects.toThrow('second-request-needs-reason')
    const second = await requestSupplement(supervisor, ref, { ...missing, approval: { reason: 'Luật mới' } })
    expect(second).toMatchObject({ number: 2, approval: { reason: 'Luật mới' } })
  })

  test('R-086: in processing the clock stands still, and counts anew once the dossier is whole', async () => {
    at('2026-11-19T08:40')
    const citizen = aCitizen()
    const dossier = await aDossier({ citizen, status: 'processing' })
    const caseOfficer = await anOfficer(DEMO.units.mauAn, ['case-officer'])
    at('2026-11-20T10:20')
    const { items } = await requestSupplement(caseOfficer, refOf(dossier), missing)
    expect(await again(dossier)).toMatchObject({
      status: 'awaiting-supplement',
      dueAt: undefined,
      originalDueAt: '2026-11-25T17:00',
    })
    at('2026-11-26T09:00')
    await supplyDossier(citizen, refOf(dossier), [{ itemId: items[0]?.id ?? '', text: 'Đây', documentIds: [] }])
    const whole = await again(dossier)
    expect(whole).toMatchObject({ status: 'processing', dueAt: '2026-12-01T17:00', originalDueAt: '2026-11-25T17:00' })
    const explanation = await read(1, (tx) => explainDue(tx, whole))
    expect(explanation?.dueAt).toBe('2026-12-01T17:00')
    expect(explanation?.paused).toBeGreaterThan(0)
    setClock()
  })

  test('every point is answered, by words or a file of one’s own', async () => {
    const citizen = aCitizen()
    const ref = refOf(await submitSample({ citizen }))
    const { items } = await requestSupplement(await anOfficer(DEMO.units.mauAn), ref, {
      items: [...missing.items, { name: 'Số điện thoại', reason: 'Thiếu một số.' }],
    })
    const [one, two] = items.map(({ id }) => id)
    const first = { itemId: one ?? '', text: 'x', documentIds: [] }
    await expect(supplyDossier(citizen, ref, [first])).rejects.toThrow('item-not-answered')
    const theirs = await aDocument({ personId: newId() })
    const foreign = { itemId: two ?? '', text: '', documentIds: [theirs.id] }
    await expect(supplyDossier(citizen, ref, [first, foreign])).rejects.toThrow(NotFound)
    const own = await aDocument({ personId: citizen.personId })
    await supplyDossier(citizen, ref, [first, { ...foreign, documentIds: [own.id] }])
    await expect(supplyDossier(citizen, ref, [first])).rejects.toThrow(Conflict)
  })
})

describe('the other slips', () => {
  test('R-065: a refusal carries reason and basis, and ends the dossier', async () => {
    const ref = refOf(await submitSample())
    const desk = await anOfficer(DEMO.units.mauAn)
    await expect(refuseDossier(desk, ref, { reason: ' ', basis: 'Điều 2' })).rejects.toThrow('needs-reason-and-basis')
    await refuseDossier(desk, ref, { reason: 'Không thuộc thẩm quyền', basis: 'Luật Mẫu, Điều 2' })
    await expect(receiveDossier(desk, ref, { documents })).rejects.toThrow(Conflict)
  })

  test('R-062: the person withdraws until there is a result, reason or none; nobody else does', async () => {
    const citizen = aCitizen()
    const dossier = await aDossier({ citizen, status: 'awaiting-supplement' })
    await expect(withdrawDossier(aCitizen(), refOf(dossier), {})).rejects.toThrow(NotFound)
    await withdrawDossier(citizen, refOf(dossier), {})
    expect((await again(dossier)).status).toBe('withdrawn')
    const { pauses } = await read(1, async (tx) => getSlips(tx, await again(dossier)))
    expect(pauses.every(({ to }) => to !== undefined)).toBe(true)
    const ready = await aDossier({ citizen, status: 'result-ready' })
    await expect(withdrawDossier(citizen, refOf(ready), {})).rejects.toThrow(Conflict)
  })

  test('R-102: other pauses stop the clock too and only push later', async () => {
    at('2026-11-19T08:40')
    const dossier = await aDossier({ status: 'processing' })
    at('2026-11-20T08:00')
    await transaction(1, async (tx) => openPause(tx, await again(dossier), { actor: SYSTEM, reason: 'verification' }))
    expect((await again(dossier)).dueAt).toBeUndefined()
    at('2026-11-23T08:00')
    await transaction(1, async (tx) => closePause(tx, await again(dossier), { actor: SYSTEM, reason: 'verification' }))
    expect((await again(dossier)).dueAt).toBe('2026-11-26T17:00')
    setClock()
  })
})
