import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { deliver } from './commands/deliver.ts'
import type { Message } from './message.ts'
import { messageOf } from './store/messages.ts'
import { connectTo, deliverAll, TestDestination } from './testing.ts'

useTestDatabase()

let outside: TestDestination
let minutes = 0
beforeAll(installSample)
beforeEach(async () => {
  outside = new TestDestination()
  await connectTo(outside)
  await transaction(1, (tx) => tx.updateTable('messages').set({ state: 'superseded' }).execute())
  await transaction(1, (tx) => tx.updateTable('connections').set({ rests_until: null, failures: 0 }).execute())
})

/** Time passes: what waits for another try is due. */
function later(by = 20): void {
  minutes += by
  const shift = minutes * 60_000
  setClock(() => new Date(Date.now() + shift))
}

async function messagesOf(dossierId: string): Promise<Message[]> {
  const rows = await read(1, (tx) =>
    tx.selectFrom('messages').selectAll().where('dossier_id', '=', dossierId).orderBy('seq').orderBy('place').execute(),
  )
  return rows.map(messageOf)
}

const said = (messages: readonly Message[]) => messages.map(({ service, seq }) => `${seq} ${service}`)

describe('the ledger', () => {
  test('R-186: every act writes its messages, and they leave in the order of the log', async () => {
    const dossier = await aDossier({ status: 'returned' })
    await deliverAll()
    expect(said(outside.reached)).toEqual([
      '2 DongBoHoSoMC',
      '1 CapNhatTienDoHoSoMC',
      '2 CapNhatTienDoHoSoMC',
      '3 DongBoHoSoMC',
      '3 CapNhatTienDoHoSoMC',
      '4 DongBoHoSoMC',
      '4 CapNhatTienDoHoSoMC',
      '5 DongBoHoSoMC',
      '5 CapNhatTienDoHoSoMC',
    ])
    expect(new Set((await messagesOf(dossier.id)).map(({ state }) => state))).toEqual(new Set(['acknowledged']))
  })

  test('an act that does not happen sends nothing', async () => {
    const dossier = await aDossier({ status: 'received' })
    const before = await messagesOf(dossier.id)
    await expect(
      transaction(1, async (tx) => {
        const { recordStep, getDossierAsSystem } = await import('#rooms/dossiers/index.ts')
        const step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' } }
        await recordStep(tx, await getDossierAsSystem(tx, 1, dossier.id), {
          actor: { kind: 'system' },
          action: 'x',
          step,
        })
        throw new Error('the act fails after all')
      }),
    ).rejects.toThrow('after all')
    expect(await messagesOf(dossier.id)).toEqual(before)
  })

  test('progress waits until the dossier is known over there, and a refused dossier does not hold up the next one', async () => {
    outside.replies.push({ outcome: 'refused', answer: '', reasons: [{ field: 'MaTTHC', reason: 'không có' }] })
    const dossier = await aDossier({ status: 'received' })
    const other = await aDossier({ status: 'received' })
    await deliverAll()
    const [first] = await messagesOf(dossier.id)
    expect((await messagesOf(dossier.id)).map(({ state }) => state)).toEqual(['waiting', 'refused', 'waiting'])
    expect(first?.dueAt).toBeUndefined()
    expect((await messagesOf(dossier.id))[1]?.reasons).toEqual([{ field: 'MaTTHC', reason: 'không có' }])
    expect((await messagesOf(other.id)).map(({ state }) => state)).toEqual([
      'acknowledged',
      'acknowledged',
      'acknowledged',
    ])
  })

  test('a later whole says what a refused one could not', async () => {
    outside.replies.push({ outcome: 'refused', answer: '', reasons: [] })
    const dossier = await aDossier({ status: 'result-ready' })
    await deliverAll()
    const states = (await messagesOf(dossier.id)).map(({ service, state }) => `${service} ${state}`)
    expect(states.filter((one) => one === 'DongBoHoSoMC superseded')).toHaveLength(1)
    expect(states.filter((one) => one.startsWith('CapNhat') && !one.endsWith('acknowledged'))).toEqual([])
  })

  test('R-236: while the other side is silent nothing is lost, nobody is asked twice, and all of it arrives afterwards', async () => {
    outside.replies.push('silence', 'silence')
    const dossier = await aDossier({ status: 'returned' })
    await deliverAll()
    expect(outside.reached).toEqual([])
    // It rests: not even the first message tries again before the rest is over.
    expect(await deliver(1, 'national-portal')).toBe(0)
    later()
    await deliverAll()
    later()
    await deliverAll()
    expect(outside.reached).toHaveLength(9)
    expect((await messagesOf(dossier.id)).every(({ state }) => state === 'acknowledged')).toBe(true)
  })

  test('an answer that was lost is asked for before anything is sent again', async () => {
    outside.replies.push({ outcome: 'acknowledged', answer: '' }, 'lost answer')
    await aDossier({ status: 'received' })
    await deliverAll()
    later()
    await deliverAll()
    expect(said(outside.reached)).toEqual(['2 DongBoHoSoMC', '1 CapNhatTienDoHoSoMC', '2 CapNhatTienDoHoSoMC'])
  })

  test('a worker that died while sending leaves a message in doubt, and the next one takes it up', async () => {
    const dossier = await aDossier({ status: 'received' })
    const past = new Date(Date.now() - 60_000)
    await transaction(1, (tx) =>
      tx
        .updateTable('messages')
        .set({ state: 'sent', leased_until: past, attempts: 1 })
        .where('dossier_id', '=', dossier.id)
        .where('service', '=', 'DongBoHoSoMC')
        .execute(),
    )
    later()
    await deliverAll()
    expect((await messagesOf(dossier.id)).map(({ state }) => state)).toEqual([
      'acknowledged',
      'acknowledged',
      'acknowledged',
    ])
  })

  test('answers that nobody can read end with a person, not with a thousand tries', async () => {
    for (let n = 0; n < 8; n += 1) outside.replies.push({ outcome: 'puzzling', answer: '<html>' })
    const dossier = await aDossier({ status: 'received' })
    for (let n = 0; n < 10; n += 1) {
      await deliverAll()
      later()
    }
    expect((await messagesOf(dossier.id))[1]).toMatchObject({ state: 'dead', puzzles: 8, attempts: 8 })
  })

  test('a second attempt says what the first one said', async () => {
    outside.replies.push('lost answer')
    const dossier = await aDossier({ status: 'received' })
    await deliverAll()
    const first = (await messagesOf(dossier.id))[1]?.payload
    later()
    await deliverAll()
    expect((await messagesOf(dossier.id))[1]?.payload).toEqual(first)
    expect(first).toEqual({ service: 'DongBoHoSoMC', seq: 2 })
  })

  test('a message that cannot be composed is a matter of its own: the others leave', async () => {
    outside.broken = 3
    const dossier = await aDossier({ status: 'returned' })
    await deliverAll()
    const states = (await messagesOf(dossier.id)).map(({ seq, state, problem }) => [seq, state, problem])
    expect(states.filter(([seq]) => seq === 3)).toEqual([
      // A later whole has said it; the line of progress is for a person.
      [3, 'superseded', 'said-by-a-later-one'],
      [3, 'dead', 'the field is unknown'],
    ])
    expect(states.filter(([seq]) => seq !== 3).every(([, state]) => state === 'acknowledged')).toBe(true)
  })

  test('two workers never send one message twice', async () => {
    await Promise.all([
      aDossier({ status: 'returned' }),
      aDossier({ status: 'returned' }),
      aDossier({ status: 'received' }),
    ])
    await Promise.all([deliverAll(), deliverAll(), deliverAll()])
    await deliverAll()
    const ids = outside.reached.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(9 + 9 + 3)
  })

  test('what another agency does is none of this agency’s messages', async () => {
    await aDossier({ status: 'received' })
    expect(await read(2, (tx) => tx.selectFrom('messages').selectAll().execute())).toEqual([])
    expect(await deliver(2, 'national-portal')).toBe(0)
  })
})
