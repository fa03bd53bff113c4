import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { anOfficer } from '#rooms/dossiers/testing.ts'
import { menuOf } from '../../navigation.ts'
import { manageRoutes } from './manage.route.tsx'

useTestDatabase()
let site: TestApp
beforeAll(async () => {
  site = await createTestApp([manageRoutes])
})

test('R-045: administrators find their rooms from the desk and from one page; others are not led there', async () => {
  const [keeper, other] = [
    await anOfficer(DEMO.units.province, ['administrator']),
    await anOfficer(DEMO.units.mauAn, ['desk-officer']),
  ]
  const hrefs = (area: 'public' | 'desk' | 'manage', viewer: typeof keeper) =>
    menuOf(area, viewer).map(({ href }) => href)
  expect(hrefs('desk', keeper)).toContain('/manage')
  expect(hrefs('manage', keeper)).toContain('/manage/exchange')
  expect(hrefs('desk', other)).not.toContain('/manage')
  expect(hrefs('public', keeper)).not.toContain('/manage')

  const { body, statusCode } = await site.get('/manage', { viewer: keeper })
  expect(statusCode).toBe(200)
  for (const href of ['/manage/connections', '/manage/exchange', '/manage/components'])
    expect(body).toContain(`"${href}"`)
  const english = await site.get('/manage', { viewer: keeper, host: 'e-services.sampleprovince.localhost' })
  expect(english.body).toContain('<h1>Administration</h1>')
  expect((await site.get('/manage', { viewer: other })).statusCode).toBe(403)
})
