import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import type { Message } from './mailbox.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())
beforeEach(() => sandbox.call('/mailbox.json', { method: 'DELETE' }))

async function send(more: Record<string, unknown> = {}) {
  const transport = createTransport({ host: 'localhost', port: sandbox.smtpPort, secure: false, greetingTimeout: 2000 })
  await transport.sendMail({
    from: 'Tỉnh Mẫu <khong-tra-loi@motcua.example>',
    to: 'vang-thi-my@nguoidan.example',
    subject: 'Hồ sơ của bà Vàng Thị Mỷ đã được tiếp nhận',
    text: 'Xem tại http://dichvucong.tinhmau.localhost:8080/track/H99.12-261119-0007 nhé.',
    html: '<p>Xem <b>hồ sơ</b><script>alert(1)</script></p>',
    ...more,
  })
}

async function list(query = ''): Promise<Message[]> {
  return ((await (await sandbox.call(`/mailbox.json${query}`)).json()) as { messages: Message[] }).messages
}

describe('a letter', () => {
  test('arrives with its diacritics and is found by its addressee', async () => {
    await send()
    await send({ to: 'lo-van-pang@nguoidan.example', bcc: 'An@nguoidan.example' })
    expect(await list('?to=vang-thi-my@nguoidan.example')).toMatchObject([
      { subject: 'Hồ sơ của bà Vàng Thị Mỷ đã được tiếp nhận', from: expect.stringContaining('Tỉnh Mẫu') },
    ])
    expect((await list('?to=an@nguoidan.example'))[0]?.to).toEqual([
      'lo-van-pang@nguoidan.example',
      'an@nguoidan.example',
    ])
    expect(await list()).toHaveLength(2)
  })

  test('is shown as text with its addresses as links, and its markup apart, without rights', async () => {
    await send({ text: '<b>&</b> http://dichvucong.tinhmau.localhost:8080/track' })
    const id = (await list())[0]?.id
    const page = await (await sandbox.call(`/mailbox/${id}`)).text()
    expect(page).toContain('&lt;b&gt;&amp;&lt;/b&gt;')
    expect(page).toContain('<a href="http://dichvucong.tinhmau.localhost:8080/track">')
    expect(page).not.toContain('alert(1)')
    const letter = await sandbox.call(`/mailbox/${id}/html`)
    expect(letter.headers.get('content-security-policy')).toMatch(/default-src 'none'.* sandbox(?!.*allow-scripts)/)
    expect(await letter.text()).toContain('<b>hồ sơ</b>')
  })

  test('keeps its attachments byte for byte', async () => {
    const content = Buffer.from([0, 1, 2, 255])
    await send({ attachments: [{ filename: 'Giấy tiếp nhận.pdf', content }] })
    const [message] = await list()
    expect(message?.attachments).toEqual([{ filename: 'Giấy tiếp nhận.pdf', contentType: 'application/pdf', size: 4 }])
    const file = await sandbox.call(`/mailbox/${message?.id}/attachments/0`)
    expect(Buffer.from(await file.arrayBuffer())).toEqual(content)
    expect(file.headers.get('content-disposition')).toContain('attachment')
  })

  test('survives a restart, until deleted', async () => {
    await send()
    const before = await list()
    await sandbox.restart()
    expect(await list()).toEqual(before)
    await sandbox.call('/mailbox.json?to=nobody@nguoidan.example', { method: 'DELETE' })
    expect(await list()).toHaveLength(1)
    await sandbox.call('/mailbox.json', { method: 'DELETE' })
    expect(await list()).toHaveLength(0)
  })
})

describe('misbehaviour', () => {
  test.each([
    ['error500', { responseCode: 451 }, 0],
    ['refuse', { responseCode: 550 }, 0],
    ['lost-answer', { code: expect.stringMatching(/ECONNECTION|ESOCKET|ECONNRESET/) }, 1],
    ['down', { code: expect.stringMatching(/ECONNECTION|ESOCKET|ECONNRESET/) }, 0],
    ['garbage', { message: expect.stringMatching(/greeting|closed/i) }, 0],
  ])('%s', async (kind, problem, kept) => {
    await sandbox.fault({ target: 'smtp', kind, times: 1 })
    await expect(send()).rejects.toMatchObject(problem)
    expect(await list()).toHaveLength(kept)
    await send()
    expect(await list()).toHaveLength(kept + 1)
  })
})
