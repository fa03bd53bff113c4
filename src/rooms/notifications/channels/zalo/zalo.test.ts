import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import {
  aCitizen,
  breakSandbox,
  mendSandbox,
  type RunningSandbox,
  startSandboxProcess,
} from '#rooms/identity/testing.ts'
import { chooseFromNowOn } from '../../commands/choose.ts'
import { deliver } from '../../commands/deliver.ts'
import { authoriseAgain } from '../../commands/keep-channels.ts'
import { notify } from '../../commands/notify.ts'
import { findTokens } from '../../store/zalo-tokens.ts'
import { aNotice, deliveriesOf, openSandboxChannel } from '../../testing.ts'

useTestDatabase()

let sandbox: RunningSandbox
let seen = 0

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  await openSandboxChannel(sandbox.origin, 'zns')
})
beforeEach(async () => {
  await authoriseAgain(1, await newRefreshToken())
  seen = (await calls('')).total
})
afterEach(async () => {
  setClock()
  await mendSandbox(sandbox)
})
afterAll(() => sandbox.stop())

/** What the administrator of the official account gets from Zalo. */
async function newRefreshToken(): Promise<string> {
  const answer = await fetch(`${sandbox.origin}/zalo/_act/refresh-token`, { method: 'POST' })
  return ((await answer.json()) as { refresh_token: string }).refresh_token
}

async function calls(contains: string): Promise<{ total: number; calls: { answer: string }[] }> {
  const answer = await fetch(`${sandbox.origin}/zalo/_state/calls?after=${seen}&contains=${contains}`)
  return (await answer.json()) as { total: number; calls: { answer: string }[] }
}

const refreshes = async () => (await calls('access_token')).calls.length

async function arrived(phone: string): Promise<{ template_data: Record<string, string> }[]> {
  const answer = await fetch(`${sandbox.origin}/zalo/_state/messages`)
  const { messages } = (await answer.json()) as { messages: { phone: string; template_data: Record<string, string> }[] }
  return messages.filter((message) => message.phone === `84${phone.slice(1)}`)
}

let numbers = 200

/** Somebody who asked for Zalo, and something to tell them; it is not sent yet. */
async function aTelling(email?: string) {
  numbers += 1
  const phone = `0000000${numbers}`
  const person = await aCitizen({ email, phone })
  await chooseFromNowOn(person, ['zalo'])
  const notice = aNotice({ personId: person.personId, occasion: 'result-ready' })
  await notify(notice)
  const id = (await deliveriesOf(notice.key))[0]?.notice_id ?? ''
  const key = { agencyId: 1, id, channel: 'zalo' } as const
  const fate = () => deliveriesOf(notice.key)
  return { phone, send: () => deliver(key), fate }
}

const tokens = () => read(1, (tx) => findTokens(tx, 1))
const misbehave = (kind: string, path: string, times = 1) =>
  breakSandbox(sandbox, { target: 'zalo', kind, path, times })

test('R-158: who asked for Zalo is told there, once, and Zalo does not learn their name', async () => {
  const { phone, send, fate } = await aTelling()
  await send()
  await send()
  expect(await fate()).toMatchObject([{ channel: 'zalo', state: 'sent', their_id: expect.any(String) }])
  const messages = await arrived(phone)
  expect(messages).toMatchObject([{ template_data: { name: 'bạn', dossier_code: 'H99.12-261119-0007' } }])
})

test('of many that find no access token, one spends the refresh token and the others use what it brought', async () => {
  const tellings = await Promise.all(Array.from({ length: 8 }, () => aTelling()))
  await Promise.all(tellings.map(({ send }) => send()))
  for (const { fate } of tellings) expect(await fate()).toMatchObject([{ state: 'sent' }])
  expect(await refreshes()).toBe(1)
})

