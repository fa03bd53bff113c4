import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { listLog, recordStep, refOf, requestSupplement, startProcessing, verifyLog } from './index.ts'
import { aDossier, anOfficer, installSample, submitSample } from './testing.ts'

const database = useTestDatabase()
beforeAll(installSample)

const SYSTEM = { kind: 'system' } as const
const step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' } }
const missing = { items: [{ name: 'Giấy cũ, trang 2', reason: 'Ảnh chụp thiếu trang 2.' }] }

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
