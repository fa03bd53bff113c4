import { callRoutes } from '../web/calls.ts'
import { type Fields, isRecord } from '../web/fields.ts'
import { BadRequest, bytes, type Call, json, nothing, type Router, seeOther } from '../web/router.ts'
import { type CodeRow, readProcedure } from './catalogue.ts'
import { indicators } from './indicators.ts'
import { bornPage, dossierPage, portalPage } from './pages.ts'
import type { NationalPortal } from './portal.ts'
import { isVariant } from './variants.ts'

const isForm = ({ headers }: Call) => headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false

/** JSON, or the form of a page. */
async function askedOf(call: Call): Promise<Fields> {
  return isForm(call) ? Object.fromEntries(await call.form()) : call.json()
}

function jsonField(value: unknown, name: string): unknown {
  if (typeof value !== 'string' || value.trim() === '') return typeof value === 'string' ? undefined : value
  try {
    return JSON.parse(value)
  } catch {
    throw new BadRequest(`${name} is not JSON`)
  }
}

function stateRoutes(router: Router, portal: NationalPortal): void {
  const { holdings } = portal
  router.on('GET', '/national/_state/dossiers', ({ url: { searchParams } }) => {
    const [madonvi, since] = [searchParams.get('madonvi') ?? '', searchParams.get('since') ?? '']
    const dossiers = holdings.changed({ madonvi, since })
    const limit = Number(searchParams.get('limit')) || dossiers.length
    return json({ total: dossiers.length, dossiers: dossiers.slice(0, limit) })
  })
  router.on('GET', '/national/_state/dossiers/:code', ({ params }) => {
    const held = holdings.dossiers.get(params.code ?? '')
    return held ? json(held) : json({ error: 'unknown-dossier' }, 404)
  })
  router.on('GET', '/national/_state/born', () => json({ dossiers: [...holdings.born.values()] }))
  router.on('GET', '/national/_state/born/:code', ({ params }) => {
    const born = holdings.born.get(params.code ?? '')
    return born ? json(born) : json({ error: 'unknown-dossier' }, 404)
  })
  router.on('GET', '/national/_state/questions', () => json({ questions: [...holdings.questions.values()] }))
  router.on('GET', '/national/_state/ratings', () => json({ ratings: holdings.ratings }))
  callRoutes(router, '/national', portal.calls)
}

function catalogueRoutes(router: Router, { holdings, sessions }: NationalPortal): void {
  router.on('POST', '/national/_act/procedures', async (call) => {
    const procedure = readProcedure(await call.json())
    if (!procedure) return json({ error: 'invalid-request', message: 'code and name are needed' }, 400)
    holdings.take({ kind: 'procedure', procedure })
    return json(procedure, 201)
  })
  router.on('POST', '/national/_act/codes', async (call) => {
    const { name, rows } = await call.json()
    if (typeof name !== 'string' || !Array.isArray(rows) || !rows.every(isRecord)) {
      return json({ error: 'invalid-request', message: 'name and rows are needed' }, 400)
    }
    holdings.take({ kind: 'codes', name, rows: rows as CodeRow[] })
    return nothing
  })
  router.on('POST', '/national/_act/strict', async (call) => {
    const asked = await askedOf(call)
    const is = (name: 'fields' | 'order') =>
      asked[name] === undefined ? holdings.strict[name] : String(asked[name]) !== 'off'
    holdings.take({ kind: 'strict', strict: { fields: is('fields'), order: is('order') } })
    return isForm(call) ? seeOther('/national') : json(holdings.strict)
  })
  router.on('POST', '/national/_act/end-sessions', (call) => {
    sessions.endAll()
    return isForm(call) ? seeOther('/national') : nothing
  })
}

