import { join } from 'node:path'
import type { Fields } from '../web/fields.ts'
import { html, type Markup } from '../web/html.ts'
import { Journal } from '../web/journal.ts'

/** A dossier as one specialised system holds it. */
export interface Case {
  id: string
  createdAt: string
  status: string
  body: Fields
  history: { at: string; status: string; note: string }[]
  /** What is sent back: a result, a notice. */
  answer: Fields
}

/** The dossiers of one system; every change is in its journal before it is answered. */
export class Cases {
  readonly #journal: Journal<Case>
  readonly #cases = new Map<string, Case>()

  constructor(directory: string, system: string) {
    this.#journal = new Journal(join(directory, system, 'cases.jsonl'))
    for (const one of this.#journal.read()) this.#cases.set(one.id, one)
  }

  list(): Case[] {
    return [...this.#cases.values()]
  }

  find(id: unknown): Case | undefined {
    return typeof id === 'string' ? this.#cases.get(id) : undefined
  }

  open({ id, status, body }: Pick<Case, 'id' | 'status' | 'body'>): Case {
    const at = new Date().toISOString()
    return this.#keep({ id, status, body, createdAt: at, history: [{ at, status, note: '' }], answer: {} })
  }

  move(one: Case, { status, note = '', answer = {} }: { status: string; note?: string; answer?: Fields }): Case {
    const history = [...one.history, { at: new Date().toISOString(), status, note }]
    return this.#keep({ ...one, status, history, answer: { ...one.answer, ...answer } })
  }

  #keep(one: Case): Case {
    this.#journal.append(one)
    this.#cases.set(one.id, one)
    return one
  }
}

/** The cases of a system as a table, with buttons that move them. */
export function caseTable(cases: Cases, act: { path: string; statuses: Record<string, string> }): Markup {
  const list = cases.list().toReversed().slice(0, 50)
  if (list.length === 0) return html`<p>Chưa có hồ sơ nào. <span lang="en">None yet.</span></p>`
  const rows = list.map(
    ({ id, status, history }) => html`<tr><td>${id}</td><td>${status} · ${act.statuses[status] ?? ''}</td>
<td>${history.map((step) => step.status).join(' → ')}</td><td><form method="post" action="${act.path}" class="row"><input type="hidden" name="id" value="${id}">
<label class="row">Chuyển <select name="status">${Object.entries(act.statuses).map(([code, words]) => html`<option value="${code}">${code} ${words}</option>`)}</select></label><button class="quiet">Đổi</button></form></td></tr>`,
  )
  return html`<table><thead><tr><th>Mã</th><th>Trạng thái</th><th>Diễn biến</th><th></th></tr></thead><tbody>${rows}</tbody></table>`
}
