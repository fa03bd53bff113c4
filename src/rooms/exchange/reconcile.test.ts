import { beforeAll, beforeEach, expect, test } from 'vitest'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import { type Dossier, lifeOf, listLog } from '#rooms/dossiers/index.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { type Theirs, useAdapters } from './adapter.ts'
import { reconcile } from './commands/reconcile.ts'
import { stamp } from './national/dossier-message.ts'
import { connectTo, deliverAll, TestDestination } from './testing.ts'

useTestDatabase()

/** The other side, showing what it was told to show. */
class Showing extends TestDestination {
  readonly shown = new Map<string, Theirs>()
  silent = false
  misconfigured = false

  async read(ref: string): Promise<Theirs | undefined> {
    if (this.misconfigured) throw new Error('a setting is missing')
    if (this.silent) throw new Unreachable('national-portal', 'no answer')
    return this.shown.get(ref)
  }
}

let outside: Showing
const hour = 3_600_000
const period = { from: new Date(Date.now() - hour), to: new Date(Date.now() + hour) }
const run = () => reconcile(1, 'national-portal', period)

beforeAll(installSample)
beforeEach(async () => {
  outside = new Showing()
  await connectTo(outside)
  useAdapters([outside])
  await transaction(1, (tx) =>
    tx
      .updateTable('messages')
      .set({ caused_at: new Date(0), state: 'superseded' })
      .execute(),
  )
})

/** As the other side would show it, had it understood everything. */
async function faithful(dossier: Dossier): Promise<Theirs> {
  const life = lifeOf(await transaction(1, (tx) => listLog(tx, dossier)))
  if (!life?.received || !life.due) throw new Error('not received')
  return { status: '2', receivedAt: stamp(life.received.value), dueAt: stamp(life.due.value) }
}

test('R-189: two sides that say the same have no divergence', async () => {
  const dossier = await aDossier({ status: 'received' })
  outside.shown.set(dossier.code ?? '', await faithful(dossier))
  await deliverAll()
  expect(await run()).toMatchObject({ compared: 1, divergences: [] })
})

test('R-186: each divergence has its field, both values and its cause', async () => {
  const [waiting, refused, lost, changed] = await Promise.all([1, 2, 3, 4].map(() => aDossier({ status: 'received' })))
  if (!waiting?.code || !refused?.code || !lost?.code || !changed?.code) throw new Error('no code')
  outside.shown.set(changed.code, { ...(await faithful(changed)), status: '9' })
  await deliverAll()
  const states = [
    [waiting.id, 'waiting', '[]'],
    [refused.id, 'refused', '[{"field":"MaTTHC","reason":"không có"}]'],
  ] as const
  for (const [id, state, reasons] of states) {
    await transaction(1, (tx) =>
      tx.updateTable('messages').set({ state, reasons }).where('dossier_id', '=', id).where('place', '=', 0).execute(),
    )
  }
  const { divergences } = await run()
  const said = new Map(divergences.map((one) => [one.ref, one]))
  expect(said.get(waiting.code)).toMatchObject({ field: 'dossier', ours: '2', theirs: undefined, cause: 'on-its-way' })
  expect(said.get(refused.code)).toMatchObject({ cause: 'refused', problem: 'MaTTHC: không có' })
  expect(said.get(lost.code)).toMatchObject({ field: 'dossier', cause: 'unexplained' })
  expect(said.get(changed.code)).toMatchObject({ field: 'status', ours: '2', theirs: '9', cause: 'unexplained' })
  expect(divergences).toHaveLength(4)
})

test('a silent system ends the comparison, and what was compared stands', async () => {
  await aDossier({ status: 'received' })
  outside.silent = true
  expect(await run()).toMatchObject({
    compared: 0,
    divergences: [],
    problem: expect.stringContaining('cannot be reached'),
  })
})

test('a dossier that has no code yet is nobody’s divergence', async () => {
  await aDossier({ status: 'submitted' })
  expect(await run()).toMatchObject({ compared: 1, divergences: [] })
})

test('R-189: a run that fell over a fault says so, and is not taken for one that still goes on', async () => {
  await aDossier({ status: 'received' })
  await deliverAll()
  outside.misconfigured = true
  await expect(run()).rejects.toThrow('a setting is missing')
  const ended = await transaction(1, (tx) =>
    tx.selectFrom('reconciliations').select(['ended_at', 'problem']).orderBy('started_at', 'desc').executeTakeFirst(),
  )
  expect(ended).toMatchObject({ ended_at: expect.any(Date), problem: 'a setting is missing' })
})
