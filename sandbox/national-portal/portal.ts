import type { Faults } from '../faults/faults.ts'
import { CallBook } from '../web/calls.ts'
import type { Fields } from '../web/fields.ts'
import type { Answer, Call } from '../web/router.ts'
import { Caller, type Target } from './caller.ts'
import { Catalogue } from './catalogue.ts'
import { businessError, noSession, unreadable } from './envelope.ts'
import { PortalFiles } from './files.ts'
import { Holdings } from './holdings.ts'
import { Integration } from './integration.ts'
import { fetchPaper, listPapers, PAPERS_PROVIDER } from './papers.ts'
import { canonicalAgency, Sessions, speaksFor } from './sessions.ts'
import { Share } from './share.ts'

export const DSTCODE = 'VN:GOV:000.00.00.G22:vpcpdvcprovider'

export interface PortalParts {
  directory: string
  origin: string
  faults: Faults
  sessionLife: number
  catalogue: string | undefined
  target: Target
}

/** What the headers and the address must say before anything is read. @see contract 2.1 */
function wrongTransport({ url, headers }: Call): string | undefined {
  const wanted = url.searchParams.get('dstcode')
  if (wanted !== DSTCODE) return `dstcode trên địa chỉ phải là ${DSTCODE}`
  if (headers.dstcode !== wanted) return 'header dstcode thiếu hoặc khác địa chỉ'
  if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
    return 'header Content-Type phải là application/json'
  if (!/^utf-?8$/i.test(String(headers.charset ?? ''))) return 'header Charset phải là utf-8'
  return undefined
}

export class NationalPortal {
  readonly holdings: Holdings
  readonly files: PortalFiles
  readonly caller: Caller
  readonly calls: CallBook
  readonly sessions: Sessions
  readonly #share: Share
  readonly #integration: Integration
  readonly #faults: Faults

  constructor({ directory, origin, faults, sessionLife, catalogue, target }: PortalParts) {
    this.holdings = new Holdings(directory, new Catalogue(catalogue))
    this.files = new PortalFiles(directory)
    this.caller = new Caller({ holdings: this.holdings, files: this.files, origin, target })
    this.calls = new CallBook(directory, 'national-portal')
    this.sessions = new Sessions(sessionLife)
    this.#share = new Share(this.holdings)
    this.#integration = new Integration(this.holdings, faults)
    this.#faults = faults
  }

  /** Everything that comes through the adapter: `RestService/forward/{path}`. */
  async forward(call: Call): Promise<Answer> {
    const problem = wrongTransport(call)
    if (problem) return unreadable(problem)
    const body = await call.json()
    const provider = call.url.searchParams.get('providerurl')
    if (provider !== null) return this.#toProvider(provider, call.params.path ?? '', body)

    switch (call.params.path) {
      case 'mapi/login':
        return this.#login(body)
      case 'mapi/share':
      case 'mapi/integration':
        return this.#call(call, body)
      default:
        return unreadable(`không có dịch vụ tại ${call.params.path}`)
    }
  }

  #login(body: Fields): Answer {
    const session = this.sessions.open(body)
    if (!session) return noSession('Sai tài khoản hoặc mật khẩu')
    const answer = { session, error_code: '0', message: 'Thành công' }
    return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(answer) }
  }

  #isAllowed(session: unknown, path: string): boolean {
    if (this.#faults.take('national', ['session-expired'], path)) this.sessions.endAll()
    return this.sessions.isOpen(session)
  }

  #call({ url, params }: Call, body: Fields): Answer {
    if (!this.#isAllowed(body.session, url.pathname)) return noSession()
    const madonvi = body.madonvi
    if (typeof madonvi !== 'string' || !speaksFor(madonvi)) return businessError('Không có quyền với madonvi này')
    const service = String(body.service ?? '')
    const asked = { madonvi: canonicalAgency(madonvi), body }
    if (params.path === 'mapi/share') {
      return this.#share.call(service, asked) ?? unreadable(`không có dịch vụ chia sẻ ${service}`)
    }
    const act = Object.hasOwn(this.#integration.services, service) ? this.#integration.services[service] : undefined
    if (!act) return unreadable(`không có dịch vụ tích hợp ${service}`)
    return this.#integration.misbehave(url.pathname) ?? act(asked)
  }

  /** The personal papers live with a provider of their own behind the same adapter. @see contract 2.8 */
  #toProvider(provider: string, path: string, body: Fields): Answer {
    if (provider !== PAPERS_PROVIDER) return unreadable(`không có providerurl ${provider}`)
    if (!this.#isAllowed(body.session, path)) return noSession()
    if (path === 'GetDanhSachKetQua') return listPapers(this.holdings, body)
    return path === 'LayTepKetQua' ? fetchPaper(this.holdings, body) : unreadable(`không có dịch vụ ${path}`)
  }
}
