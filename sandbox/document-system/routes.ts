import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Faults } from '../faults/faults.ts'
import { credential } from '../lgsp/tokens.ts'
import { samplePdf } from '../national-portal/sample-file.ts'
import { CallBook, callRoutes, callTable } from '../web/calls.ts'
import { html } from '../web/html.ts'
import { Journal } from '../web/journal.ts'
import { type Answer, bytes, type Call, type Handler, json, type Router, seeOther, showPage } from '../web/router.ts'
import { type Draft, type Issued, readDraft, WrongDraft, writeIssued } from './edxml.ts'

const TOKEN = 'sandbox-documents-token'

type State = 'received' | 'issued' | 'returned'

interface Document {
  id: string
  print: string
  receivedAt: string
  draft: Draft
  state: State
  issued?: Issued
  reason?: string
  /** Times asked about: one that waits is issued when it is asked about again. */
  asked: number
  acknowledged: boolean
}

/** Drafts go in, come back with a number and a date, or are returned with a reason. */
export class DocumentSystem {
  readonly #journal: Journal<Document>
  readonly #documents = new Map<string, Document>()
  auto = true

  constructor(directory: string) {
    this.#journal = new Journal(join(directory, 'document-system', 'documents.jsonl'))
    for (const one of this.#journal.read()) this.#documents.set(one.id, one)
  }

  list(): Document[] {
    return [...this.#documents.values()]
  }

  find(id: string): Document | undefined {
    return this.#documents.get(id)
  }

  /** `undefined`: this DocumentId came with other content. */
  take(text: string): { document: Document; isNew: boolean } | undefined {
    const draft = readDraft(text)
    const print = createHash('sha256').update(text).digest('hex')
    const known = this.#documents.get(draft.documentId)
    if (known) return known.print === print ? { document: known, isNew: false } : undefined
    const start = { state: 'received', asked: 0, acknowledged: false, receivedAt: new Date().toISOString() } as const
    return { document: this.keep({ id: draft.documentId, print, draft, ...start }), isNew: true }
  }

  look(document: Document): Document {
    if (document.state !== 'received') return document
    if (this.auto && document.asked > 0) return this.issue(document)
    return this.keep({ ...document, asked: document.asked + 1 })
  }

  issue(document: Document): Document {
    if (document.state !== 'received') return document
    const number = String(this.list().filter(({ state }) => state === 'issued').length + 1)
    const [year, month, day] = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-')
    const issued = { number, notation: 'TB-UBND', date: `${day}/${month}/${year}`, signer: 'Nguyễn Văn Vĩ' }
    return this.keep({ ...document, state: 'issued', issued })
  }

  keep(document: Document): Document {
    this.#journal.append(document)
    this.#documents.set(document.id, document)
    return document
  }
}

function shown({ id, state, issued, reason, receivedAt, draft, acknowledged }: Document) {
  return { id, state, issued, reason, receivedAt, reference: draft.reference, subject: draft.subject, acknowledged }
}

async function takeDraft(call: Call, { system, faults }: { system: DocumentSystem; faults: Faults }): Promise<Answer> {
  const fault = faults.take('documents', ['refuse', 'exists'], call.url.pathname)
  if (fault?.kind === 'exists') return json({ error: 'exists', message: 'Văn bản đã tồn tại' }, 409)
  if (fault) return json({ error: 'refused', message: 'Đơn vị nhận chưa mở sổ' }, 422)
  if (!/^(text|application)\/xml\b/.test(call.headers['content-type'] ?? '')) {
    return json({ error: 'invalid-request', message: 'Content-Type: application/xml' }, 415)
  }
  try {
    const taken = system.take((await call.body()).toString('utf8'))
    if (!taken) return json({ error: 'exists', message: 'DocumentId đã dùng cho văn bản khác' }, 409)
    return json(shown(taken.document), taken.isNew ? 202 : 200)
  } catch (error) {
    if (error instanceof WrongDraft) return json({ error: 'invalid-draft', reasons: error.reasons }, 422)
    throw error
  }
}

function documentPage(system: DocumentSystem, book: CallBook): Answer {
  const rows = system
    .list()
    .toReversed()
    .map(({ id, draft, state, issued, reason }) => {
      const decide = html`<form method="post" action="/document-system/_act/decide" class="row"><input type="hidden" name="id" value="${id}">
<button name="decision" value="issue">Ban hành</button><button name="decision" value="return" class="quiet">Trả lại</button></form>`
      const outcome = issued ? `${issued.number}/${issued.notation} ngày ${issued.date}` : (reason ?? '')
      return html`<tr><td>${id}</td><td>${draft.subject}</td><td>${draft.from} → ${draft.to.join(', ')}</td><td>${state} ${outcome} ${state === 'received' && decide}</td></tr>`
    })
  const body = html`<p>Nhận dự thảo, cấp số và ngày, gửi văn bản trở lại. <span lang="en">Takes drafts, gives number and date, sends them back.</span></p>
<form method="post" action="/document-system/_act/auto"><p>Tự ban hành: ${system.auto ? 'bật · on' : 'tắt · off'} <button class="quiet" name="auto" value="${system.auto ? 'off' : 'on'}">Đổi</button></p></form>
${rows.length === 0 ? html`<p>Chưa có. <span lang="en">None yet.</span></p>` : html`<table><thead><tr><th>Mã</th><th>Trích yếu</th><th>Từ, đến</th><th>Tình trạng</th></tr></thead><tbody>${rows}</tbody></table>`}
<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`
  return showPage('Quản lý văn bản và điều hành · Document system', body)
}

function actRoutes(router: Router, system: DocumentSystem): void {
  router.on('POST', '/document-system/_act/auto', async (call) => {
    system.auto = (await call.form()).get('auto') === 'on'
    return seeOther('/document-system')
  })
  router.on('POST', '/document-system/_act/decide', async (call) => {
    const form = await call.form()
    const document = system.find(form.get('id') ?? '')
    if (document?.state !== 'received') return json({ error: 'invalid-request' }, 400)
    if (form.get('decision') === 'return') {
      system.keep({ ...document, state: 'returned', reason: form.get('reason') || 'Sai thể thức' })
    } else system.issue(document)
    return seeOther('/document-system')
  })
  router.on('GET', '/document-system/_state/documents', () => json({ documents: system.list().map(shown) }))
}

/** @see contract 3.4 */
export function documentRoutes(router: Router, { directory, faults }: { directory: string; faults: Faults }): void {
  const system = new DocumentSystem(directory)
  const book = new CallBook(directory, 'document-system')
  const guarded = (handler: Handler): Handler =>
    book.kept((call) => {
      const isOver = faults.take('documents', ['session-expired'], call.url.pathname) !== undefined
      const isKnown = credential(call.headers.authorization, 'bearer') === TOKEN
      return isKnown && !isOver ? handler(call) : json({ error: 'unauthorized' }, 401)
    })
  const found = (act: (document: Document, call: Call) => Answer): Handler =>
    guarded((call) => {
      const document = system.find(call.params.id ?? '')
      return document ? act(document, call) : json({ error: 'unknown-document' }, 404)
    })

  router.on(
    'POST',
    '/document-system/drafts',
    guarded((call) => takeDraft(call, { system, faults })),
  )
  router.on(
    'GET',
    '/document-system/documents/:id',
    found((document) => json(shown(system.look(document)))),
  )
  router.on(
    'GET',
    '/document-system/documents/:id/edxml',
    found(({ draft, issued }) =>
      issued
        ? bytes(writeIssued(draft, issued, samplePdf(draft.subject)), 'application/xml; charset=utf-8')
        : json({ error: 'not-issued' }, 409),
    ),
  )
  router.on(
    'GET',
    '/document-system/inbox',
    guarded(() => {
      const back = system.list().filter(({ state, acknowledged }) => state !== 'received' && !acknowledged)
      return json({ documents: back.map(shown) })
    }),
  )
  router.on(
    'POST',
    '/document-system/inbox/:id/ack',
    found((document) => json(shown(system.keep({ ...document, acknowledged: true })))),
  )
  router.on('GET', '/document-system', () => documentPage(system, book))
  actRoutes(router, system)
  callRoutes(router, '/document-system', book)
}
