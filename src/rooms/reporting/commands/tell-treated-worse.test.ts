import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { config } from '#platform/config/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { tellTreatedWorse } from './tell-treated-worse.ts'

useTestDatabase()

const letters: { to: string[]; text: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, { envelope }, done) {
    const to = envelope.rcptTo.map(({ address }) => address)
    let text = ''
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    stream.on('end', () => {
      letters.push({ to, text })
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  config.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

test('R-185: when a way of applying is treated worse, those who lead are written to, each once, under one number', async () => {
  const on = localDate('2026-11-25')
  const alarm = { type: 'reporting.channel-treated-worse', agencyId: 1, procedureCode: '', measure: 'finish' } as const
  await tellTreatedWorse({ ...alarm, channel: 'counter', on })
  const told = letters.flatMap(({ to }) => to)
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
