import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { findEmbedded } from '#platform/db/embedded.ts'
import { closeDatabase, connectDatabase, transaction } from '#platform/db/index.ts'
import { canKill, killEverything, killPart } from './killing.ts'
import { type MortalPortal, startMortalPortal } from './portal.ts'
import { officerSession, peopleBeforeSending } from './prepared.ts'
import { letStormLoose, type Promised, takeToken } from './storm.ts'

const PATIENCE = 600_000

async function rows<T>(statement: ReturnType<typeof sql<T>>): Promise<T[]> {
  return transaction(1, async (tx) => (await statement.execute(tx)).rows)
}

describe.runIf(canKill)('nothing is lost', () => {
  let portal: MortalPortal
  let officer: string
  /** Everything that was promised since the portal began. */
  const all: Promised = { filed: new Map(), received: new Map(), unanswered: 0 }

  const connect = async () => {
    const address = await findEmbedded(join(portal.directory, 'postgres'))
    if (!address) throw new Error('the database of the portal was not found')
    connectDatabase(address, 4)
  }
  const connectAnew = async () => {
    await closeDatabase()
    await connect()
  }

  beforeAll(async () => {
    portal = await startMortalPortal()
    await connect()
    officer = await officerSession('tran-van-thu')
  }, PATIENCE)
  beforeEach(() => {
    onTestFailed(() => console.log(`The portal said last:\n${portal.said().slice(-6000)}`))
  })
  afterAll(async () => {
    await closeDatabase()
    await portal?.stop()
  }, PATIENCE)

  async function storm(number: number, crashes: Record<number, () => void>): Promise<void> {
    const people = await peopleBeforeSending(number)
    const first = people[0]
    if (!first) return
    const form = await takeToken(portal, first)
    const promised = await letStormLoose(portal, {
      people,
      officer,
      form,
      onFiled: (filed) => crashes[filed]?.(),
    })
    expect(promised.filed.size).toBe(number)
    expect(promised.unanswered, 'somebody was cut off, or nothing is shown here').toBeGreaterThan(0)
    for (const [draft, ref] of promised.filed) all.filed.set(draft, ref)
    for (const [ref, code] of promised.received) all.received.set(ref, code)
  }

  async function expectNothingLost(): Promise<void> {
    const filed = await rows(sql<{ draft: string; ref: string }>`
      select k.key as draft, d.temporary_code as ref from idempotency_keys k
        join dossiers d on d.agency_id = k.agency_id and d.id = k.dossier_id`)
    expect(new Map(filed.map(({ draft, ref }) => [draft, ref]))).toEqual(all.filed)
    const [dossiers] = await rows(sql<{ number: number }>`select count(*) as number from dossiers`)
    expect(dossiers?.number).toBe(all.filed.size)

    const received = await rows(sql<{ ref: string; code: string; number: number }>`
      select d.temporary_code as ref, r.code, r.number from receipts r
        join dossiers d on d.agency_id = r.agency_id and d.id = r.dossier_id and d.code = r.code order by r.number`)
    expect(received.map(({ number }) => number)).toEqual(received.map((_one, index) => index + 1))
    expect(new Set(received.map(({ code }) => code)).size).toBe(received.length)
    const codes = new Map(received.map(({ ref, code }) => [ref, code]))
    expect([...codes.keys()].sort()).toEqual([...all.received.keys()].sort())
    for (const [ref, code] of all.received) if (code !== 'already') expect(codes.get(ref)).toBe(code)

    // `log verify` walks every chain. Each dossier was submitted once, and each receipt is an entry.
    const entries = await rows(sql<{ type: string; number: number }>`
      select type, count(*) as number from dossier_log group by type`)
    const times = new Map(entries.map(({ type, number }) => [type, number]))
    expect(times.get('dossier.submitted')).toBe(all.filed.size)
    expect(times.get('dossier.received')).toBe(all.received.size)
    expect(JSON.parse(portal.command('log', 'verify', '--json'))).toMatchObject({
      ok: true,
      dossiers: all.filed.size,
      broken: [],
    })
  }

  /** Also what the worker held when it was killed: each person is told of each act, once. */
  async function expectEverybodyTold(): Promise<void> {
    const told = () =>
      rows(sql<{ occasion: string; number: number }>`
      select occasion, count(*) as number from notices group by occasion order by occasion desc`)
    await expect.poll(told, { timeout: 300_000, interval: 250 }).toEqual([
      { occasion: 'submitted', number: all.filed.size },
      { occasion: 'received', number: all.received.size },
    ])
    const left = () => rows(sql<{ number: number }>`select count(*) as number from work_items`)
    await expect.poll(left, { timeout: 300_000, interval: 250 }).toEqual([{ number: all.received.size }])
  }

  test('R-061: kill -9 of the web process in the middle of 500 filings', { timeout: PATIENCE }, async () => {
    await storm(500, { 150: () => killPart(portal.pid(), 'web'), 350: () => killPart(portal.pid(), 'web') })
    await expectNothingLost()
  })

  test('kill -9 of PostgreSQL in the middle of filing', { timeout: PATIENCE }, async () => {
    await storm(120, { 50: () => killPart(portal.pid(), 'database') })
    await connectAnew()
    await expectNothingLost()
  })

  test('kill -9 of everything at once in the middle of filing', { timeout: PATIENCE }, async () => {
    const again: Promise<void>[] = []
    const crash = () => {
      killEverything(portal.pid())
      again.push(portal.startAgain())
    }
    await storm(120, { 30: () => killPart(portal.pid(), 'worker'), 60: crash })
    await Promise.all(again)
    await connectAnew()
    await expectNothingLost()
    await expectEverybodyTold()
  })
})