test('near its end the access token is exchanged by one, while the others go on with the old one', async () => {
  await (await aTelling()).send()
  const until = (await tokens())?.access?.until.getTime() ?? 0
  const tellings = await Promise.all(Array.from({ length: 4 }, () => aTelling()))
  setClock(() => new Date(until - 60_000))
  await Promise.all(tellings.map(({ send }) => send()))
  for (const { fate } of tellings) expect(await fate()).toMatchObject([{ state: 'sent' }])
  expect(await refreshes()).toBe(2)
})

test('an access token that was ended over there is exchanged, and the notice sent once', async () => {
  await (await aTelling()).send()
  const { phone, send, fate } = await aTelling()
  await misbehave('session-expired', '/message')
  await send()
  expect(await fate()).toMatchObject([{ state: 'sent', attempts: 1 }])
  expect(await arrived(phone)).toHaveLength(1)
})

test('a refresh that never arrived is made again with the same token', async () => {
  await misbehave('down', '/access_token')
  const { send, fate } = await aTelling()
  await send()
  expect(await fate()).toMatchObject([{ state: 'sent' }])
  expect(await tokens()).toMatchObject({ brokenAt: undefined, doubtfulSince: undefined })
})

test('a refresh whose answer was lost breaks the chain: people are told otherwise, and a person must mend it', async () => {
  await misbehave('lost-answer', '/access_token')
  const { send, fate } = await aTelling('an@nguoidan.example')
  await send()
  expect(await fate()).toMatchObject([
    { channel: 'email', state: 'waiting' },
    { channel: 'zalo', state: 'refused', reason: 'reauthorise' },
  ])
  expect(await tokens()).toMatchObject({ brokenBecause: 'answer-lost', brokenAt: expect.any(Date) })
  const before = await refreshes()
  await (await aTelling()).send()
  expect(await refreshes()).toBe(before)

  await authoriseAgain(1, await newRefreshToken())
  const after = await aTelling()
  await after.send()
  expect(await after.fate()).toMatchObject([{ state: 'sent' }])
})

test('a refresh token that was used somewhere else is said to be that', async () => {
  await transaction(1, (tx) => tx.deleteFrom('zalo_tokens').execute())
  await authoriseAgain(1, 'used-before')
  await (await aTelling()).send()
  expect(await tokens()).toMatchObject({ brokenBecause: 'token-used' })
})

test('while Zalo is not at work nothing is lost: neither the notice nor the token', async () => {
  await misbehave('maintenance', '/access_token')
  const { phone, send, fate } = await aTelling()
  await send()
  expect(await fate()).toMatchObject([{ state: 'waiting', reason: 'not-reached' }])
  expect(await tokens()).toMatchObject({ brokenAt: undefined })
  await send()
  expect(await fate()).toMatchObject([{ state: 'sent', attempts: 2 }])
  expect(await arrived(phone)).toHaveLength(1)
})

test('a number without Zalo is told by e-mail; a lost answer is not sent again', async () => {
  const stranger = await aTelling('an@nguoidan.example')
  await misbehave('refuse', '/message')
  await stranger.send()
  expect(await stranger.fate()).toMatchObject([
    { channel: 'email', state: 'waiting' },
    { channel: 'zalo', state: 'refused', reason: 'no-account', detail: expect.stringContaining('-118') },
  ])
  const { phone, send, fate } = await aTelling()
  await misbehave('lost-answer', '/message')
  await send()
  await send()
  expect(await fate()).toMatchObject([{ state: 'unknown', attempts: 1 }])
  expect(await arrived(phone)).toHaveLength(1)
})

test('tokens are kept sealed', async () => {
  await (await aTelling()).send()
  const open = await tokens()
  const row = await read(1, (tx) => tx.selectFrom('zalo_tokens').selectAll().executeTakeFirstOrThrow())
  expect(row.refresh_sealed.toString('latin1')).not.toContain(open?.refresh)
  expect(row.access_sealed?.toString('latin1')).not.toContain(open?.access?.token)
})
