import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, type LocalDateTime, localDate, toInstant } from '#kernel/local-date.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { switchTo } from './commands/pause.ts'
import { type By, replay, replayOne, replayRange } from './commands/replay.ts'
import { settle } from './commands/settle.ts'
import { fillDays, percentOf, periodOf } from './figures.ts'
import type { Message, Reply } from './message.ts'
import { listActs } from './store/acts.ts'
import { findConnection } from './store/connections.ts'
import { sumFigures } from './store/figures.ts'
import { findMessage, listAttempts } from './store/lists.ts'
import { messageOf } from './store/messages.ts'
import { administrator, connectTo, deliverAll, TestDestination } from './testing.ts'

useTestDatabase()

let outside: TestDestination
const by = (): By => ({ agencyId: 1, ...administrator() })
const refused: Reply = { outcome: 'refused', answer: '{}', reasons: [{ field: 'MaTTHC', reason: 'không có' }] }

beforeAll(installSample)
beforeEach(async () => {
  setClock()
  outside = new TestDestination()
  await connectTo(outside)
  await transaction(1, (tx) => tx.updateTable('messages').set({ state: 'superseded' }).execute())
  await transaction(1, (tx) => tx.updateTable('connections').set({ state: 'on', rests_until: null }).execute())
})

async function messagesOf(dossierId: string): Promise<Message[]> {
  const rows = await read(1, (tx) =>
    tx.selectFrom('messages').selectAll().where('dossier_id', '=', dossierId).orderBy('seq').orderBy('place').execute(),
  )
  return rows.map(messageOf)
}

/** A received dossier whose first message was refused: progress 1 waits, dossier 2 is refused, progress 2 waits. */
async function aRefusal() {
  outside.replies.push(refused)
  const dossier = await aDossier({ status: 'received' })
  await deliverAll()
  const [submitted, whole, received] = await messagesOf(dossier.id)
  if (!submitted || !whole || !received) throw new Error('three messages expected')
  return { dossier, submitted, whole, received }
}

const now = (id: number) => read(1, (tx) => findMessage(tx, 1, id))
const actsOf = (id: number) => read(1, (tx) => listActs(tx, { agencyId: 1, id }))

describe('sending again', () => {
  test('R-186: a refused message is composed anew, arrives, and keeps the attempts it had', async () => {
    const { whole, submitted } = await aRefusal()
    const who = by()
    await replayOne(who, whole.id)
    expect(await now(whole.id)).toMatchObject({ state: 'waiting', payload: undefined, reasons: [], attempts: 1 })
    await deliverAll()
    expect(await now(whole.id)).toMatchObject({ state: 'acknowledged', attempts: 2 })
    expect(await now(submitted.id)).toMatchObject({ state: 'acknowledged' })
    const attempts = await read(1, (tx) => listAttempts(tx, whole))
    expect(attempts.map(({ number, outcome }) => `${number} ${outcome}`)).toEqual(['2 acknowledged', '1 refused'])
    expect(await actsOf(whole.id)).toEqual([
      { act: 'replayed', at: expect.any(Date), officerId: who.officerId, reason: who.reason },
    ])
  })

  test('a second click changes nothing and is not written down', async () => {
    const { whole } = await aRefusal()
    await Promise.all([
      replayOne(by(), whole.id).catch(() => undefined),
      replayOne(by(), whole.id).catch(() => undefined),
    ])
    await replayOne(by(), whole.id)
    expect(await actsOf(whole.id)).toHaveLength(1)
    await deliverAll()
    expect(outside.reached.filter(({ id }) => id === whole.id)).toHaveLength(2)
  })

  test('what was acknowledged is never said again, and what waits for another message keeps waiting', async () => {
    const { whole, submitted } = await aRefusal()
    expect(await replay(by(), [submitted.id])).toEqual({
      done: [],
      left: [{ id: submitted.id, why: 'waits-for-another' }],
    })
    await replayOne(by(), whole.id)
    await deliverAll()
    const reached = outside.reached.length
    await expect(replayOne(by(), whole.id)).rejects.toMatchObject({ code: 'exchange.cannot-be-replayed' })
    await deliverAll()
    expect(outside.reached).toHaveLength(reached)
  })

  test('a settled dossier is not sent again after a later one arrived: the other side never goes back', async () => {
    const { whole, dossier } = await aRefusal()
    await settle(by(), [whole.id])
    const { startProcessing, getDossierAsSystem } = await import('#rooms/dossiers/index.ts')
    const step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' }, unitId: dossier.receivingUnitId }
    await transaction(1, async (tx) =>
      startProcessing(tx, await getDossierAsSystem(tx, 1, dossier.id), { actor: { kind: 'system' }, step }),
    )
    await deliverAll()
    expect(await replay(by(), [whole.id])).toEqual({ done: [], left: [{ id: whole.id, why: 'said-by-later' }] })
  })

  test('while the sender holds a message of the dossier, nothing older is let loose', async () => {
    const { whole, received } = await aRefusal()
    await transaction(1, async (tx) => {
      await tx.selectFrom('messages').select('id').where('id', '=', received.id).forUpdate().execute()
      expect(await replay(by(), [whole.id])).toEqual({ done: [], left: [{ id: whole.id, why: 'busy' }] })
    })
    expect((await replay(by(), [whole.id])).done).toEqual([whole.id])
  })

  test('one that only waits for its next try leaves at once, and says what it said when it may have arrived', async () => {
    outside.replies.push('lost answer')
    const dossier = await aDossier({ status: 'received' })
    await deliverAll()
    const [, whole] = await messagesOf(dossier.id)
    if (!whole) throw new Error('no message')
    await replayOne(by(), whole.id)
    expect(await now(whole.id)).toMatchObject({ state: 'waiting', payload: whole.payload, uncertain: true })
    expect((await actsOf(whole.id)).map(({ act }) => act)).toEqual(['hastened'])
    await transaction(1, (tx) => tx.updateTable('connections').set({ rests_until: null }).execute())
    await deliverAll()
    expect(outside.reached.filter(({ id }) => id === whole.id)).toHaveLength(1)
  })

  test('a range takes what was refused or given up in it: its end is not part of it', async () => {
    const [first, last] = [await aRefusal(), await aRefusal()]
    const at = (text: string) => new Date(`2026-03-0${text}+07:00`)
    const caused = (id: number, moment: Date) =>
      transaction(1, (tx) => tx.updateTable('messages').set({ caused_at: moment }).where('id', '=', id).execute())
    await caused(first.whole.id, at('1T00:00:00'))
    await caused(last.whole.id, at('3T00:00:00'))
    const days = {
      destination: 'national-portal',
      period: periodOf(localDate('2026-03-01'), localDate('2026-03-02')),
    } as const
    expect((await replayRange(by(), days)).done).toEqual([first.whole.id])
    expect(await now(last.whole.id)).toMatchObject({ state: 'refused' })
  })
})

