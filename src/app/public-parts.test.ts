import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { setCacheVersion } from '#platform/http/index.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { installSample } from '#rooms/dossiers/testing.ts'
import { homeRoutes, procedureRoutes } from '#rooms/procedures/index.ts'
import { countNew } from '#rooms/reporting/commands/count.ts'
import { at, finished, received, submitted, tell, write } from '#rooms/reporting/testing.ts'
import { publicParts } from './public-parts.tsx'

useTestDatabase()
const ENGLISH = { host: 'e-services.sampleprovince.localhost' }
let site: TestApp

beforeAll(async () => {
  setClock(() => new Date('2026-04-02T09:00:00+07:00'))
  await installSample()
  site = await createTestApp([
    (app) => homeRoutes(app, { parts: publicParts }),
    (app) => procedureRoutes(app, { parts: publicParts }),
  ])
})
afterAll(() => setClock())

test('R-016: the year so far stands on the page of the procedure and on the home page, in both languages', async () => {
  const before = (await site.get('/procedures/9.000001')).body
  expect(before).toContain('chưa có hồ sơ nào của thủ tục này')
  expect(before).toContain('/questions/ask?procedure=9.000001')
  expect((await site.get('/', ENGLISH)).body).toContain('No figures yet')

  const lives = Array.from({ length: 20 }, (_, index) =>
    tell([
      submitted(at('2026-03-10T08:00'), { channel: 'online', unit: DEMO.units.mauAn }),
      received(at('2026-03-10T09:00'), index < 5 ? '2026-03-10T10:00' : '2026-03-10T17:00', DEMO.units.mauAn),
      finished(at('2026-03-10T15:00')),
    ]),
  )
  await write(...lives)
  while ((await countNew(1)) > 0);
  setCacheVersion('an hour later')

  // 20 finished, 5 of them late: 75 %.
  const vi = (await site.get('/procedures/9.000001')).body
  expect(vi).toContain('Từ đầu năm 2026 đến nay')
  expect(vi).toMatch(/75\s*%/)
  const home = (await site.get('/', ENGLISH)).body
  expect(home).toContain('How we are doing')
  expect(home).toMatch(/75\s*%/)
})