function callerRoutes(router: Router, { holdings, caller }: NationalPortal): void {
  router.on('POST', '/national/_act/target', async (call) => {
    const { url, token } = await askedOf(call)
    caller.target = {
      url: typeof url === 'string' && url !== '' ? url.replace(/\/+$/, '') : caller.target.url,
      token: typeof token === 'string' && token !== '' ? token : caller.target.token,
    }
    return isForm(call) ? seeOther('/national/born') : json({ url: caller.target.url })
  })
  router.on('POST', '/national/_act/born', async (call) => {
    const asked = await askedOf(call)
    const variant = asked.variant || 'good'
    if (!isVariant(variant)) return json({ error: 'invalid-request', message: 'no such variant' }, 400)
    const filing = { ...asked, answers: jsonField(asked.answers, 'answers'), files: jsonField(asked.files, 'files') }
    const born = await caller.file(filing, variant)
    return isForm(call) ? seeOther('/national/born') : json(born, 201)
  })
  router.on('POST', '/national/_act/born/:code/push', async (call) => {
    const { variant = 'good' } = await askedOf(call)
    const code = call.params.code ?? ''
    if (!isVariant(variant)) return json({ error: 'invalid-request', message: 'no such variant' }, 400)
    if (!holdings.born.has(code)) return json({ error: 'unknown-dossier' }, 404)
    const born = await caller.push(code, variant)
    return isForm(call) ? seeOther('/national/born') : json(born)
  })
  router.on('POST', '/national/_act/ask', async (call) => {
    const { path, body } = await askedOf(call)
    const known = ['nhanhsdvcqg', 'nhantbthuedvcqg', 'addtthcKhuyenMai', 'search/call', 'dptracuuthanhtoanhs']
    if (!known.includes(String(path))) return json({ error: 'invalid-request', message: `path: ${known}` }, 400)
    return json(await caller.ask(String(path), jsonField(body, 'body')))
  })
  router.on('POST', '/national/_act/questions', async (call) => {
    const asked = await askedOf(call)
    const text = (name: string, fallback = '') => (typeof asked[name] === 'string' && asked[name]) || fallback
    const HOIDAPID = text('HOIDAPID', `HD-${String(holdings.questions.size + 1).padStart(5, '0')}`)
    const question = {
      ...{ HOIDAPID, MALINHVUC: text('MALINHVUC', 'G15-TP07'), MADONVI: text('MADONVI', 'H99'), answers: [] },
      ...{ NOIDUNG: text('NOIDUNG', 'Tôi nộp hồ sơ ở đâu?'), MATTHCDP: text('MATTHCDP', '1.004873') },
      ...{ HOVATEN: text('HOVATEN', 'Nguyễn Thị An'), THUDIENTU: text('THUDIENTU'), TRANGTHAI: 'CHO_TRA_LOI' },
    }
    holdings.take({ kind: 'question', question })
    return isForm(call) ? seeOther('/national') : json(question, 201)
  })
}

export function nationalRoutes(router: Router, portal: NationalPortal): void {
  router.on(
    'POST',
    '/national/RestService/forward/:path*',
    portal.calls.kept((call) => portal.forward(call)),
  )
  router.on('GET', '/national/downloadfile/:uuid', ({ params }) => {
    const content = portal.files.read(params.uuid ?? '')
    return content
      ? bytes(content, 'application/octet-stream')
      : json({ error_code: '3', message: 'Không có tệp' }, 404)
  })
  router.on(
    'POST',
    '/national/jsp/rest.jsp',
    portal.calls.kept(async (call) => {
      const params = jsonField((await call.form()).get('params'), 'params')
      if (!isRecord(params) || params.service !== 'report_by_year_service_part2') return json([])
      return json([indicators(portal.holdings, String(params.madonvi ?? params.p_tinh_id ?? ''))])
    }),
  )
  router.on('GET', '/national', () => portalPage(portal))
  router.on('GET', '/national/born', () => bornPage(portal))
  router.on('GET', '/national/dossiers/:code', ({ params }) => dossierPage(portal, params.code ?? ''))
  stateRoutes(router, portal)
  catalogueRoutes(router, portal)
  callerRoutes(router, portal)
}
