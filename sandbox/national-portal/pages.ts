import { citizenGroups } from '../citizens/people.ts'
import { callTable } from '../web/calls.ts'
import { html, type Markup } from '../web/html.ts'
import { type Answer, showPage } from '../web/router.ts'
import type { Born, Held } from './holdings.ts'
import type { NationalPortal } from './portal.ts'
import { STATUSES } from './status.ts'
import { VARIANTS } from './variants.ts'

const TITLE = 'Cổng Dịch vụ công quốc gia · National portal'

const none = html`<p>Chưa có. <span lang="en">None yet.</span></p>`
const time = (at: string) => html`<time datetime="${at}">${at.replace('T', ' ').slice(0, 19)}</time>`
const status = (code: string) => `${code} · ${STATUSES[code] ?? '?'}`

function dossierRow({ MaHoSo, changedAt, revision, dossier, progress }: Held): Markup {
  return html`<tr><td><a href="/national/dossiers/${MaHoSo}">${MaHoSo}</a></td><td>${status(String(dossier.TrangThaiHoSo))}</td>
<td>${String(dossier.ChuHoSo)}</td><td>${revision} lần, ${progress.length} dòng tiến độ</td><td>${time(changedAt)}</td></tr>`
}

function dossierTable(list: Held[]): Markup {
  if (list.length === 0) return none
  return html`<table><thead><tr><th>Mã</th><th>Trạng thái</th><th>Chủ hồ sơ</th><th>Đồng bộ</th><th>Lúc (UTC)</th></tr></thead><tbody>${list.map(dossierRow)}</tbody></table>`
}

function toggle(name: 'fields' | 'order', isOn: boolean, words: string): Markup {
  return html`<form method="post" action="/national/_act/strict"><p>${words}: ${isOn ? 'bật · on' : 'tắt · off'}
<button class="quiet" name="${name}" value="${isOn ? 'off' : 'on'}">${isOn ? 'Tắt · Turn off' : 'Bật · Turn on'}</button></p></form>`
}

export function portalPage({ holdings, calls }: NationalPortal): Answer {
  const newest = holdings.changed({}).toReversed()
  const questions = [...holdings.questions.values()].toReversed()
  const body = html`<p>Trục liên thông, đăng nhập, đồng bộ hồ sơ và tiến độ, hỏi đáp, đánh giá.
<span lang="en">Adapter, session, dossiers and progress, questions, ratings.</span> <a href="/national/born">Nộp hồ sơ tại đây <span lang="en">· File a dossier here</span></a></p>
<h2>Hồ sơ đã nhận <span lang="en">· Dossiers held</span> (${newest.length})</h2>${dossierTable(newest.slice(0, 50))}
<h2>Hỏi đáp <span lang="en">· Questions</span></h2>
${questions.length === 0 ? none : html`<ul>${questions.slice(0, 20).map(({ HOIDAPID, NOIDUNG, answers }) => html`<li>${HOIDAPID}: ${NOIDUNG} (${answers.length} trả lời)</li>`)}</ul>`}
<form method="post" action="/national/_act/questions"><p><label for="NOIDUNG">Câu hỏi mới <span lang="en">· New question</span></label><input id="NOIDUNG" name="NOIDUNG"> <button>Hỏi</button></p></form>
<h2>Đánh giá <span lang="en">· Ratings</span></h2><p>${holdings.ratings.length}</p>
<h2>Độ khắt khe <span lang="en">· Strictness</span></h2>
${toggle('fields', holdings.strict.fields, 'Từ chối trường lạ · Refuse unknown fields')}
${toggle('order', holdings.strict.order, 'Từ chối trạng thái đi ngược · Refuse impossible orders')}
<form method="post" action="/national/_act/end-sessions"><p><button class="quiet">Kết thúc mọi phiên <span lang="en">· End all sessions</span></button></p></form>
<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(calls)}`
  return showPage(TITLE, body)
}

