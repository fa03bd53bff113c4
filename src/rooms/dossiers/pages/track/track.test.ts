import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { refOf } from '../../dossier.ts'
import { dossierRoutes, isLegal } from '../../index.ts'
import { aCitizen, aDossier, installSample } from '../../testing.ts'
import { ENGLISH, faultsIn } from '../testing.ts'

useTestDatabase()
let site: TestApp
beforeAll(async () => {
  await installSample()
  site = await createTestApp([dossierRoutes])
})

const SECRETS = [
  'Hà Thị Mẫu',
  '0900000012',
  '000198000012',
  'Để thử',
  'mau@example.test',
  'Trần Văn Thử',
  'Cấp Giấy xác nhận mẫu',
  'Thẩm tra',
  'Ủy ban nhân dân xã Mẫu An',
]
const STATUSES = [
  'submitted',
  'received',
  'refused',
  'processing',
  'awaiting-supplement',
  'withdrawn',
  'result-ready',
  'returned',
] as const

describe('looking a dossier up without signing in', () => {
  test.each(STATUSES)(
    'R-037: a dossier that is %s shows code, stage and dates, and nothing about a person',
    async (status) => {
      const dossier = await aDossier({ status })
      for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
        const page = await site.get(`/track/${refOf(dossier)}`, { host })
        expect(page.statusCode).toBe(200)
        expect(page.body).toContain(refOf(dossier))
        for (const secret of [...SECRETS, 'Sample certificate']) expect(page.body).not.toContain(secret)
        expect(faultsIn(page.body)).toEqual([])
      }
      const api = await site.get(`/api/v1/dossiers/${refOf(dossier)}/status`)
      expect(api.json()).toMatchObject({ code: refOf(dossier), status })
      for (const secret of SECRETS) expect(api.body).not.toContain(secret)
    },
  )

  test('the date and why it is that date', async () => {
    const page = await site.get(`/track/${refOf(await aDossier({ status: 'received' }))}`)
    expect(page.body).toContain('Hẹn trả kết quả')
    expect(page.body).toContain('id="why-this-date"')
    expect(page.body).toContain('aria-current="step"')
  })

  test.each(STATUSES)('R-062: a dossier that is %s offers to be withdrawn only where that is legal', async (status) => {
    const ref = refOf(await aDossier({ status }))
    const page = await site.get(`/track/${ref}`)
    expect(page.body.includes(`/my/dossiers/${ref}/withdraw`)).toBe(isLegal('withdraw', status))
  })

  test('no code in a hint is broken at its hyphens', async () => {
    expect((await site.get('/track')).body).toContain('<span class="nb num">TN-261123-004217</span>')
  })

  test('the owner is led to everything else', async () => {
    const viewer = aCitizen()
    const ref = refOf(await aDossier({ status: 'received', citizen: viewer }))
    expect((await site.get(`/track/${ref}`, { viewer })).body).toContain(`href="/my/dossiers/${ref}"`)
    expect((await site.get(`/track/${ref}`)).body).toContain(
      `/sign-in?return=${encodeURIComponent(`/my/dossiers/${ref}`)}`,
    )
  })

  test('the temporary code leads to the real one after reception', async () => {
    const dossier = await aDossier({ status: 'received' })
    const answer = await site.get(`/track/${dossier.temporaryCode}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/track/${dossier.code}`])
  })
})

describe('codes that lead nowhere', () => {
  test('an unknown code says so, keeps what was typed, and is 404', async () => {
    const page = await site.get('/track/H99.12-261119-9999')
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain('Chưa thấy hồ sơ nào có mã H99.12-261119-9999')
    expect(page.body).toContain('value="H99.12-261119-9999"')
  })

  test('the code of another agency’s dossier is unknown here', async () => {
    const ref = refOf(await aDossier({ status: 'received' }))
    const host = 'dichvucong.bomau.localhost'
    expect((await site.get(`/track/${ref}`, { host })).statusCode).toBe(404)
    const api = await site.get(`/api/v1/dossiers/${ref}/status`, { host })
    expect([api.statusCode, api.json().code]).toEqual([404, 'dossiers.no-such-dossier'])
  })

  test.each([
    ['', 'Nhập mã hồ sơ'],
    ['abc', 'chưa đúng dạng'],
    ['<script>alert(1)</script>', '&lt;script'],
  ])('typing %j is answered at the field', async (typed, words) => {
    const page = await site.get(`/track?code=${encodeURIComponent(typed)}`)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(words)
    expect(page.body).not.toContain('<script>alert')
  })

  test('R-069: small letters, spaces and both orders of the unit code are read', async () => {
    const go = async (typed: string) => (await site.get(`/track?code=${encodeURIComponent(typed)}`)).headers.location
    expect(await go(' h99.12 - 261119 - 0007 ')).toBe('/track/H99.12-261119-0007')
    expect(await go('000.00.06.h56-231027-0361')).toBe('/track/000.00.06.H56-231027-0361')
    expect(await go('tn-261123-004217')).toBe('/track/TN-261123-004217')
  })
})
