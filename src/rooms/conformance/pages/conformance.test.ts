import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { setClock } from '#platform/clock/index.ts'
import { config } from '#platform/config/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { type Agency, listAgencies } from '#rooms/agencies/index.ts'
import { createPortal, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { homeRoutes } from '#rooms/procedures/index.ts'
import { countNew } from '#rooms/reporting/index.ts'
import { saveRun } from '#rooms/reporting/store/comparisons.ts'
import { signAt } from '#rooms/signatures/testing.ts'
import type { Scene } from '../commands/checks/look.ts'
import { look, runChecks } from '../commands/run-checks.ts'
import type { CheckName } from '../finding.ts'
import { listChanges, listChecked } from '../store.ts'
import { conformanceRoutes } from './conformance.route.tsx'

useTestDatabase()
const VI = 'dichvucong.tinhmau.localhost'
const EN = 'e-services.sampleprovince.localhost'
const hasIpv6 = networkInterfaces().lo?.some(({ family }) => family === 'IPv6') ?? false
let app: FastifyInstance
let sandbox: RunningSandbox | undefined
let province: Agency

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  signAt(sandbox)
  app = await createPortal([homeRoutes, conformanceRoutes])
  await app.listen({ port: 0, host: hasIpv6 ? '::' : '127.0.0.1' })
  const address = app.server.address()
  config.publicPort = typeof address === 'object' ? address?.port : undefined
  const found = (await asInstallation(listAgencies)).find(({ id }) => id === 1)
  if (!found) throw new Error('no demonstration agency')
  province = found
})
afterEach(() => setClock())
afterAll(async () => {
  await app.close()
  await stopSandbox()
})

async function stopSandbox(): Promise<void> {
  await sandbox?.stop()
  sandbox = undefined
}

const get = (host: string, accept = 'text/html') =>
  app.inject({ method: 'GET', url: '/conformance', headers: { host, accept } })

async function stored(check: CheckName) {
  const one = (await read(1, listChecked)).find((checked) => checked.check === check)
  if (!one) throw new Error(`${check} has not looked`)
  return one
}

function scene(change: Partial<Scene> = {}): Scene {
  const hosts = [{ host: VI, language: 'vi' } as const, { host: EN, language: 'en' } as const]
  const resolve6 = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENODATA' }))
  return { agency: province, hosts, at: new Date(), resolve6, simulated: true, ...change }
}

describe('/conformance', () => {
  test('before the first check nothing is met, and the page says why', async () => {
    const page = await get(VI)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Các phép thử chưa chạy lần nào ở đây')
    const { counts } = (await get(VI, 'application/json')).json<{ counts: Record<string, number> }>()
    expect(counts.met).toBe(0)
  })

  test('R-021: both languages are asked over the network, each on its own host', async () => {
    await runChecks(province, ['languages', 'host-names'])
    expect(await stored('languages')).toMatchObject({ standing: 'met' })
    expect(await stored('host-names')).toMatchObject({ standing: 'partly' })
    expect((await stored('host-names')).evidence.en).toContain('would warn')
    const swapped = scene({ hosts: [{ host: VI, language: 'en' }] })
    expect((await look('languages', swapped)).standing).toBe('not-met')
  })

  test.skipIf(!hasIpv6)(
    'R-022: IPv6 is proven by a connection to [::1]; a demonstration name has no record',
    async () => {
      expect(await look('ipv6', scene())).toMatchObject({ standing: 'partly', facts: { addresses: '[::1]' } })
    },
  )

  test.each([
    ['ENODATA', 'not-met'],
    ['ECONNREFUSED', 'unknown'],
  ])('R-022: a real name whose look-up ends with %s is %s', async (code, standing) => {
    const resolve6 = () => Promise.reject(Object.assign(new Error(code), { code }))
    const hosts = [{ host: 'dichvucong.mau.gov.vn', language: 'vi' as const }]
    expect((await look('ipv6', scene({ hosts, resolve6 }))).standing).toBe(standing)
  })

  test.skipIf(!hasIpv6)('R-022: a real name with a record is reached at its address', async () => {
    const hosts = [{ host: 'dichvucong.mau.gov.vn', language: 'vi' as const }]
    const found = await look('ipv6', scene({ hosts, resolve6: async () => ['::1'] }))
    expect(found).toMatchObject({ standing: 'met', facts: { addresses: '[::1]' } })
  })

  test('R-023: an agency that is connected to nothing is told so', async () => {
    await runChecks(province, ['national-portal', 'measurement'])
    expect(await stored('national-portal')).toMatchObject({ standing: 'not-met', evidence: { en: 'Not connected.' } })
  })

  test('goes red when the signing gateway is stopped, and says since when', async () => {
    setClock(() => new Date('2026-11-25T01:00:00Z'))
    await runChecks(province, ['signing'])
    expect(await stored('signing')).toMatchObject({
      standing: 'partly',
      facts: { gateway: 'answers', timeStamp: 'answers' },
    })

    await stopSandbox()
    for (const time of ['2026-11-25T01:15:00Z', '2026-11-25T01:30:00Z']) {
      setClock(() => new Date(time))
      await runChecks(province, ['signing'])
    }
    const { standing, since, checkedAt } = await stored('signing')
    expect(standing).toBe('not-met')
    expect(since).toEqual(new Date('2026-11-25T01:15:00Z'))
    expect(checkedAt).toEqual(new Date('2026-11-25T01:30:00Z'))
    expect(await read(1, (tx) => listChanges(tx, 10))).toMatchObject([
      { check: 'signing', before: 'partly', standing: 'not-met' },
    ])

    const page = await get(EN)
    expect(page.body).toContain('cannot be reached')
    expect(page.body).toContain('since 08:15, 25/11/2026')
    expect((await get(VI)).body).toContain('từ 08:15, 25/11/2026')
  })

  test('what one agency’s checks found is not shown to another', async () => {
    expect(await read(2, listChecked)).toEqual([])
  })

  test('Articles 15 and 20: figures, equal treatment, reminders and the plan are looked at, and can be found missing', async () => {
    await runChecks(province, ['statistics', 'equal-treatment', 'funding-plan', 'proactive'])
    expect(await stored('statistics')).toMatchObject({ standing: 'not-met' })
    expect(await stored('equal-treatment')).toMatchObject({ standing: 'unknown' })
    expect(await stored('funding-plan')).toMatchObject({ standing: 'not-met' })
    expect(await stored('proactive')).toMatchObject({ standing: 'partly' })
    expect((await stored('proactive')).evidence.en).toMatch(/^\d+ kinds of reminder/)

    while ((await countNew(1)) > 0);
    const comparison = { from: localDate('2025-11-01'), to: localDate('2026-11-01') }
    const found = { procedureCode: '', channel: 'counter', measure: 'finish', dossiers: 90, others: 90 } as const
    const worse = { ...found, tested: undefined, pAdjusted: 0.001, verdict: 'worse' } as const
    await transaction(1, (tx) => saveRun(tx, 1, { period: comparison, comparedAt: new Date(), comparisons: [worse] }))
    await runChecks(province, ['statistics', 'equal-treatment'])
    expect(await stored('statistics')).toMatchObject({ standing: 'met' })
    expect(await stored('equal-treatment')).toMatchObject({ standing: 'not-met', facts: { worse: 1, tested: 1 } })
  })
})