describe('settling', () => {
  test('R-186: who and why stay with the message, the first reason stands, and it can be sent after all', async () => {
    const { whole } = await aRefusal()
    const first = by()
    await settle(first, [whole.id])
    await settle({ ...by(), reason: 'Lý do khác' }, [whole.id])
    expect(await now(whole.id)).toMatchObject({
      state: 'settled',
      settledBy: first.officerId,
      settledReason: first.reason,
    })
    await replayOne(by(), whole.id)
    await deliverAll()
    expect(await now(whole.id)).toMatchObject({ state: 'acknowledged', settledBy: undefined })
    expect((await actsOf(whole.id)).map(({ act }) => act)).toEqual(['replayed', 'settled'])
  })

  test('what the other side acknowledged cannot be settled, nor can another agency reach it', async () => {
    const { whole } = await aRefusal()
    expect((await settle({ ...by(), agencyId: 2 }, [whole.id])).done).toEqual([])
    await replayOne(by(), whole.id)
    await deliverAll()
    expect(await settle(by(), [whole.id])).toEqual({ done: [], left: [{ id: whole.id, why: 'acknowledged' }] })
  })
})

test('R-236: a paused connection keeps everything and sends nothing; resumed, all of it leaves', async () => {
  await switchTo(by(), 'national-portal', 'paused')
  await switchTo(by(), 'national-portal', 'paused')
  const dossier = await aDossier({ status: 'received' })
  await deliverAll()
  expect(outside.reached).toEqual([])
  await switchTo(by(), 'national-portal', 'on')
  await deliverAll()
  expect((await messagesOf(dossier.id)).every(({ state }) => state === 'acknowledged')).toBe(true)
  expect(await read(1, (tx) => findConnection(tx, 'national-portal'))).toMatchObject({ state: 'on', failures: 0 })
  const acts = await read(1, (tx) =>
    tx.selectFrom('exchange_acts').select('act').where('message_id', 'is', null).execute(),
  )
  expect(acts.map(({ act }) => act).sort()).toEqual(['paused', 'resumed'])
})

describe('the figures of synchronisation', () => {
  const day = localDate('2026-05-06')
  const at = (time: string) => toInstant(`${day}T${time}` as LocalDateTime)

  async function tell(
    times: readonly [caused: string, minutes: number | undefined][],
    state = 'acknowledged' as const,
  ) {
    const rows = times.map(([time, minutes], index) => ({
      ...{ agency_id: 1, direction: 'out' as const, destination: 'emc' as const, service: 'TrackingMCDT' },
      ...{ contract_version: '1', key: `figures ${time} ${index}`, due_at: at(time), caused_at: at(time) },
      state: minutes === undefined ? ('refused' as const) : state,
      acknowledged_at: minutes === undefined ? null : new Date(at(time).getTime() + minutes * 60_000),
    }))
    await transaction(1, (tx) => tx.insertInto('messages').values(rows).execute())
  }

  test('QĐ 766: shares are of what was told, periods are half open, the young are not judged yet, and nothing is no data', async () => {
    await tell([
      ['00:00', 14],
      ['08:00', 15],
      ['09:00', 23 * 60],
      ['10:00', undefined],
      ['23:59', 1],
    ])
    const period = periodOf(day, day)
    const now = new Date(at('23:59').getTime() + 5 * 60_000)
    const asked = { agencyId: 1, destination: 'emc', period } as const
    const [young] = await read(1, (tx) => sumFigures(tx, { ...asked, now }))
    // A minute before midnight is told, but its fifteen minutes are not over; of the day itself only midnight is.
    expect(young).toEqual({
      day,
      service: 'TrackingMCDT',
      soon: { told: 4, inTime: 1 },
      day1: { told: 1, inTime: 1 },
    })
    const later = new Date(now.getTime() + 3 * 24 * 3_600_000)
    const [old] = await read(1, (tx) => sumFigures(tx, { ...asked, now: later }))
    expect(old).toMatchObject({ soon: { told: 5, inTime: 2 }, day1: { told: 5, inTime: 4 } })
    const before = periodOf(addDays(day, -1), addDays(day, -1))
    expect(await read(1, (tx) => sumFigures(tx, { ...asked, period: before, now: later }))).toEqual([])
    const range = { from: addDays(day, -1), to: day, services: ['TrackingMCDT'] }
    const rows = fillDays(old ? [old] : [], range)
    expect(rows.map(({ soon }) => percentOf(soon))).toEqual([40, undefined])
  })
})
