import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { Conflict } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import {
  type Act,
  closePause,
  type Dossier,
  getDossier,
  getSlips,
  isLegal,
  lifeOf,
  listLog,
  markResultReady,
  openPause,
  receiveDossier,
  recordStep,
  refOf,
  refuseDossier,
  requestSupplement,
  returnResult,
  startProcessing,
  statusOf,
  supplyDossier,
  verifyLog,
  withdrawDossier,
} from './index.ts'
import { aCitizen, anOfficer, installSample, submitSample } from './testing.ts'

useTestDatabase()

const SYSTEM = { kind: 'system' } as const
const step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' } }
const items = [{ name: 'Trang 2', reason: 'Thiếu.' }]

let citizen: Citizen
let officer: Officer
beforeAll(async () => {
  await installSample()
  citizen = aCitizen()
  officer = await anOfficer(DEMO.units.mauAn, ['desk-officer', 'case-officer', 'supervisor'])
})

async function supply(ref: string) {
  const { supplementRequests } = await read(1, async (tx) => getSlips(tx, await getDossier(tx, citizen, ref)))
  const asked = supplementRequests.at(-1)?.items ?? []
  return supplyDossier(
    citizen,
    ref,
    asked.map(({ id }) => ({ itemId: id, text: 'đây', documentIds: [] })),
  )
}

const within = (work: (tx: Parameters<typeof recordStep>[0], dossier: Dossier) => Promise<unknown>) => (ref: string) =>
  transaction(1, async (tx) => work(tx, await getDossier(tx, citizen, ref)))

const ACTS: Record<Act, (ref: string) => Promise<unknown>> = {
  receive: (ref) => receiveDossier(officer, ref, { documents: [] }),
  refuse: (ref) => refuseDossier(officer, ref, { reason: 'x', basis: 'Điều 1' }),
  'request-supplement': (ref) => requestSupplement(officer, ref, { items, approval: { reason: 'x' } }),
  supply,
  withdraw: (ref) => withdrawDossier(citizen, ref, {}),
  'start-processing': within((tx, dossier) => startProcessing(tx, dossier, { actor: SYSTEM, step })),
  step: within((tx, dossier) => recordStep(tx, dossier, { actor: SYSTEM, action: 'next', step })),
  pause: within(async (tx, dossier) => {
    const paused = await openPause(tx, dossier, { actor: SYSTEM, reason: 'verification' })
    await closePause(tx, paused, { actor: SYSTEM, reason: 'verification' })
  }),
  'mark-result-ready': within((tx, dossier) =>
    markResultReady(tx, dossier, { actor: SYSTEM, outcome: 'granted', resultId: newId() }),
  ),
  'return-result': within((tx, dossier) => returnResult(tx, dossier, { actor: SYSTEM, channel: 'counter' })),
}

async function statusOfSlips(dossier: Dossier) {
  const slips = await read(1, (tx) => getSlips(tx, dossier))
  return statusOf({
    submittedAt: dossier.submittedAt,
    receivedAt: slips.receipt?.receivedAt,
    refusedAt: slips.refusal?.refusedAt,
    withdrawnAt: slips.withdrawal?.withdrawnAt,
    openSupplement: slips.supplementRequests.some(({ suppliedAt }) => suppliedAt === undefined),
    processingAt: dossier.processingAt,
    resultReadyAt: dossier.resultReadyAt,
    returnedAt: dossier.returnedAt,
  })
}

// Acts that lead somewhere are drawn more often, so that the ends are reached too.
const acts = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Act>('receive', 'start-processing', 'mark-result-ready', 'return-result', 'supply'),
  },
  { weight: 1, arbitrary: fc.constantFrom<Act>(...(Object.keys(ACTS) as Act[])) },
)

test('R-085: whatever is tried in whatever order, only legal acts happen, the status is what the slips say, and the chain holds', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 12 }), async (sequence) => {
      const { temporaryCode } = await submitSample({ citizen })
      const now = () => read(1, (tx) => getDossier(tx, citizen, temporaryCode))
      for (const act of sequence) {
        const before = await now()
        const outcome = await ACTS[act](refOf(before)).then(
          () => true,
          (error: unknown) => error,
        )
        if (isLegal(act, before.status)) expect([act, before.status, outcome]).toEqual([act, before.status, true])
        else expect(outcome).toBeInstanceOf(Conflict)
        const after = await now()
        expect(after.status).toBe(await statusOfSlips(after))
        expect(lifeOf(await read(1, (tx) => listLog(tx, after)))?.status.value).toBe(after.status)
      }
      const dossier = await now()
      expect((await read(1, (tx) => verifyLog(tx, 1, dossier.id))).broken).toBeUndefined()
    }),
    { numRuns: 40 },
  )
})
