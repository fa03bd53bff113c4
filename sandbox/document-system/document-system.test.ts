import { afterEach, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import { parseXml, textAt } from '../web/xml.ts'
import { EDXML } from './edxml.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

const HEADERS = { authorization: 'Bearer sandbox-documents-token' }

function draft(id: string, more = '<Subject>Về việc xác nhận &amp; trả lời</Subject>') {
  const header = `<DocumentId>${id}</DocumentId><From><OrganId>H99.12</OrganId></From><To><OrganId>H99</OrganId></To>${more}<DocumentType><TypeName>Thông báo</TypeName></DocumentType><OtherInfo><Reference>H99.12-261125-0001</Reference></OtherInfo>`
  const attachment =
    '<Attachment><AttachmentName>du-thao.pdf</AttachmentName><EncodedContent>JVBERi0=</EncodedContent></Attachment>'
  return `<?xml version="1.0"?><edXML xmlns="${EDXML}"><edXMLEnvelope><edXMLHeader><MessageHeader>${header}</MessageHeader></edXMLHeader></edXMLEnvelope><AttachmentEncoded>${attachment}</AttachmentEncoded></edXML>`
}

async function send(body: string, headers: Record<string, string> = {}) {
  const all = { ...HEADERS, 'content-type': 'application/xml', ...headers }
  const response = await sandbox.call('/document-system/drafts', { method: 'POST', headers: all, body })
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
}

async function read(path: string, method = 'GET') {
  const response = await sandbox.call(`/document-system/${path}`, { method, headers: HEADERS })
  return (await response.json()) as Record<string, unknown>
}

test('a draft goes in once and comes back with number, date and file', async () => {
  expect(await send(draft('D-1'))).toMatchObject({
    status: 202,
    state: 'received',
    subject: 'Về việc xác nhận & trả lời',
  })
  expect(await send(draft('D-1'))).toMatchObject({ status: 200 })
  expect(await send(draft('D-1', '<Subject>Khác</Subject>'))).toMatchObject({ status: 409 })
  expect(await read('documents/D-1')).toMatchObject({ state: 'received' })
  expect(await read('documents/D-1')).toMatchObject({
    state: 'issued',
    issued: { number: '1', notation: 'TB-UBND', date: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}$/) },
  })
  const response = await sandbox.call('/document-system/documents/D-1/edxml', { headers: HEADERS })
  const document = parseXml(await response.text())
  const header = ['edXMLEnvelope', 'edXMLHeader', 'MessageHeader']
  expect(textAt(document, ...header, 'To', 'OrganId')).toBe('H99.12')
  expect(textAt(document, ...header, 'OtherInfo', 'Reference')).toBe('H99.12-261125-0001')
  const file = Buffer.from(textAt(document, 'AttachmentEncoded', 'Attachment', 'EncodedContent'), 'base64')
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
})

test('what came back waits in the inbox until it is acknowledged, over a restart', async () => {
  await sandbox.restart()
  expect((await read('inbox')).documents).toMatchObject([{ id: 'D-1' }])
  await read('inbox/D-1/ack', 'POST')
  expect((await read('inbox')).documents).toEqual([])
})

test('a person may return it instead', async () => {
  await send(draft('D-2'))
  const body = new URLSearchParams({ id: 'D-2', decision: 'return', reason: 'Sai thể thức' })
  await sandbox.call('/document-system/_act/decide', { method: 'POST', body, redirect: 'manual' })
  expect(await read('documents/D-2')).toMatchObject({ state: 'returned', reason: 'Sai thể thức' })
  expect(await (await sandbox.call('/document-system')).text()).toContain('Sai thể thức')
})

test.each([
  ['no subject', draft('D-3', ''), 'thiếu Subject'],
  ['another namespace', draft('D-3').replace(EDXML, 'x'), EDXML],
  ['no attachment', draft('D-3').replace(/<Attachment>.*<\/Attachment>/, ''), 'thiếu Attachment'],
  ['cut short', draft('D-3').slice(0, -'</edXML>'.length), 'not one XML document'],
])('%s is refused with its reason', async (_name, body, reason) => {
  const answer: Record<string, unknown> = await send(body)
  expect(answer.status).toBe(422)
  expect(String(answer.reasons)).toContain(reason)
})

test('without the token, with another type, and on demand it refuses', async () => {
  expect(await send(draft('D-4'), { authorization: '' })).toMatchObject({ status: 401 })
  expect(await send(draft('D-4'), { 'content-type': 'application/json' })).toMatchObject({ status: 415 })
  for (const [kind, status] of [
    ['refuse', 422],
    ['exists', 409],
    ['session-expired', 401],
  ] as const) {
    await sandbox.fault({ target: 'documents', kind, times: 1 })
    expect(await send(draft('D-4'))).toMatchObject({ status })
  }
})
