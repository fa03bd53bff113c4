import { afterEach, beforeEach, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import { parseXml, textAt } from '../web/xml.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())
beforeEach(async () => void (await sandbox.call('/sms.json', { method: 'DELETE' })))

const inbox = async (to = '') =>
  ((await (await sandbox.call(`/sms.json?to=${to}`)).json()) as { messages: { text: string }[] }).messages

async function viettel(more: Record<string, string> = {}) {
  const fields = {
    ...{ User: 'motcua', Password: 'sandbox-sms-password', CPCode: 'MOTCUA', RequestID: '1', UserID: '84000000001' },
    ...{ ReceiverID: '84000000001', ServiceID: 'TINHMAU', CommandCode: 'bulksms', Content: 'Ho so', ContentType: '0' },
    ...more,
  }
  const inside = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`)
  const response = await sandbox.call('/sms/viettel', {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><i:wsCpMt xmlns:i="http://impl.bulkSms.ws/">${inside.join('')}</i:wsCpMt></s:Body></s:Envelope>`,
  })
  return textAt(parseXml(await response.text()), 'Body', 'wsCpMtResponse', 'return', 'result')
}

test('Viettel: plain and Unicode text arrive; 1 is the only good result (contract 3.8)', async () => {
  expect(await viettel()).toBe('1')
  expect(await viettel({ Content: 'Hồ sơ đã có kết quả', ContentType: '1' })).toBe('1')
  expect((await inbox('84000000001')).map(({ text }) => text)).toEqual(['Hồ sơ đã có kết quả', 'Ho so'])
})

test.each([
  ['marks in plain text', { Content: 'Hồ sơ' }],
  ['a wrong number', { ReceiverID: 'abc' }],
  ['a wrong password', { Password: 'x' }],
  ['no brand', { ServiceID: '' }],
  ['an unknown content type', { ContentType: '2' }],
])('Viettel: %s is refused and nothing is sent', async (_name, wrong) => {
  expect(await viettel(wrong)).toBe('0')
  expect(await inbox()).toEqual([])
})

async function vinaphone(more: Record<string, unknown> = {}) {
  const request = {
    ...{
      name: 'send_sms_list',
      REQID: '1',
      LABELID: 'TINHMAU',
      CONTRACTTYPEID: '1',
      CONTRACTID: '1',
      TEMPLATEID: '1001',
    },
    PARAMS: [
      { NUM: '1', CONTENT: 'H99-261125-0001' },
      { NUM: '2', CONTENT: '27/11/2026' },
    ],
    ...{ SCHEDULETIME: '', MOBILELIST: '84000000001,84000000002', ISTELCOSUB: '0', AGENTID: '1', DATACODING: '0' },
    ...{ APIUSER: 'motcua', APIPASS: 'sandbox-sms-password', USERNAME: 'motcua', ...more },
  }
  const response = await sandbox.call('/sms/vinaphone', { method: 'POST', body: JSON.stringify({ RQST: request }) })
  return ((await response.json()) as { RPLY: { ERROR: string } }).RPLY.ERROR
}

test('VinaPhone: a registered template is filled for every number (contract 3.8)', async () => {
  expect(await vinaphone()).toBe('0')
  expect(await inbox('84000000002')).toMatchObject([
    { text: 'Ho so H99-261125-0001 da duoc tiep nhan, hen tra ngay 27/11/2026.' },
  ])
  expect(await vinaphone({ TEMPLATEID: '9999' })).toBe('4')
  expect(await vinaphone({ PARAMS: [] })).toBe('5')
  expect(await vinaphone({ APIPASS: 'x' })).toBe('2')
  expect(await inbox()).toHaveLength(2)
})

test('sent twice is two messages; out of quota on demand; the page shows them', async () => {
  await sandbox.fault({ target: 'sms', kind: 'duplicate', times: 1 })
  expect(await viettel()).toBe('1')
  expect(await inbox()).toHaveLength(2)
  await sandbox.fault({ target: 'sms', kind: 'refuse', times: 2 })
  expect([await viettel(), await vinaphone()]).toEqual(['0', '1'])
  expect(await (await sandbox.call('/sms')).text()).toContain('TINHMAU')
})
