import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { aMailServer } from '#platform/mail/testing.ts'
import { tellTreatedWorse } from './tell-treated-worse.ts'

useTestDatabase()

let post: Awaited<ReturnType<typeof aMailServer>>
beforeAll(async () => {
  post = await aMailServer()
})
afterAll(() => post.close())

test('R-185: when a way of applying is treated worse, those who lead are written to, each once, under one number', async () => {
  const { letters } = post
  const on = localDate('2026-11-25')
  const alarm = { type: 'reporting.channel-treated-worse', agencyId: 1, procedureCode: '', measure: 'finish' } as const
  await tellTreatedWorse({ ...alarm, channel: 'counter', on })
  const told = letters.map(({ to }) => to)
  expect(told.length).toBeGreaterThan(0)
  expect(new Set(told).size).toBe(told.length)
  expect(told).toContain('nguyen-van-vi@tinhmau.example')
  expect(told).not.toContain('lo-thi-mau@tinhmau.example')

  const numberOf = ({ text }: { text: string }) => /^Message-ID: (.*)$/im.exec(text)?.[1]
  const [first] = letters.map(numberOf)
  letters.length = 0
  await tellTreatedWorse({ ...alarm, channel: 'counter', on })
  expect(letters.map(numberOf)).toContain(first)
})
