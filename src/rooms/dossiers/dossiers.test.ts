import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseDossierCode } from '#kernel/dossier-code.ts'
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aDocument } from '#rooms/documents/testing.ts'
import { type Dossier, explainDue, getDossier, getSlips, receiveDossier, refOf } from './index.ts'
import { aCitizen, aDossier, anOfficer, installSample, sampleAnswers, submitSample } from './testing.ts'

const database = useTestDatabase()
useTestFiles()
beforeAll(installSample)

const paper = { name: 'Tờ khai mẫu', kind: 'electronic', copies: 1 } as const
const documents = [paper]
const _SYSTEM = { kind: 'system' } as const
const _step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' } }
const at = (time: string) => setClock(() => new Date(`${time}:00+07:00`))
const _missing = { items: [{ name: 'Giấy cũ, trang 2', reason: 'Ảnh chụp thiếu trang 2.' }] }

async function again(dossier: Dossier): Promise<Dossier> {
  const viewer = aCitizen({ personId: dossier.personId ?? '' })
  return read(1, (tx) => getDossier(tx, viewer, dossier.temporaryCode))
}

describe('filing', () => {
  test('R-061: a filed dossier has a temporary code at once, and the house is told', async () => {
    at('2026-11-23T14:05')
    const dossier = await submitSample()
    expect(dossier.temporaryCode).toMatch(/^TN-261123-\d{6}$/)
    expect(dossier).toMatchObject({
      status: 'submitted',
      code: undefined,
      caseCode: '9.000001.01',
      resultChannel: 'counter',
    })
    const told = await happenings(dossier.id)
    expect(told).toMatchObject([
      {
        type: 'dossier.submitted',
        ref: dossier.temporaryCode,
        email: 'mau@example.test',
        facts: { agency: 'Ủy ban nhân dân xã Mẫu An', processingTime: '3 ngày làm việc' },
      },
    ])
    expect(JSON.stringify(told)).not.toContain('Để thử')
    setClock()
  })

  test('one key is one dossier, also when both posts arrive at the same moment', async () => {
    const [citizen, key] = [aCitizen(), newId()]
    const filed = await Promise.all(Array.from({ length: 8 }, () => submitSample({ citizen, key })))
    expect(new Set(filed.map(({ id }) => id)).size).toBe(1)
    const { rows } = await transaction(1, (tx) =>
      sql<{ count: number }>`select count(*) from dossiers where person_id = ${citizen.personId}`.execute(tx),
    )
    expect(rows[0]?.count).toBe(1)
  })

  test('the key of somebody else’s dossier answers nothing', async () => {
    const key = newId()
    await submitSample({ key })
    await expect(submitSample({ key })).rejects.toThrow(NotFound)
  })

  test('R-040: three people; the owner is whom the form names, else who files', async () => {
    expect((await submitSample()).owner.name).toBe('Hà Thị Mẫu')
  })

  test('R-036: a weaker account may not file', async () => {
    await expect(submitSample({ citizen: aCitizen({ assurance: 'level-1' }) })).rejects.toThrow(Forbidden)
  })

  test('an incomplete form is not filed, and leaves nothing', async () => {
    const key = newId()
    await expect(submitSample({ key, answers: { purposeText: '' } })).rejects.toThrow('dossiers.incomplete')
    await expect(submitSample({ key })).resolves.toMatchObject({ status: 'submitted' })
  })

  test('somebody else’s file cannot be filed', async () => {
    const theirs = await aDocument({ personId: newId() })
    await expect(submitSample({ documents: { oldPaper: [theirs.id] } })).rejects.toThrow(NotFound)
    const citizen = aCitizen()
    const own = await aDocument({ personId: citizen.personId })
    const dossier = await submitSample({ citizen, documents: { oldPaper: [own.id] } })
    expect(dossier.documents).toEqual({ oldPaper: [own.id] })
  })

  test('R-072: the commune that is answered decides and receives', async () => {
    expect(await submitSample({ commune: 'H99.13' })).toMatchObject({
      receivingUnitId: DEMO.units.mauSon,
      competentUnitId: DEMO.units.mauSon,
    })
  })
})

async function happenings(dossierId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await asOwner(
    database(),
    `select payload from graphile_worker._private_jobs where payload->>'dossierId' = '${dossierId}' order by id`,
  )
  return rows.map(({ payload }) => payload as Record<string, unknown>)
}

