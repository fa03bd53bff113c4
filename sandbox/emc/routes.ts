import type { Faults } from '../faults/faults.ts'
import { CallBook, callRoutes, callTable } from '../web/calls.ts'
import { runOn } from '../web/fields.ts'
import { html } from '../web/html.ts'
import { type Answer, bytes, type Call, json, type Router, showPage } from '../web/router.ts'
import { checkEvent, dayOf, Measurements, namesSomebody } from './events.ts'
import { trackingScript } from './script.ts'

export interface EmcParts {
  directory: string
  faults: Faults
}

async function take(call: Call, { measurements, faults }: { measurements: Measurements; faults: Faults }) {
  const event = await call.json()
  const fault = faults.take('emc', ['refuse', 'refuse-field'], call.url.pathname)
  if (fault?.kind === 'refuse') return json({ error_code: '3', message: 'SiteId đang bị khóa', result: [] }, 403)
  const reasons = fault ? [{ field: 'CodeTTHC', reason: 'không có trong danh mục' }] : checkEvent(event)
  if (reasons.length > 0) return json({ error_code: '-3', message: runOn(reasons), result: reasons }, 400)
  const now = new Date()
  const told = { kind: 'event', at: now.toISOString(), day: dayOf(now), event, names: namesSomebody(event) } as const
  measurements.take(told)
  return json({ error_code: '0', message: 'Thành công' })
}

async function hit(call: Call, measurements: Measurements): Promise<Answer> {
  const given = call.method === 'POST' ? await call.form() : call.url.searchParams
  const [action, siteId] = [given.get('action') ?? 'trackPageView', given.get('idsite') ?? '']
  if (!['trackPageView', 'trackDVC'].includes(action) || !/^\d{1,10}$/.test(siteId)) {
    return json({ error: 'invalid-request' }, 400)
  }
  const text = (name: string) => (given.get(name) ?? '').slice(0, 2000)
  const now = new Date()
  measurements.take({
    ...{ kind: 'hit', at: now.toISOString(), day: dayOf(now), siteId, action },
    ...{ url: text('url'), code: text('code'), result: text('result'), extra: text('extra') },
  })
  return { status: 204, headers: { 'access-control-allow-origin': '*' }, body: '' }
}

function emcPage(measurements: Measurements, book: CallBook): Answer {
  const today = dayOf(new Date())
  const { events, hits } = measurements
  const sites = [...new Set([...events.map(({ event }) => String(event.SiteId)), ...hits.map(({ siteId }) => siteId)])]
  const figures = sites.map((siteId) => {
    const { dossiers, doubled, byStatus, pageViews } = measurements.daily(siteId, today)
    return html`<tr><td>${siteId}</td><td>${dossiers}</td><td>${JSON.stringify(byStatus)}</td><td>${doubled}</td><td>${pageViews}</td></tr>`
  })
  const named = events.filter(({ names }) => names).length
  const body = html`<p>Hệ thống giám sát, đo lường mức độ cung cấp và sử dụng dịch vụ.
<span lang="en">The system that measures how services are offered and used.</span></p>
${named > 0 && html`<p class="stop" role="alert">${named} sự kiện gọi tên người thật thay vì mã giả danh. <span lang="en">Events that name a person outright.</span></p>`}
<h2>Hôm nay <span lang="en">· Today</span></h2>
${figures.length === 0 ? html`<p>Chưa có. <span lang="en">None yet.</span></p>` : html`<table><thead><tr><th>Trang</th><th>Hồ sơ</th><th>Theo trạng thái</th><th>Gửi trùng</th><th>Lượt xem</th></tr></thead><tbody>${figures}</tbody></table>`}
<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`
  return showPage('Đo lường dịch vụ · EMC', body)
}

/** @see contract 4 */
export function emcRoutes(router: Router, { directory, faults }: EmcParts): void {
  const measurements = new Measurements(directory)
  const book = new CallBook(directory, 'emc')
  router.on(
    'POST',
    '/emc/TrackingMCDT',
    book.kept((call) => take(call, { measurements, faults })),
  )
  for (const method of ['GET', 'POST']) router.on(method, '/emc/tracking', (call) => hit(call, measurements))
  router.on('GET', '/emc/embed/gov-tracking.min.js', () => bytes(trackingScript, 'text/javascript; charset=utf-8'))
  router.on('GET', '/emc/daily', ({ url: { searchParams } }) => {
    const day = searchParams.get('date') ?? dayOf(new Date())
    return json(measurements.daily(searchParams.get('siteId') ?? '', day))
  })
  router.on('GET', '/emc/_state/events', ({ url: { searchParams } }) => {
    const [site, since] = [searchParams.get('siteId'), searchParams.get('since') ?? '']
    const events = measurements.events.filter(({ at, event }) => at > since && (!site || String(event.SiteId) === site))
    return json({
      events,
      hits: measurements.hits.filter(({ at, siteId }) => at > since && (!site || siteId === site)),
    })
  })
  router.on('GET', '/emc', () => emcPage(measurements, book))
  callRoutes(router, '/emc', book)
}
