import { html } from '../web/html.ts'
import { type Answer, json, nothing, type Router, seeOther, showPage } from '../web/router.ts'
import { type Fault, type Faults, KINDS, TARGETS } from './faults.ts'

function row(fault: Fault) {
  return html`<tr><td>${fault.target}</td><td>${fault.kind}</td><td>${fault.times ?? '∞'}</td>
<td>${fault.kind === 'slow' && `${fault.ms} ms`} ${fault.path && html`<code>${fault.path}</code>`}</td></tr>`
}

function choices(name: string, label: string, values: readonly string[]) {
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${values.map((value) => html`<option>${value}</option>`)}</select></div>`
}

function field(name: string, label: string, kind: 'number' | 'text') {
  return html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${kind}"${kind === 'number' && html` min="0" inputmode="numeric"`}></div>`
}

function faultsPage(faults: Faults, problem?: string): Answer {
  const list = faults.list()
  const body = html`<p>Chọn hệ thống và kiểu trục trặc để thử phản ứng của cổng.
<span lang="en">Choose a system and a trouble to see how the portal bears it.</span></p>
${problem && html`<p class="stop" role="alert" lang="en">${problem}</p>`}
<form method="post" action="/faults" class="row">
${choices('target', 'Hệ thống · System', TARGETS)}
${choices('kind', 'Trục trặc · Trouble', KINDS)}
${field('times', 'Số lần · Times', 'number')}
${field('ms', 'Chậm (ms) · Delay', 'number')}
${field('path', 'Đường dẫn chứa · Path contains', 'text')}
<button>Bật trục trặc <span lang="en">· Start</span></button>
</form>
<h2>Đang bật <span lang="en">· Active</span></h2>
${
  list.length === 0
    ? html`<p>Không có. <span lang="en">None.</span></p>`
    : html`<table><thead><tr><th>Hệ thống</th><th>Trục trặc</th><th>Số lần còn</th><th>Chi tiết</th></tr></thead><tbody>${list.map(row)}</tbody></table>
<form method="post" action="/faults/clear"><p><button class="quiet">Tắt tất cả <span lang="en">· Stop all</span></button></p></form>`
}`
  return showPage('Trục trặc theo ý · Faults', body, problem ? 422 : 200)
}

export function faultRoutes(router: Router, faults: Faults): void {
  router.on('GET', '/faults', ({ headers }) =>
    headers.accept?.includes('text/html') ? faultsPage(faults) : json({ faults: faults.list() }),
  )
  router.on('POST', '/faults', async (call) => {
    if (call.headers['content-type']?.startsWith('application/json')) {
      const fault = faults.add(await call.json())
      return typeof fault === 'string' ? json({ error: 'invalid-request', message: fault }, 400) : json(fault, 201)
    }
    const fault = faults.add(Object.fromEntries(await call.form()))
    return typeof fault === 'string' ? faultsPage(faults, fault) : seeOther('/faults')
  })
  router.on('POST', '/faults/clear', () => {
    faults.clear()
    return seeOther('/faults')
  })
  router.on('DELETE', '/faults', () => {
    faults.clear()
    return nothing
  })
}
