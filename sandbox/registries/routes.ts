import type { Faults } from '../faults/faults.ts'
import { Tokens } from '../lgsp/tokens.ts'
import { CallBook, callRoutes, callTable } from '../web/calls.ts'
import { html } from '../web/html.ts'
import { type Handler, json, type Router, seeOther, showPage } from '../web/router.ts'
import { businessRoutes } from './business.ts'
import { Cases, caseTable } from './cases.ts'
import { fileInterlinked, interlinkedRoutes, STEPS } from './civil-status/interlinked.ts'
import { pollResults, RESULT_STATUSES, registerEvent } from './civil-status/register.ts'
import { populationRoutes } from './population/routes.ts'
import {
  criminalRecord,
  drivingLicence,
  landDossier,
  landGuard,
  landStatus,
  landToken,
  type System,
  socialAssistance,
} from './specialised.ts'

export interface RegistryParts {
  directory: string
  origin: string
  faults: Faults
  sessionLife: number
}

interface Described {
  name: string
  title: string
  statuses: Record<string, string>
}

const WORK = { 1: 'Đã nhận', 4: 'Đang xử lý', 5: 'Yêu cầu bổ sung', 6: 'Nghĩa vụ tài chính', 10: 'Có kết quả' }

interface Opened extends System {
  kept: (handler: Handler) => Handler
}

/** Cases, calls, page, state and the operator's act of one system. */
function open(router: Router, { directory, faults }: RegistryParts, { name, title, statuses }: Described): Opened {
  const cases = new Cases(directory, name)
  const book = new CallBook(directory, name)
  const root = `/registries/${name}`
  router.on('GET', root, () => {
    const table = caseTable(cases, { path: `${root}/_act/move`, statuses })
    const filing =
      name === 'interlinked' &&
      html`<form method="post" action="${root}/_act/file"><p><button name="module" value="LTKS">Thêm khai sinh</button> <button name="module" value="LTKT">Thêm khai tử</button></p></form>`
    return showPage(title, html`${filing}${table}<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`)
  })
  router.on('GET', `${root}/_state/cases`, () => json({ cases: cases.list() }))
  router.on('POST', `${root}/_act/move`, async (call) => {
    const isJson = call.headers['content-type']?.startsWith('application/json')
    const { id, status, note } = isJson ? await call.json() : Object.fromEntries(await call.form())
    const one = cases.find(id)
    if (!one || !Object.hasOwn(statuses, String(status))) return json({ error: 'invalid-request' }, 400)
    const moved = cases.move(one, { status: String(status), note: typeof note === 'string' ? note : '' })
    return isJson ? json(moved) : seeOther(root)
  })
  callRoutes(router, root, book)
  return { cases, faults, kept: (handler) => book.kept(handler) }
}

function civilStatus(router: Router, parts: RegistryParts): void {
  const system = open(router, parts, {
    ...{ name: 'civil-status', title: 'Hộ tịch điện tử · Civil status', statuses: RESULT_STATUSES },
  })
  const { cases, faults, kept } = system
  router.on(
    'POST',
    '/registries/civil-status/dangKy',
    kept((call) => registerEvent(call, cases, faults)),
  )
  router.on(
    'POST',
    '/registries/civil-status/ketQua',
    kept((call) => pollResults(call, cases)),
  )
}

function interlinked(router: Router, parts: RegistryParts): void {
  const title = 'Dịch vụ công liên thông · Inter-linked services'
  const { cases, faults, kept } = open(router, parts, { name: 'interlinked', title, statuses: STEPS })
  if (cases.list().length === 0) for (const module of ['LTKS', 'LTKT'] as const) fileInterlinked(cases, module)
  interlinkedRoutes(router, { cases, faults, kept, sessionLife: parts.sessionLife })
  router.on('POST', '/registries/interlinked/_act/file', async (call) => {
    const module = (await call.form()).get('module') === 'LTKT' ? 'LTKT' : 'LTKS'
    fileInterlinked(cases, module)
    return seeOther('/registries/interlinked')
  })
}

function specialised(router: Router, parts: RegistryParts): void {
  const on = (name: string, title: string) => open(router, parts, { name, title, statuses: WORK })
  const record = on('criminal-record', 'Lý lịch tư pháp · Criminal record')
  for (const method of ['POST', 'PUT']) {
    router.on(method, '/registries/criminal-record/declarations', record.kept(criminalRecord(record)))
  }
  router.on(
    'GET',
    '/registries/criminal-record/declarations/:id',
    record.kept(({ params }) => {
      const one = record.cases.find(params.id)
      return one ? json({ error_code: '0', result: { id: one.id, status: one.status } }) : json({ error_code: '3' })
    }),
  )

  const land = on('land', 'Đất đai (VBDLIS/ILIS) · Land')
  const tokens = new Tokens(parts.sessionLife)
  router.on('POST', '/registries/land/token', land.kept(landToken(tokens)))
  router.on('POST', '/registries/land/hoSo', land.kept(landGuard(land, tokens, landDossier(land))))
  router.on('GET', '/registries/land/hoSo/:id', land.kept(landGuard(land, tokens, landStatus(land))))

  const social = on('social-assistance', 'Bảo trợ xã hội · Social assistance')
  router.on('POST', '/registries/social-assistance/hoSo', social.kept(socialAssistance(social)))

  const licence = on('driving-licence', 'Giấy phép lái xe · Driving licence')
  if (licence.cases.list().length === 0) {
    const body = { ChuHoSo: 'Lò Văn Pắng', SoDinhDanh: '000000000003', HangGPLX: 'A1', MaTTHC: '1.002809' }
    licence.cases.open({ id: 'G09.99-261120-0001', status: '1', body })
  }
  router.on('POST', '/registries/driving-licence/:service', licence.kept(drivingLicence(licence)))
}

/** The registers and specialised systems of the contract. @see contract 3.2 to 3.4 */
export function registryRoutes(router: Router, parts: RegistryParts): void {
  populationRoutes(router, parts)
  businessRoutes(router, parts)
  civilStatus(router, parts)
  interlinked(router, parts)
  specialised(router, parts)
}
