import { afterEach, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

interface Answer {
  error?: number
  access_token?: string
  refresh_token?: string
}

async function refresh(refresh_token: string, secret_key = 'sandbox-zalo-secret'): Promise<Answer> {
  const body = new URLSearchParams({ app_id: '000000000000', grant_type: 'refresh_token', refresh_token })
  const response = await sandbox.call('/zalo/v4/oa/access_token', { method: 'POST', headers: { secret_key }, body })
  return (await response.json()) as Answer
}

async function send(access_token: string, more: Record<string, unknown> = {}): Promise<Answer> {
  const body = JSON.stringify({
    ...{ phone: '84000000002', template_id: '200001', tracking_id: 't-1' },
    template_data: { name: 'Vàng Thị Mỷ', dossier_code: 'H99-261125-0001', status: 'Đã tiếp nhận' },
    ...more,
  })
  const response = await sandbox.call('/zalo/message/template', { method: 'POST', headers: { access_token }, body })
  return (await response.json()) as Answer
}

let next = 'sandbox-zalo-refresh-first'

test('a refresh token opens once, and the next one survives a restart (contract 3.8)', async () => {
  expect(await refresh(next, 'x')).toMatchObject({ error: -14002 })
  const first = await refresh(next)
  expect(await refresh(next)).toMatchObject({ error: -14014 })
  await sandbox.restart()
  const second = await refresh(first.refresh_token ?? '')
  expect(second.access_token).not.toBe(first.access_token)
  expect(await send(first.access_token ?? '')).toMatchObject({ error: -124 })
  next = second.refresh_token ?? ''
})

test('an answer lost at the refresh breaks the chain until a person mends it', async () => {
  await sandbox.fault({ target: 'zalo', kind: 'lost-answer', times: 1, path: 'access_token' })
  await expect(refresh(next)).rejects.toThrow()
  expect(await refresh(next)).toMatchObject({ error: -14014 })
  const response = await sandbox.call('/zalo/_act/refresh-token', { method: 'POST' })
  next = ((await response.json()) as Answer).refresh_token ?? ''
})

test('a notice follows its template, and is refused for what is wrong with it', async () => {
  const { access_token = '', refresh_token = '' } = await refresh(next)
  next = refresh_token
  expect(await send(access_token)).toMatchObject({ error: 0 })
  expect(await send(access_token, { phone: '0000000002' })).toMatchObject({ error: -108 })
  expect(await send(access_token, { template_id: '1' })).toMatchObject({ error: -112 })
  expect(await send(access_token, { template_data: { name: 'x' } })).toMatchObject({ error: -1121 })
  const long = { name: 'x'.repeat(400), dossier_code: 'y', status: 'z' }
  expect(await send(access_token, { template_data: long })).toMatchObject({ error: -1124 })
  expect(await send(access_token, { tracking_id: '' })).toMatchObject({ error: -113 })
  await sandbox.fault({ target: 'zalo', kind: 'refuse', times: 1 })
  expect(await send(access_token)).toMatchObject({ error: -118 })
  await sandbox.fault({ target: 'zalo', kind: 'session-expired', times: 1 })
  expect(await send(access_token)).toMatchObject({ error: -124 })
  const { messages } = (await (await sandbox.call('/zalo/_state/messages')).json()) as { messages: object[] }
  expect(messages).toMatchObject([{ phone: '84000000002', tracking_id: 't-1' }])
  expect(await (await sandbox.call('/zalo')).text()).toContain('Vàng Thị Mỷ')
})
