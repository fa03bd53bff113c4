import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import {
  aCitizen,
  breakSandbox,
  mendSandbox,
  type RunningSandbox,
  startSandboxProcess,
} from '#rooms/identity/testing.ts'
import { deliver } from '../../commands/deliver.ts'
import { notify } from '../../commands/notify.ts'
import type { Occasion } from '../../notice.ts'
import { aNotice, deliveriesOf, openSandboxChannel } from '../../testing.ts'

useTestDatabase()

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandboxProcess()
})
afterEach(async () => {
  setClock()
  await mendSandbox(sandbox)
})
afterAll(() => sandbox.stop())

interface Shown {
  to: string
  text: string
  brand: string
}

async function telephone(number: string): Promise<Shown[]> {
  const answer = await fetch(`${sandbox.origin}/sms.json?to=${number}`)
  return ((await answer.json()) as { messages: Shown[] }).messages
}

let numbers = 100

/** Somebody with a telephone and no e-mail, who is told something; answers their number and how it went. */
async function tell(occasion: Occasion = 'result-ready', attempts = 1) {
  numbers += 1
  const phone = `0000000${numbers}`
  const { personId } = await aCitizen({ email: undefined, phone })
  const notice = aNotice({ personId, occasion })
  await notify(notice)
  const [given] = await deliveriesOf(notice.key)
  const key = { agencyId: 1, id: given?.notice_id ?? '', channel: 'sms' } as const
  for (let attempt = 0; attempt < attempts; attempt += 1) await deliver(key)
  return { number: `84${phone.slice(1)}`, key, delivery: (await deliveriesOf(notice.key))[0] }
}

describe.each(['viettel', 'vinaphone'] as const)('%s', (operator) => {
  beforeAll(() => openSandboxChannel(sandbox.origin, operator))

  test('R-158: a text message reaches who has only a telephone, once, with the code and nothing about them', async () => {
    const { number, key, delivery } = await tell()
    expect(delivery).toMatchObject({ channel: 'sms', state: 'sent', attempts: 1 })
    await deliver(key)
    const shown = await telephone(number)
    expect(shown).toHaveLength(1)
    expect(shown[0]?.text).toContain('Ho so H99.12-261119-0007: da co ket qua')
  })

  test('a lost answer is not sent again: the contract has no key and nobody to ask', async () => {
    await breakSandbox(sandbox, { target: 'sms', kind: 'lost-answer', times: 1 })
    const { number, delivery } = await tell('result-ready', 2)
    expect(delivery).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(await telephone(number)).toHaveLength(1)
  })

  test('an operator that is not at work is tried later; one that breaks may have sent it', async () => {
    await breakSandbox(sandbox, { target: 'sms', kind: 'maintenance', times: 1 })
    const { number, delivery, key } = await tell()
    expect(delivery).toMatchObject({ state: 'waiting', reason: 'not-reached', attempts: 1 })
    await deliver(key)
    expect(await telephone(number)).toHaveLength(1)
    await breakSandbox(sandbox, { target: 'sms', kind: 'error500', times: 1 })
    expect((await tell()).delivery).toMatchObject({ state: 'unknown' })
  })

  test('a refusal is kept in the operator’s words, and an unreadable answer is no success', async () => {
    await breakSandbox(sandbox, { target: 'sms', kind: 'refuse', times: 1 })
    const { number, delivery } = await tell()
    expect(delivery).toMatchObject({ state: 'refused', reason: 'by-operator', detail: expect.stringMatching(/^[01] /) })
    expect(await telephone(number)).toHaveLength(0)
    await breakSandbox(sandbox, { target: 'sms', kind: 'garbage', times: 1 })
    expect((await tell()).delivery).toMatchObject({ state: 'unknown' })
  })
})

test('at night a text message waits for the morning, and what was begun by day is not sent by night', async () => {
  await openSandboxChannel(sandbox.origin, 'viettel', { quiet: { from: '21:00', to: '07:00' } })
  setClock(() => new Date('2026-11-25T15:30:00Z')) // 22:30 in Vietnam
  const { number, key, delivery } = await tell()
  expect(delivery).toMatchObject({ state: 'waiting', attempts: 0, due_at: new Date('2026-11-26T00:00:00Z') })
  expect(await telephone(number)).toHaveLength(0)
  setClock(() => new Date('2026-11-26T00:00:00Z'))
  await deliver(key)
  expect(await telephone(number)).toHaveLength(1)
})
