import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { toLocal } from '#kernel/local-date.ts'
import { now, setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { type Theirs, useAdapters } from '../adapter.ts'
import { connect } from '../commands/connect.ts'
import { reconcile } from '../commands/reconcile.ts'
import { emc } from '../emc/adapter.ts'
import { exchangeJobs } from '../jobs.ts'
import { listReconciliations } from '../store/reconciliations.ts'
import { deliverAll } from '../testing.ts'
import { exchangeRoutes } from './index.route.tsx'
import { aRefusal, ENGLISH, faultsIn, freshPortal, officer, Portal } from './testing.ts'

useTestDatabase()

const HERE = '/manage/exchange/reconciliation'
const HOUR = 3_600_000

/** The national portal, showing nothing of what it was told. */
class Empty extends Portal {
  async read(): Promise<Theirs | undefined> {
    return undefined
  }
}

/** EMC as its contract has it: it takes events, and says how many it counted. */
let server: Server
let url: string
let answer: { status: number; body: string }
let asked: string[] = []

let site: TestApp
let outside: Portal
beforeAll(async () => {
  // From noon on, so that the hour that is compared is of one day.
  const [noon, began] = [Date.parse('2026-11-25T12:00:00+07:00'), Date.now()]
  setClock(() => new Date(noon + Date.now() - began))
  server = createServer((request, response) => {
    request.resume()
    if (request.method === 'GET') asked.push(request.url ?? '')
    const { status, body } = request.method === 'GET' ? answer : { status: 200, body: '{"error_code":"0"}' }
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}/emc`
  await installSample()
  site = await createTestApp([exchangeRoutes])
  const since = new Date(now().getTime() - HOUR)
  await transaction(1, (tx) =>
    connect(tx, {
      ...{ agencyId: 1, since, destination: 'emc', contractVersion: '1', perMinute: 100_000 },
      settings: { url, siteId: '7' },
    }),
  )
})
afterAll(() => {
  setClock()
  server.close()
})
beforeEach(async () => {
  asked = []
  await freshPortal()
  outside = new Empty()
  useAdapters([outside, emc({ pseudonymKey: 'khóa thử' })])
  await transaction(1, (tx) =>
    tx
      .updateTable('messages')
      .set({ caused_at: new Date(0), acknowledged_at: null, state: 'superseded' })
      .execute(),
  )
})

const period = () => ({ from: new Date(now().getTime() - HOUR), to: new Date(now().getTime() + 1000) })
const day = () => toLocal(now()).slice(0, 10)

test('R-189: what EMC counted is laid beside what it acknowledged, day by day and status by status', async () => {
  await aDossier({ status: 'received' })
  await deliverAll('emc')
  const ours = await read(1, (tx) =>
    tx
      .selectFrom('messages')
      .select('payload')
      .where('destination', '=', 'emc')
      .where('state', '=', 'acknowledged')
      .execute(),
  )
  const byStatus: Record<string, number> = {}
  for (const { payload } of ours) byStatus[String(payload?.Status)] = 1
  answer = { status: 200, body: JSON.stringify({ byStatus }) }
  expect(await reconcile(1, 'emc', period())).toMatchObject({ divergences: [] })
  expect(asked.at(-1)).toBe(`/emc/daily?siteId=7&date=${day()}`)

  answer = { status: 200, body: JSON.stringify({ byStatus: { ...byStatus, 1: 3 } }) }
  const { divergences } = await reconcile(1, 'emc', period())
  expect(divergences).toEqual([
    expect.objectContaining({ ref: `${day()}/1`, field: 'count', ours: '1', theirs: '3', cause: 'unexplained' }),
  ])
})

test('R-189: what EMC was never told is a divergence with its own cause, and figures nobody can read are none', async () => {
  await aDossier({ status: 'received' })
  answer = { status: 200, body: '{"byStatus":{}}' }
  const { divergences } = await reconcile(1, 'emc', period())
  expect(divergences).toEqual([expect.objectContaining({ ref: day(), theirs: '0', cause: 'on-its-way' })])
  for (const body of ['<html>', '{"byStatus":{"1":"x"}}', '{}']) {
    answer = { status: 200, body }
    expect(await reconcile(1, 'emc', period())).toMatchObject({
      compared: 0,
      problem: expect.stringContaining('figures'),
    })
  }
})

test('R-186: the page says what differs, why, since when and what mends it, in both languages', async () => {
  const { whole, ref } = await aRefusal(outside)
  useAdapters([outside, emc({ pseudonymKey: 'khóa thử' })])
  await reconcile(1, 'national-portal', period())
  const keeper = await officer(['administrator'])
  for (const [host, why] of [
    ['dichvucong.tinhmau.localhost', 'Sửa điều bên kia nêu, rồi gửi lại'],
    [ENGLISH, 'Put right what the other side names'],
  ] as const) {
    const { body } = await site.get(`${HERE}?destination=national-portal`, { viewer: keeper, host })
    for (const word of [ref, why, `/manage/exchange/${whole.id}/replay`, 'EMC']) expect(body).toContain(word)
    expect(faultsIn(body)).toEqual([])
  }
  const watcher = await officer(['supervisor'])
  const seen = (await site.get(`${HERE}?destination=national-portal`, { viewer: watcher })).body
  expect([seen.includes(ref), seen.includes('/replay'), seen.includes(`${HERE}/runs`)]).toEqual([true, false, false])
  expect((await site.get(HERE, { viewer: await officer(['desk-officer']) })).statusCode).toBe(403)
})

test('R-189: an administrator asks for it at any time; the run stands in the history', async () => {
  const viewer = await officer(['administrator'])
  const { statusCode, headers } = await site.post(`${HERE}/runs`, { destination: 'national-portal' }, { viewer })
  expect([statusCode, headers.location]).toEqual([303, `${HERE}?destination=national-portal&asked=1`])
  const before = (await read(1, (tx) => listReconciliations(tx, 'national-portal'))).length
  await exchangeJobs['exchange:reconcile-now']({ agencyId: 1, destination: 'national-portal' })
  const after = await read(1, (tx) => listReconciliations(tx, 'national-portal'))
  expect(after.length).toBe(before + 1)
  expect((await site.get(`${HERE}?run=${after[0]?.id}`, { viewer })).statusCode).toBe(200)
  expect((await site.post(`${HERE}/runs`, { destination: 'post' }, { viewer })).statusCode).toBe(404)
})
