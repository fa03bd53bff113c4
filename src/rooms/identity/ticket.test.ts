import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isWithin, makeTicket, readTicket } from './ticket.ts'

const KEY = 'sandbox-national-ticket'
const at = new Date('2026-11-25T09:00:00+07:00')
const seconds = at.getTime() / 1000
const payload = {
  ...{ iss: 'national-portal', aud: 'H99', jti: 'ticket-0001', iat: seconds, exp: seconds + 300 },
  ...{ procedure: '9.000001', sub: 'T-1', LoaiTaiKhoan: '1', HoVaTen: 'Hà Thị Mẫu' },
}
const expected = { key: KEY, agency: 'H99', procedure: '9.000001', at }
const read = (change: object = {}, key = KEY) => readTicket(makeTicket({ ...payload, ...change }, key), expected)

describe('a ticket', () => {
  test('R-035: says who arrives, for which procedure and until when', () => {
    expect(read()).toMatchObject({
      id: 'ticket-0001',
      procedure: '9.000001',
      claims: { sub: 'T-1', HoVaTen: 'Hà Thị Mẫu' },
    })
  })

  test.each([
    ['of another agency', { aud: 'G99' }, 'other-agency'],
    ['for another procedure', { procedure: '9.000002' }, 'other-procedure'],
    ['that has run out', { iat: seconds - 900, exp: seconds - 600 }, 'expired'],
    ['from the future', { iat: seconds + 600, exp: seconds + 900 }, 'expired'],
    ['that would live for hours', { exp: seconds + 7200 }, 'expired'],
    ['without a number', { jti: undefined }, 'unreadable'],
  ])('%s is refused', (_which, change, refusal) => {
    expect(read(change)).toBe(refusal)
  })

  test('with another key, or changed after it was signed, is forged', () => {
    expect(read({}, 'another key')).toBe('forged')
    const [head, , signature] = makeTicket(payload, KEY).split('.')
    const other = Buffer.from(JSON.stringify({ ...payload, HoVaTen: 'Người khác' })).toString('base64url')
    expect(readTicket(`${head}.${other}.${signature}`, expected)).toBe('forged')
    expect(readTicket(`${head}.${other}.`, expected)).toBe('forged')
  })

  test('chooses no algorithm of its own', () => {
    const body = Buffer.from(JSON.stringify(payload)).toString('base64url')
    for (const alg of ['none', 'HS512', 'RS256']) {
      const head = Buffer.from(JSON.stringify({ alg })).toString('base64url')
      const signature = createHmac('sha256', KEY).update(`${head}.${body}`).digest('base64url')
      expect(readTicket(`${head}.${body}.${signature}`, expected)).toBe('unreadable')
    }
    for (const text of ['', '..', 'a.b.c', 'x'.repeat(9000)]) expect(readTicket(text, expected)).toBe('unreadable')
  })

  test('reaches its form and nothing else', () => {
    const reached = ['/procedures/9.000001/apply', '/procedures/9.000001/apply/about-you?from=check']
    const barred = ['/my', '/procedures/9.000002/apply', '/procedures/9.000001/applying', '/my/dossiers/TN-1', '/desk']
    expect(reached.filter((path) => isWithin('9.000001', path))).toEqual(reached)
    expect(barred.filter((path) => isWithin('9.000001', path))).toEqual([])
    expect(isWithin('9.000001', '/dossiers/TN-261125-000001/submitted')).toBe(true)
  })
})
