import { html } from '../web/html.ts'
import { type Answer, showPage } from '../web/router.ts'
import type { SigningGateway, SigningRequest, State } from './requests.ts'
import { signerIds } from './signers.ts'

const STATES: Record<State, { tone: string; words: string }> = {
  pending: { tone: 'wait', words: 'Chờ ký · Pending' },
  signed: { tone: 'good', words: 'Đã ký · Signed' },
  refused: { tone: 'stop', words: 'Từ chối · Refused' },
  expired: { tone: 'stop', words: 'Hết hạn · Expired' },
}

function row({ requestId, createdAt, userId, description, state }: SigningRequest) {
  const { tone, words } = STATES[state]
  const decide = html`<form method="post" action="/signing/requests/${requestId}/decision" class="row">
<button name="decision" value="approve">Ký <span lang="en">· Approve</span></button>
<button name="decision" value="refuse" class="quiet">Từ chối <span lang="en">· Refuse</span></button></form>`
  return html`<tr><td><time datetime="${createdAt}">${createdAt.replace('T', ' ').slice(0, 19)}</time></td><td>${userId}</td><td>${description}</td>
<td><span class="${tone}">${words}</span> ${state === 'pending' && decide}</td></tr>`
}

/** The signer's telephone, as a page. */
export function signingPage(gateway: SigningGateway): Answer {
  const list = gateway.list()
  const [state, english] = gateway.auto ? ['bật', 'on'] : ['tắt', 'off']
  const body = html`<p>Yêu cầu ký số từ xa. Có thể ký hoặc từ chối bằng tay ở đây.
<span lang="en">Remote signing requests. A person may approve or refuse them here.</span></p>
<details><summary>Ai ký được? <span lang="en">· Who can sign?</span></summary><ul>${signerIds.map((id) => html`<li><code>${id}</code></li>`)}</ul></details>
<form method="post" action="/signing/settings"><p>Tự động ký đang ${state}. <span lang="en">Automatic approval is ${english}.</span></p>
<p><button class="quiet" name="auto" value="${gateway.auto ? 'off' : 'on'}">${gateway.auto ? 'Tắt tự động ký' : 'Bật tự động ký'} <span lang="en">· ${gateway.auto ? 'Turn off' : 'Turn on'}</span></button></p></form>
<h2>Yêu cầu <span lang="en">· Requests</span></h2>
${
  list.length === 0
    ? html`<p>Chưa có yêu cầu nào. <span lang="en">None yet.</span></p>`
    : html`<table><thead><tr><th>Lúc (UTC)</th><th>Người ký</th><th>Nội dung</th><th>Tình trạng</th></tr></thead><tbody>${list.map(row)}</tbody></table>`
}`
  return showPage('Ký số từ xa · Remote signing', body)
}
