import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { installSample } from '#rooms/dossiers/testing.ts'
import { exchangeRoutes } from '../index.route.tsx'
import { ENGLISH, faultsIn, freshPortal, officer } from '../testing.ts'

useTestDatabase()

const HERE = '/manage/connections'
const SETTINGS = `${HERE}/national-portal/settings`
const fields = (rate: string, from = '', to = '') => ({
  'rate-national-portal': rate,
  'quiet-from-national-portal': from,
  'quiet-to-national-portal': to,
})
const kept = () =>
  read(1, (tx) =>
    tx.selectFrom('connections').select(['per_minute', 'quiet_from', 'quiet_to']).executeTakeFirstOrThrow(),
  )

let site: TestApp
beforeAll(async () => {
  await installSample()
  site = await createTestApp([exchangeRoutes])
})
beforeEach(() => freshPortal())

describe('rate and quiet hours of a connection', () => {
  test('R-186: are set on the page, and it says by whom; empty hours end them', async () => {
    const viewer = await officer(['administrator'])
    expect((await site.post(SETTINGS, fields('120', '22h00', '5:00'), { viewer })).statusCode).toBe(303)
    expect(await kept()).toEqual({ per_minute: 120, quiet_from: '22:00:00', quiet_to: '05:00:00' })
    for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
      const { body } = await site.get(`${HERE}?done`, { viewer, host })
      expect(body).toMatch(/22:00.*05:00/)
      expect(body).toMatch(/Đặt bởi|Set by/)
      expect(faultsIn(body)).toEqual([])
    }
    expect((await site.post(SETTINGS, fields('120'), { viewer })).statusCode).toBe(303)
    expect(await kept()).toEqual({ per_minute: 120, quiet_from: null, quiet_to: null })
  })

  test.each([
    ['no rate', fields('0'), 'rate'],
    ['half of the hours', fields('60', '22:00', ''), 'quiet-to'],
    ['no time of day', fields('60', '25:00', '05:00'), 'quiet-from'],
    ['hours that end where they begin', fields('60', '22:00', '22h00'), 'quiet-to'],
  ])('R-186: %s is refused beside its field, and what was typed stays', async (_what, wrong, field) => {
    const before = await kept()
    const answer = await site.post(SETTINGS, wrong, { viewer: await officer(['administrator']) })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`id="${field}-national-portal-error"`)
    expect(answer.body).toContain(`value="${wrong['rate-national-portal']}"`)
    expect(faultsIn(answer.body)).toEqual([])
    expect(await kept()).toEqual(before)
  })

  test('only who keeps the house sets them, and only for what is connected', async () => {
    const viewer = await officer(['supervisor'])
    expect((await site.post(SETTINGS, fields('60'), { viewer })).statusCode).toBe(403)
    expect((await site.get(HERE, { viewer })).body).not.toContain('rate-national-portal')
    const post = { 'rate-post': '60', 'quiet-from-post': '', 'quiet-to-post': '' }
    const administrator = await officer(['administrator'])
    expect((await site.post(`${HERE}/post/settings`, post, { viewer: administrator })).statusCode).toBe(404)
  })
})
