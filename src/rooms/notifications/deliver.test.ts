import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { config } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { aCitizen } from '#rooms/identity/testing.ts'
import { chooseFromNowOn } from './commands/choose.ts'
import { deliver } from './commands/deliver.ts'
import { notify } from './commands/notify.ts'
import { changeDelivery, insertDelivery } from './store/deliveries.ts'
import { listNotices } from './store/notices.ts'
import { aNotice, deliveriesOf, openSandboxChannel } from './testing.ts'

useTestDatabase()

/** A mail server that says what it is told to say. */
let server: Server
let letters: string[] = []
let replies: ('550' | '451' | 'lost answer')[] = []

function converse(socket: Socket): void {
  let isData = false
  let text = ''
  socket.on('error', () => undefined)
  socket.write('220 test\r\n')
  socket.on('data', (chunk) => {
    text += chunk
    if (isData) {
      if (!text.endsWith('\r\n.\r\n')) return
      isData = false
      letters.push(text)
      if (replies.shift() === 'lost answer') return void socket.destroy()
      socket.write('250 kept\r\n')
    } else {
      const reply = text.startsWith('RCPT') && replies[0] !== 'lost answer' ? replies.shift() : undefined
      isData = text.startsWith('DATA')
      socket.write(reply ? `${reply} no\r\n` : isData ? '354 go on\r\n' : '250 ok\r\n')
    }
    text = ''
  })
}

beforeAll(async () => {
  server = createServer(converse)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  config.SMTP_URL = `smtp://localhost:${typeof address === 'object' ? address?.port : 0}?ignoreTLS=true`
})
afterEach(() => {
  setClock()
  letters = []
  replies = []
})
afterAll(() => server.close())

async function tell(person = aCitizen()) {
  const notice = aNotice({ personId: (await person).personId })
  await notify(notice)
  const id = (await deliveriesOf(notice.key))[0]?.notice_id ?? ''
  return { notice, key: { agencyId: 1, id, channel: 'email' } as const, fate: () => deliveriesOf(notice.key) }
}

test('R-158: a letter is sent once, and its state is kept', async () => {
  const { notice, key, fate } = await tell()
  await notify(notice)
  await deliver(key)
  await deliver(key)
  expect(letters).toHaveLength(1)
  expect(letters[0]).toContain(`<${key.id}@motcua>`)
  expect(await fate()).toMatchObject([{ channel: 'email', state: 'sent', attempts: 1 }])
})

test('a letter whose answer was lost goes out again under its own number', async () => {
  replies = ['lost answer']
  const { key, fate } = await tell()
  await deliver(key)
  expect(await fate()).toMatchObject([{ state: 'waiting', reason: 'not-reached' }])
  await deliver(key)
  expect(letters.filter((letter) => letter.includes(`<${key.id}@motcua>`))).toHaveLength(2)
  expect(await fate()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('a mailbox that is full is tried again; one that does not exist is not, and SMS is next', async () => {
  await openSandboxChannel('http://localhost:9', 'viettel')
  replies = ['451']
  const { key, fate } = await tell()
  await deliver(key)
  expect(await fate()).toMatchObject([{ channel: 'email', state: 'waiting' }])
  replies = ['550']
  await deliver(key)
  expect(await fate()).toMatchObject([
    { channel: 'email', state: 'refused', reason: 'address' },
    { channel: 'sms', state: 'waiting' },
  ])
})

test('after a crash a letter is sent again, and a text message is not: it may have arrived', async () => {
  const { key, fate } = await tell()
  const sms = { ...key, channel: 'sms' } as const
  await transaction(1, async (tx) => {
    await insertDelivery(tx, sms, { address: '84000000001', dueAt: new Date() })
    const left = { state: 'sending', leased_until: new Date(Date.now() - 1), attempts: 1 } as const
    await changeDelivery(tx, key, left)
    await changeDelivery(tx, sms, left)
  })
  await deliver(sms)
  await deliver(key)
  expect(letters).toHaveLength(1)
  expect(await fate()).toMatchObject([
    { channel: 'email', state: 'sent', attempts: 2 },
    { channel: 'sms', state: 'unknown', attempts: 1 },
  ])
})

test('what somebody else is sending is left to them', async () => {
  const { key, fate } = await tell()
  await transaction(1, (tx) =>
    changeDelivery(tx, key, { state: 'sending', leased_until: new Date(Date.now() + 60_000) }),
  )
  await deliver(key)
  expect(letters).toHaveLength(0)
  expect(await fate()).toMatchObject([{ state: 'sending' }])
})

test('who wants the portal only is told there and nowhere else', async () => {
  const person = await aCitizen()
  await chooseFromNowOn(person, ['pigeon'])
  const { notice } = await tell(Promise.resolve(person))
  expect(await deliveriesOf(notice.key)).toEqual([])
  expect(await read(1, (tx) => listNotices(tx, person.personId))).toMatchObject([{ ref: notice.ref, deliveries: [] }])
})
