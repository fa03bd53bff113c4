import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { projectPath } from '#platform/config/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { installService, procedureRoutes } from '../../index.ts'
import { anInstallable } from '../../testing.ts'

useTestDatabase()

const HERE = '/procedures/1.004873/check'
const ENGLISH = { host: 'e-services.sampleprovince.localhost' }

let site: TestApp

beforeAll(async () => {
  const check = JSON.parse(readFileSync(projectPath('services/1.004873/check.json'), 'utf8'))
  await transaction(1, async (tx) => {
    await installService(tx, 1, { ...anInstallable({ code: '1.004873' }), check } as never)
    await installService(tx, 1, anInstallable({ code: '2.000689' }))
  })
  site = await createTestApp([procedureRoutes])
})

test('asks one thing at a time and answers with a reason, its law and the way on, without sign-in', async () => {
  const first = await site.get(HERE)
  expect(first.statusCode).toBe(200)
  expect(first.body).toContain('Giấy xác nhận cho thời gian cư trú ở đâu?')
  expect(first.body).not.toContain('Người được cấp giấy thường trú ở đâu?')
  const second = await site.get(`${HERE}?at=period&period=vietnam`)
  expect(second.body).toContain('Người được cấp giấy thường trú ở đâu?')
  expect(second.body).toContain('<input type="hidden" name="period" value="vietnam"/>')
  const yes = await site.get(`${HERE}?period=vietnam&residence=here&purpose=other`)
  expect(yes.body).toContain('Có, bạn làm thủ tục này')
  expect(yes.body).toContain('Nghị định 123/2015/NĐ-CP, Điều 21')
  expect(yes.body).toContain('href="/procedures/1.004873/apply"')
  expect(yes.body).toContain(`href="${HERE}?period=vietnam"`)
})

test('says which service it is instead, in both languages', async () => {
  const no = await site.get(`${HERE}?period=abroad`, ENGLISH)
  expect(no.body).toContain('No, you need another service')
  expect(no.body).toContain('href="/procedures/2.000689"')
  expect(no.body).not.toContain('href="/procedures/1.004873/apply"')
})

test('sent without an answer, the same question comes back', async () => {
  const again = await site.get(`${HERE}?at=period`)
  expect([again.statusCode, again.body.includes('Chọn một câu trả lời.')]).toEqual([422, true])
  expect((await site.get('/procedures/2.000689/check')).statusCode).toBe(404)
  expect((await site.get('/procedures/9.999999/check')).statusCode).toBe(404)
})
