import type { Faults } from '../../faults/faults.ts'
import { CallBook, callRoutes, callTable } from '../../web/calls.ts'
import { html } from '../../web/html.ts'
import { type Answer, BadRequest, bytes, type Call, json, type Router, showPage } from '../../web/router.ts'
import { soapBody, soapEnvelope, soapFault } from '../../web/xml.ts'
import { citizens } from './citizens.ts'
import { OPERATIONS } from './operations.ts'
import { NAMESPACE, PopulationRegister, SoapProblem } from './register.ts'

const XML = 'text/xml; charset=utf-8'

const BATCH = [
  ...['CungCapDanhSachThongTinCongDan', 'GetRequests', 'GetRequestStatus', 'GetRequestResult'],
  ...['GetRequestDetail', 'GetRequestHistory', 'DeleteRequest'],
]

async function serve(call: Call, register: PopulationRegister, faults: Faults): Promise<Answer> {
  if (faults.take('population', ['refuse'], call.url.pathname)) {
    return bytes(soapFault('Server', '99', 'Hệ thống dữ liệu dân cư đang bận'), XML, 500)
  }
  try {
    return bytes(soapEnvelope(register.answer(soapBody((await call.body()).toString('utf8')))), XML)
  } catch (error) {
    if (error instanceof SoapProblem) return bytes(soapFault('Client', error.code, error.message), XML, 500)
    if (error instanceof BadRequest) return bytes(soapFault('Client', '00', error.message), XML, 500)
    throw error
  }
}

function wsdl(origin: string): string {
  const names = [...Object.keys(OPERATIONS), ...BATCH]
  const operations = names.map((name) => `<operation name="${name}"/>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" targetNamespace="${NAMESPACE}"><portType name="DanCu">${operations}</portType><service name="DanCu"><port name="DanCu"><soap:address location="${origin}/registries/population/service"/></port></service></definitions>`
}

function populationPage(register: PopulationRegister, book: CallBook): Answer {
  const people = citizens().map(
    ({ number, name, born, died, relatives }) =>
      html`<tr><td>${number}</td><td>${name}</td><td>${born}${died && html` – <span class="wait">${died}</span>`}</td><td>${relatives.map(({ relation, number: of }) => `${relation} ${of.slice(-3)}`).join(', ')}</td></tr>`,
  )
  const officers = [...new Set(register.lookups.map(({ MaCanBo }) => MaCanBo))]
  const log = officers.map((officer) => {
    const lines = register.lookups.filter(({ MaCanBo }) => MaCanBo === officer)
    return html`<details><summary>${officer} (${lines.length})</summary><ul>${lines
      .slice(-50)
      .map(
        ({ at, operation, MaDVC, subject, found }) =>
          html`<li><time datetime="${at}">${at.slice(0, 19)}</time> ${operation}, ${MaDVC}, ${subject}, ${found ? 'có' : 'không thấy'}</li>`,
      )}</ul></details>`
  })
  const body = html`<p>Mỗi lần tra cứu ghi lại cán bộ, thủ tục và người được tra cứu.
<span lang="en">Each look-up is logged by officer, procedure and subject.</span></p>
<h2>Tra cứu theo cán bộ <span lang="en">· Look-ups by officer</span></h2>${log.length > 0 ? log : html`<p>Chưa có. <span lang="en">None yet.</span></p>`}
<h2>Người trong sổ <span lang="en">· People</span></h2><table><thead><tr><th>Số</th><th>Họ tên</th><th>Sinh</th><th>Quan hệ</th></tr></thead><tbody>${people}</tbody></table>
<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`
  return showPage('Dữ liệu quốc gia về dân cư · Population register', body)
}

export function populationRoutes(
  router: Router,
  { directory, faults, origin }: { directory: string; faults: Faults; origin: string },
): void {
  const register = new PopulationRegister(directory)
  const book = new CallBook(directory, 'population')
  router.on(
    'POST',
    '/registries/population/service',
    book.kept((call) => serve(call, register, faults)),
  )
  router.on('GET', '/registries/population/service', () => bytes(wsdl(origin), XML))
  router.on('GET', '/registries/population', () => populationPage(register, book))
  router.on('GET', '/registries/population/_state/lookups', ({ url: { searchParams } }) => {
    const officer = searchParams.get('officer')
    const lookups = register.lookups.filter(({ MaCanBo }) => !officer || MaCanBo === officer)
    return json({ lookups: lookups.map(({ asked, ...shown }) => shown) })
  })
  callRoutes(router, '/registries/population', book)
}
