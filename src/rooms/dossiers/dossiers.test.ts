import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseDossierCode } from '#kernel/dossier-code.ts'
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aDocument } from '#rooms/documents/testing.ts'
import {
  closePause,
  type Dossier,
  explainDue,
  getDossier,
  getSlips,
  listLog,
  lockDossier,
  openPause,
  receiveDossier,
  recordStep,
  refOf,
  refuseDossier,
  requestSupplement,
  startProcessing,
  statusOf,
  supplyDossier,
  verifyLog,
  withdrawDossier,
} from './index.ts'
import { aCitizen, aDossier, anOfficer, installSample, sampleAnswers, submitSample } from './testing.ts'

const database = useTestDatabase()
beforeAll(installSample)

const paper = { name: 'Tờ khai mẫu', kind: 'electronic', copies: 1 } as const
const documents = [paper]
const SYSTEM = { kind: 'system' } as const
const step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' } }
const at = (time: string) => setClock(() => new Date(`${time}:00+07:00`))
const missing = { items: [{ name: 'Giấy cũ, trang 2', reason: 'Ảnh chụp thiếu trang 2.' }] }

async function again(dossier: Dossier): Promise<Dossier> {
  return transaction(1, async (tx) => {
    const row = await tx
      .selectFrom('dossiers')
      .select(['code', 'person_id'])
      .where('id', '=', dossier.id)
      .executeTakeFirstOrThrow()
    return getDossier(tx, aCitizen({ personId: row.person_id ?? '' }), row.code ?? dossier.temporaryCode)
  })
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
    // The other found it under a code it did not ask for any more, or no longer waiting: in both cases nothing is doubled.
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
    expect((await read(1, (tx) => explainDue(tx, whole)))?.dueAt).toBe('2026-12-01T17:00')
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

describe('the log', () => {
  test('R-234: every chain verifies, also after everything that can happen', async () => {
    await aDossier({ status: 'returned' })
    await aDossier({ status: 'awaiting-supplement' })
    const verified = await read(1, (tx) => verifyLog(tx, 1))
    expect(verified.broken).toBeUndefined()
    expect(verified.entries).toBeGreaterThan(verified.dossiers)
  })

  test('R-234: the application can neither change nor remove an entry', async () => {
    const { id } = await submitSample()
    const change = sql`update dossier_log set facts = '{}' where dossier_id = ${id}`
    await expect(transaction(1, (tx) => change.execute(tx))).rejects.toThrow('permission denied')
    const remove = sql`delete from dossier_log where dossier_id = ${id}`
    await expect(transaction(1, (tx) => remove.execute(tx))).rejects.toThrow('permission denied')
  })

  test.each([
    ['facts', `update dossier_log set facts = jsonb_set(facts, '{code}', '"H99.12-261119-9999"')`, 2, 'changed'],
    ['time', `update dossier_log set at = at + interval '1 minute'`, 2, 'changed'],
    ['actor', `update dossier_log set actor = '{"kind":"system"}'`, 2, 'changed'],
    ['words', `update dossier_log set words = 'khác'`, 3, 'changed'],
    ['a missing entry', `delete from dossier_log`, 2, 'missing'],
    ['a missing last entry', `delete from dossier_log`, 3, 'missing'],
  ])('R-234: a change of %s, made by the owner of the database, is found', async (_what, statement, seq, problem) => {
    const dossier = await aDossier({ status: 'received' })
    await requestSupplement(await anOfficer(DEMO.units.mauAn), refOf(dossier), missing)
    const tamper = `set role motcua_owner; set motcua.agency = '1'; ${statement} where dossier_id = '${dossier.id}' and seq = ${seq}`
    await asOwner(database(), tamper)
    const verified = await read(1, (tx) => verifyLog(tx, 1, dossier.id))
    expect(verified.broken).toMatchObject({ ref: refOf(dossier), seq, problem })
  })

  test('no personal data stands in the facts of the log', async () => {
    const dossier = await aDossier({ status: 'returned' })
    const facts = JSON.stringify(
      (await read(1, (tx) => listLog(tx, dossier))).map((entry) => [entry.facts, entry.actor]),
    )
    for (const secret of ['Hà Thị Mẫu', '0900000012', '000198000012', 'Để thử', 'mau@example.test'])
      expect(facts).not.toContain(secret)
  })

  test('an outdated dossier is refused, so that two acts never write the same entry', async () => {
    const dossier = await aDossier({ status: 'received' })
    await transaction(1, (tx) => startProcessing(tx, dossier, { actor: SYSTEM, step }))
    const old = { ...dossier, status: 'processing' } as const
    await expect(transaction(1, (tx) => recordStep(tx, old, { actor: SYSTEM, action: 'x', step }))).rejects.toThrow(
      'changed-meanwhile',
    )
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

test('the stored status is what the slips say, wherever a dossier has come', async () => {
  const statuses = [
    'submitted',
    'received',
    'refused',
    'processing',
    'awaiting-supplement',
    'withdrawn',
    'result-ready',
    'returned',
  ] as const
  for (const status of statuses) {
    const dossier = await aDossier({ status })
    expect(dossier.status).toBe(status)
    const locked = await transaction(1, (tx) =>
      lockDossier(tx, aCitizen({ personId: dossier.personId ?? '' }), refOf(dossier)),
    )
    const slips = await read(1, (tx) => getSlips(tx, locked))
    expect(
      statusOf({
        submittedAt: locked.submittedAt,
        receivedAt: slips.receipt?.receivedAt,
        refusedAt: slips.refusal?.refusedAt,
        withdrawnAt: slips.withdrawal?.withdrawnAt,
        openSupplement: slips.supplementRequests.some(({ suppliedAt }) => suppliedAt === undefined),
        processingAt: locked.processingAt,
        resultReadyAt: locked.resultReadyAt,
        returnedAt: locked.returnedAt,
      }),
    ).toBe(status)
  }
})