describe('reception', () => {
  test('R-068: 200 receptions at once are numbered without a gap and without a double', {
    timeout: 240_000,
  }, async () => {
    at('2026-11-19T08:40')
    const dossiers: Dossier[] = []
    for (let i = 0; i < 200; i += 1) dossiers.push(await submitSample({ commune: 'H99.14' }))
    const desk = await anOfficer(DEMO.units.mauTrung)
    const receipts = await Promise.all(dossiers.map((one) => receiveDossier(desk, refOf(one), { documents })))
    const numbers = receipts.map(({ code }) => parseDossierCode(code)?.sequence).sort((a, b) => (a ?? 0) - (b ?? 0))
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    expect(receipts.every(({ code }) => code.startsWith('H99.14-261119-'))).toBe(true)
    setClock()
  })

  test('R-068: a reception that fails gives its number back', async () => {
    at('2026-11-18T09:00')
    const desk = await anOfficer(DEMO.units.mauSon)
    const [first, second] = [await submitSample({ commune: 'H99.13' }), await submitSample({ commune: 'H99.13' })]
    expect((await receiveDossier(desk, refOf(first), { documents })).number).toBe(1)
    await expect(receiveDossier(desk, refOf(first), { documents })).rejects.toThrow()
    expect((await receiveDossier(desk, refOf(second), { documents })).number).toBe(2)
    setClock()
  })

  test('R-080: two officers receive the same dossier: one does, the other is told', async () => {
    const dossier = await submitSample()
    const officers = [await anOfficer(DEMO.units.mauAn), await anOfficer(DEMO.units.mauAn)]
    const tried = await Promise.allSettled(officers.map((one) => receiveDossier(one, refOf(dossier), { documents })))
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
    const { receipt } = await read(1, async (tx) => getSlips(tx, await again(dossier)))
    expect(receipt?.number).toBeGreaterThan(0)
    const told = (await happenings(dossier.id)).filter(({ type }) => type === 'dossier.received')
    expect(told).toHaveLength(1)
  })

  test('R-067, R-102: reception gives the code, the due date of the promise and the six facts', async () => {
    at('2026-11-19T08:40')
    const dossier = await submitSample()
    const receipt = await receiveDossier(await anOfficer(DEMO.units.mauAn), refOf(dossier), { documents })
    expect(receipt).toMatchObject({ dueAt: '2026-11-25T17:00', code: expect.stringMatching(/^H99\.12-261119-\d{4}$/) })
    const received = await again(dossier)
    expect(received).toMatchObject({
      status: 'received',
      receivedAt: new Date('2026-11-19T01:40:00Z'),
      originalDueAt: '2026-11-25T17:00',
      dueAt: '2026-11-25T17:00',
    })
    expect((await happenings(dossier.id)).at(-1)).toMatchObject({
      type: 'dossier.received',
      ref: receipt.code,
      facts: {
        agency: 'Ủy ban nhân dân xã Mẫu An',
        receivingOfficer: 'Trần Văn Thử',
        receivedAt: '2026-11-19T08:40',
        processingTime: '3 ngày làm việc',
        returnAt: '2026-11-25T17:00',
      },
    })
    expect((await read(1, (tx) => explainDue(tx, received)))?.dueAt).toBe('2026-11-25T17:00')
    setClock()
  })

  test('R-072: the service centre receives for every commune, under its own code', async () => {
    const dossier = await submitSample({ commune: 'H99.13' })
    const receipt = await receiveDossier(await anOfficer(DEMO.units.serviceCentre), refOf(dossier), { documents })
    expect(receipt.code).toMatch(/^H99\.01-/)
    expect(await again(dossier)).toMatchObject({
      receivingUnitId: DEMO.units.serviceCentre,
      competentUnitId: DEMO.units.mauSon,
    })
  })

  test('another commune’s desk does not see it; a case officer sees it and may not receive', async () => {
    const ref = refOf(await submitSample({ commune: 'H99.13' }))
    await expect(receiveDossier(await anOfficer(DEMO.units.mauAn), ref, { documents })).rejects.toThrow(NotFound)
    const caseOfficer = await anOfficer(DEMO.units.mauSon, ['case-officer'])
    await expect(receiveDossier(caseOfficer, ref, { documents })).rejects.toThrow(Forbidden)
  })

  test('an officer of another agency finds nothing', async () => {
    const ref = refOf(await submitSample())
    const stranger = await anOfficer(DEMO.units.ministryDesk, ['desk-officer'], { agencyId: 2 })
    await expect(receiveDossier(stranger, ref, { documents })).rejects.toThrow(NotFound)
  })

  test('R-069: a code is found in small letters and with spaces', async () => {
    const dossier = await aDossier({ status: 'received' })
    const typed = ` ${refOf(dossier).toLowerCase().replace('-', ' - ')} `
    const viewer = aCitizen({ personId: dossier.personId ?? '' })
    expect((await read(1, (tx) => getDossier(tx, viewer, typed))).id).toBe(dossier.id)
  })
})

test('R-031: rows of one agency do not exist in another’s transactions', async () => {
  await aDossier({ status: 'awaiting-supplement' })
  const tables = [
    'dossiers',
    'dossier_log',
    'receipts',
    'supplement_requests',
    'pauses',
    'code_counters',
    'idempotency_keys',
  ]
  for (const table of tables) {
    const count = sql<{ count: number }>`select count(*) from ${sql.table(table)}`
    expect((await read(2, (tx) => count.execute(tx))).rows[0]?.count).toBe(0)
    expect((await read(1, (tx) => count.execute(tx))).rows[0]?.count).toBeGreaterThan(0)
  }
})

test('hostile text is kept and given back as text', async () => {
  const hostile = `<script>alert(1)</script>'; drop table dossiers; -- \u202e 🐉 ${'x'.repeat(200)}`
  const dossier = await submitSample({ answers: { ...sampleAnswers, purposeText: hostile } })
  expect((await again(dossier)).answers.purposeText).toBe(hostile)
})
