import fc from 'fast-check'
import { money } from '#kernel/money.ts'
import type { Officer } from '#kernel/viewer.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { read } from '#platform/db/index.ts'
import { asOwner } from '#platform/db/testing.ts'
import { demonstrationOfficerId, getOfficer } from '#rooms/identity/index.ts'
import { workRequest } from '#rooms/signatures/testing.ts'
import { lastOf } from './commands/hold.ts'
import { followPlanSignature, prepareSignature } from './commands/sign.ts'
import { evenly } from './first-plan.ts'
import type { Line } from './line.ts'
import { getPlan } from './store/plans.ts'

/** A line that has nothing against it: 4 × 25.000.000 đồng of maintenance from the state budget. */
export function aLine(given: Partial<Line> = {}): Line {
  const quantity = given.quantity ?? 4
  const unitPrice = given.unitPrice ?? money(25_000_000)
  const requested = money(quantity * unitPrice)
  return {
    id: 'a0000000-0000-7000-8000-000000000001',
    name: 'Duy trì vận hành cổng dịch vụ công',
    activity: 'maintain',
    spending: 'recurrent',
    form: 'available-service',
    upgradesOwned: false,
    leaseYears: 1,
    codes: { chapter: '405', category: '280', clause: '314', item: '6600', subItem: '6649' },
    legalBasis: 'Nghị định 42/2022/NĐ-CP, Điều 20',
    need: 'Cổng phải chạy liên tục',
    unit: 'quý',
    priceBasis: 'quotation',
    priceNote: 'Ba báo giá ngày 02/05/2026',
    thisYear: money(90_000_000),
    nextYears: [money(100_000_000), money(105_000_000)],
    sources: { stateBudget: requested, retainedRevenue: money(0), aid: money(0), other: money(0) },
    quarters: evenly(requested),
    product: 'Cổng sẵn sàng 99,5 %',
    digitalPlanTask: 'CĐS-07',
    attachments: [],
    traces: [],
    ...given,
    quantity,
    unitPrice,
  }
}

/** A task of training, which the law wants to see (Decree 42/2022, Art. 20.1 a). */
export function aTrainingLine(given: Partial<Line> = {}): Line {
  const training = {
    id: 'a0000000-0000-7000-8000-000000000002',
    name: 'Bồi dưỡng cán bộ một cửa',
    activity: 'train',
    form: 'own-work',
    quantity: 30,
    unit: 'học viên',
    unitPrice: money(1_000_001),
  } as const
  return aLine({ ...training, ...given })
}

/** Amounts that add up as they should, however odd: for properties. */
export const anyLine: fc.Arbitrary<Line> = fc
  .record({
    id: fc.uuid(),
    quantity: fc.integer({ min: 1, max: 10_000 }),
    unitPrice: fc.integer({ min: 1, max: 2_000_000_000 }).map(money),
    cuts: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
    activity: fc.constantFrom('maintain' as const, 'develop' as const, 'train' as const, 'digitise' as const),
    name: fc.constantFrom('Máy quét', 'Số hóa hồ sơ', 'Lớp học'),
    thisYear: fc.nat(1_000_000_000).map(money),
    nextYears: fc.tuple(fc.nat(2_000_000_000).map(money), fc.nat(2_000_000_000).map(money)),
  })
  .map(({ cuts, ...given }) => {
    const requested = given.quantity * given.unitPrice
    const parts = cuts.map((cut) => Math.floor((requested * cut) / 4000))
    const [first = 0, second = 0, third = 0] = parts
    const rest = requested - first - second - third
    return aLine({
      ...given,
      sources: { stateBudget: money(rest), retainedRevenue: money(first), aid: money(second), other: money(third) },
      quarters: [money(first), money(second), money(rest), money(third)],
    })
  })

/** A demonstration officer, with what they are appointed to. */
export async function demoOfficer(subject: string, agencyId = 1): Promise<Officer> {
  const officerId = demonstrationOfficerId(subject)
  const { name, appointments } = await read(agencyId, (tx) => getOfficer(tx, officerId))
  return { kind: 'officer', agencyId, officerId, name, appointments }
}

/** The fields of a line’s form that has nothing against it; amounts as people type them. */
export function lineFields(given: Record<string, string> = {}): Record<string, string> {
  return {
    ...{ do: 'save', name: 'Duy trì cổng dịch vụ công', activity: 'maintain', spending: 'recurrent' },
    ...{ form: 'available-service', leaseYears: '1', quantity: '4', unit: 'quý', unitPrice: '25.000.000' },
    ...{ priceBasis: 'quotation', priceNote: 'Ba báo giá ngày 02/05/2026', stateBudget: '100.000.000' },
    ...{ 'quarter-1': '25000000', 'quarter-2': '25 000 000', 'quarter-3': '25.000.000', 'quarter-4': '25.000.000' },
    ...{ thisYear: '90.000.000', 'nextYear-1': '100.000.000', 'nextYear-2': '105.000.000', chapter: '405' },
    ...given,
  }
}

/** Works the signature of a plan’s last version through the signing services, as the queue would. */
export async function signThrough(database: DatabaseAddress, planId: string): Promise<void> {
  const version = await read(1, async (tx) => lastOf((await getPlan(tx, planId)).versions))
  const payloads = async (where: string) => {
    const jobs = await asOwner(database, `select payload from graphile_worker._private_jobs where ${where} order by id`)
    return jobs.rows.map(({ payload }) => payload)
  }
  for (const wanted of await payloads(`payload->>'versionId' = '${version.id}'`)) await prepareSignature(wanted)
  const requests = await read(1, (tx) =>
    tx.selectFrom('signing_requests').select('id').where('subject_id', '=', version.id).execute(),
  )
  for (const { id } of requests) await workRequest(1, id)
  for (const told of await payloads(`payload->>'subjectId' = '${version.id}'`)) await followPlanSignature(told)
}