export function dossierPage({ holdings }: NationalPortal, code: string): Answer {
  const held = holdings.dossiers.get(code)
  if (!held) return showPage(TITLE, html`<p>Không có hồ sơ này. <a href="/national">Về</a></p>`, 404)
  const lines = held.progress.map(
    (line) =>
      html`<tr><td>${String(line.ThoiDiemXuLy)}</td><td>${status(String(line.TrangThai))}</td><td>${String(line.NguoiXuLy)}</td><td>${String(line.NoiDungXuLy)}</td></tr>`,
  )
  const body = html`<p>${status(String(held.dossier.TrangThaiHoSo))}. Đồng bộ ${held.revision} lần, lần cuối ${time(held.changedAt)}.</p>
<h2>Tiến độ <span lang="en">· Progress</span></h2>
${lines.length === 0 ? none : html`<table><thead><tr><th>Thời điểm</th><th>Trạng thái</th><th>Người xử lý</th><th>Nội dung</th></tr></thead><tbody>${lines}</tbody></table>`}
<h2>Dữ liệu <span lang="en">· Data</span></h2><pre>${JSON.stringify(held.dossier, null, 2)}</pre><p><a href="/national">Về Cổng <span lang="en">· Back</span></a></p>`
  return showPage(code, body)
}

function bornRow({ MaHoSo, MaHoSoDonVi, body, status: code, deliveries, statuses }: Born): Markup {
  const sent = deliveries.map(
    ({ variant, path, status: http, answer }) =>
      html`<details><summary>${variant} → ${path}: ${http || 'không trả lời'}</summary><pre>${answer}</pre></details>`,
  )
  const back = statuses.map(({ TrangThai, NoiDung }) => html`<br>${status(TrangThai)}: ${NoiDung}`)
  return html`<tr><td>${MaHoSo}<br>${String(body.MaTTHC)}</td><td>${String(body.ChuHoSo)}</td><td>${status(code)} ${MaHoSoDonVi}${back}</td><td>${sent}
<form method="post" action="/national/_act/born/${MaHoSo}/push"><button class="quiet">Gửi lại <span lang="en">· Again</span></button></form></td></tr>`
}

export function bornPage({ holdings, caller }: NationalPortal): Answer {
  const people = citizenGroups().flatMap(({ accounts }) => accounts)
  const procedures = holdings.catalogue.list()
  const list = [...holdings.born.values()].toReversed()
  const body = html`<p>Người dân nộp hồ sơ tại Cổng Dịch vụ công quốc gia; hồ sơ được đẩy về cơ quan.
<span lang="en">A person files here; the dossier is pushed to the agency.</span></p>
<form method="post" action="/national/_act/target" class="row"><div><label for="url">Nơi nhận <span lang="en">· Target</span></label><input id="url" name="url" size="50" value="${caller.target.url}"></div>
<div><label for="token">Mã bí mật <span lang="en">· Secret</span></label><input id="token" name="token" placeholder="giữ nguyên"></div><button class="quiet">Đổi</button></form>
<form method="post" action="/national/_act/born">
<label for="matthc">Thủ tục <span lang="en">· Procedure</span></label><select id="matthc" name="matthc">${procedures.map(({ code, name }) => html`<option value="${code}">${code} ${name}</option>`)}</select>
<label for="person">Người nộp <span lang="en">· Person</span></label><select id="person" name="person">${people.map(({ sub, name }) => html`<option value="${sub}">${name}</option>`)}</select>
<label for="answers">Dữ liệu biểu mẫu (JSON) <span lang="en">· Form data</span></label><textarea id="answers" name="answers" rows="6">{}</textarea>
<label for="files">Tệp (JSON) <span lang="en">· Files</span></label><textarea id="files" name="files" rows="3">[{"name": "giay-to.pdf", "component": ""}]</textarea>
<label for="variant">Cách gửi <span lang="en">· Manner</span></label><select id="variant" name="variant">${Object.entries(VARIANTS).map(([name, { about }]) => html`<option value="${name}">${name}: ${about}</option>`)}</select>
<p><button>Nộp và đẩy <span lang="en">· File and push</span></button></p></form>
<h2>Đã nộp <span lang="en">· Filed</span></h2>
${list.length === 0 ? none : html`<table><thead><tr><th>Mã</th><th>Người nộp</th><th>Phía cơ quan</th><th>Lượt đẩy</th></tr></thead><tbody>${list.slice(0, 50).map(bornRow)}</tbody></table>`}
<p><a href="/national">Về Cổng <span lang="en">· Back</span></a></p>`
  return showPage('Nộp hồ sơ tại Cổng quốc gia · Filed at the national portal', body)
}
