import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

function anEvent(more: Record<string, unknown> = {}) {
  return {
    ...{ CodeProfile: 'H99', SiteId: '7', CodeTTHC: '1.004873', NameTTHC: 'Cấp giấy', MaHoSo: 'H99-261125-0001' },
    ...{ Status: '1', FormsReception: '1', FormsPayments: '0', Level: '4', IsFromDVCQG: '0', IsDVCBC: '0', Data: '{}' },
    User: JSON.stringify({ ID_local: 'f3a9c1', ID_QG: '', TYPE: '1', LOCATION: 'xã Mẫu An' }),
    ...more,
  }
}

async function tell(event: unknown) {
  const response = await sandbox.call('/emc/TrackingMCDT', { method: 'POST', body: JSON.stringify(event) })
  return { status: response.status, ...((await response.json()) as { error_code: string; result: unknown }) }
}

const read = async (path: string) => (await (await sandbox.call(`/emc${path}`)).json()) as Record<string, never>

describe('TrackingMCDT (contract 4)', () => {
  test('a status is told, counted for its day, and once though it comes twice', async () => {
    expect(await tell(anEvent())).toMatchObject({ status: 200, error_code: '0' })
    await tell(anEvent({ Status: 2 }))
    await tell(anEvent({ Status: '2' }))
    expect(await read('/daily?siteId=7')).toMatchObject({
      ...{ events: 3, doubled: 1, dossiers: 1 },
      ...{ byStatus: { 1: 1, 2: 1 }, byReception: { 1: 2 } },
    })
    expect(await read('/daily?siteId=7&date=2020-01-01')).toMatchObject({ events: 0 })
    await sandbox.restart()
    expect(await read('/daily?siteId=7')).toMatchObject({ events: 3 })
  })

  test.each([
    ['SiteId', { SiteId: 'x' }],
    ['CodeTTHC', { CodeTTHC: '1' }],
    ['Status', { Status: '5' }],
    ['FormsReception', { FormsReception: '0' }],
    ['FormsPayments', { FormsPayments: '3' }],
    ['Level', { Level: '2' }],
    ['IsFromDVCQG', { IsFromDVCQG: '2' }],
    ['IsDVCBC', { IsDVCBC: '3' }],
    ['Data', { Data: '{' }],
    ['User', { User: 'An' }],
    ['User.TYPE', { User: '{"ID_local":"a","TYPE":"3"}' }],
    ['Email', { Email: 'a@b.example' }],
  ])('a wrong %s is refused, naming the field', async (field, wrong) => {
    const answer = await tell(anEvent(wrong))
    expect(answer).toMatchObject({ status: 400, error_code: '-3' })
    expect(answer.result).toContainEqual({ field, reason: expect.any(String) })
  })

  test('a person named outright is taken, and shown for what it is', async () => {
    await tell(anEvent({ User: { ID_local: '000000000002', TYPE: '1' } }))
    expect((await read('/_state/events?siteId=7')).events).toContainEqual(expect.objectContaining({ names: true }))
    expect(await (await sandbox.call('/emc')).text()).toContain('1 sự kiện gọi tên người')
  })

  test('on demand it refuses', async () => {
    await sandbox.fault({ target: 'emc', kind: 'refuse-field', times: 1 })
    expect(await tell(anEvent())).toMatchObject({ status: 400, result: [{ field: 'CodeTTHC' }] })
    await sandbox.fault({ target: 'emc', kind: 'lost-answer', times: 1 })
    await expect(tell(anEvent())).rejects.toThrow()
  })
})

describe('the page script', () => {
  test('works off the queue as written, then takes pushes', async () => {
    const sent: string[] = []
    const window = {
      _govaq: [['trackPageView'], ['setTrackerUrl', `${sandbox.origin}/emc/tracking`], ['setSiteId', 9]],
    }
    const page = {
      ...{ window, URLSearchParams, location: { origin: 'https://dichvucong.tinhmau.example', pathname: '/track' } },
      navigator: { sendBeacon: (url: string, body: URLSearchParams) => sent.push(`${url}?${body}`) },
    }
    runInNewContext(await (await sandbox.call('/emc/embed/gov-tracking.min.js')).text(), page)
    window._govaq.push(['trackDVC', '1.004873', '1', '{}'])
    expect(sent).toHaveLength(2)
    for (const one of sent) {
      const [url = '', body = ''] = one.split('?')
      expect((await fetch(url, { method: 'POST', body: new URLSearchParams(body) })).status).toBe(204)
    }
    expect(await read('/daily?siteId=9')).toMatchObject({ pageViews: 1, submissions: 1 })
    expect((await sandbox.call('/emc/tracking?idsite=x')).status).toBe(400)
  })
})
