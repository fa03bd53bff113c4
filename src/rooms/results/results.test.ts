import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { breakSandbox, mendSandbox, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import type { SignatureRefused } from '#rooms/signatures/index.ts'
import { announced, signAt } from '#rooms/signatures/testing.ts'
import { completeResult, prepareResult, returnResult } from './index.ts'
import { maskedCode } from './result.ts'
import { anIssuedResult, aResultWish, follow, getResult } from './testing.ts'

const AGENCY = 1
const database = useTestDatabase()
useTestFiles()
let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  signAt(sandbox)
})
beforeEach(() => mendSandbox(sandbox))
afterAll(async () => {
  await closePdf()
  await sandbox.stop()
})

describe('a result', () => {
  test('R-116: is written, signed, kept with its code and announced once', async () => {
    const result = await anIssuedResult(database())
    expect(result).toMatchObject({
      state: 'issued',
      signerName: 'Nguyễn Văn Vĩ',
      verifyToken: expect.stringMatching(/^[\w-]{22}$/),
    })
    await follow(database(), result.id)
    const told = await announced(database(), { key: 'resultId', value: result.id })
    expect(told).toEqual([
      {
        ...{ type: 'result.issued', agencyId: AGENCY, resultId: result.id, outcome: 'granted', itemId: result.itemId },
        ...{ dossierId: result.dossierId, dossierCode: result.dossierCode },
      },
    ])
  })

  test('is asked for twice and made once', async () => {
    const wish = aResultWish()
    const [one, other] = [await prepareResult(wish), await prepareResult(wish)]
    expect(one).toEqual(other)
  })

  test('numbers count on without a gap, by unit, also when twelve are written at once', async () => {
    const unit = { id: DEMO.units.mauSon, name: 'UBND xã Mẫu Sơn', place: 'Mẫu Sơn' }
    const failing = aResultWish({
      unit,
      compose: () => {
        throw new Error('no words')
      },
    })
    await expect(prepareResult(failing)).rejects.toThrow('no words')
    const made = await Promise.all(Array.from({ length: 12 }, () => prepareResult(aResultWish({ unit }))))
    const numbers = await Promise.all(
      made.map(async ({ resultId }) => Number.parseInt((await getResult(resultId)).number, 10)),
    )
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })

  test('that was not signed is told, and written anew under the same number and code', async () => {
    await breakSandbox(sandbox, { target: 'signing', kind: 'refuse' })
    const wish = aResultWish()
    const { resultId } = await prepareResult(wish)
    const refused = await follow(database(), resultId)
    expect(refused).toMatchObject({ state: 'failed', lastProblem: 'refused' })
    expect(await announced(database(), { key: 'resultId', value: resultId })).toEqual([
      expect.objectContaining({ type: 'result.not-signed', reason: 'refused', itemId: wish.itemId }),
    ])

    await mendSandbox(sandbox)
    const itemId = newId()
    expect(await prepareResult({ ...wish, itemId })).toEqual({ resultId })
    const issued = await follow(database(), resultId)
    expect(issued).toMatchObject({ state: 'issued', itemId, number: refused.number, verifyToken: refused.verifyToken })
  })

  test('of another purpose is left alone', async () => {
    const event: SignatureRefused = {
      ...{ type: 'signature.refused', agencyId: AGENCY, requestId: newId(), purpose: 'other', subjectId: newId() },
      reason: 'refused',
    }
    await expect(completeResult(event)).resolves.toBeUndefined()
  })

  test('R-117: is returned once, with the way and the person', async () => {
    const { dossierId, id } = await anIssuedResult(database())
    const hand = () =>
      transaction(AGENCY, (tx) => returnResult(tx, { dossierId, to: 'Vàng Thị Mỷ', method: 'counter' }))
    await hand()
    const { returnedAt } = await getResult(id)
    await hand()
    expect(await getResult(id)).toMatchObject({
      state: 'returned',
      returnedTo: 'Vàng Thị Mỷ',
      returnMethod: 'counter',
      returnedAt,
    })
  })

  test('that is not issued cannot be returned', async () => {
    const wish = aResultWish()
    await prepareResult(wish)
    const hand = (dossierId: string) =>
      transaction(AGENCY, (tx) => returnResult(tx, { dossierId, to: 'x', method: 'counter' }))
    await expect(hand(wish.dossier.id)).rejects.toThrow('results.not-issued')
    await expect(hand(newId())).rejects.toThrow('results.none')
  })
})

test('strangers see of a code where and when, not which', () => {
  expect(maskedCode('H99.12-261119-0007')).toBe('H99.12-261119-••07')
  expect(maskedCode('000.00.06.H56-261119-12345')).toBe('000.00.06.H56-261119-•••45')
})
