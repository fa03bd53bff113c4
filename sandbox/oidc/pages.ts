import { createHash } from 'node:crypto'
import { html, Markup } from '../web/html.ts'
import { type Answer, showPage } from '../web/router.ts'

export interface Account {
  sub: string
  name: string
  /** A line under the name: who this is and what is special about them. */
  note: string
  /** Assurance of the sign-in; becomes `acr`. */
  acr?: string
  claims: Record<string, string>
}

export interface Group {
  title: Markup
  accounts: Account[]
}

function personButton({ sub, name, note }: Account) {
  return html`<li><button name="account" value="${sub}"><strong>${name}</strong> ${note}</button></li>`
}

/** Everyone, one button each: choosing a person is signing in. */
export function peoplePage(title: string, groups: Group[]): Answer {
  const body = html`<p>Chọn một người để đăng nhập. Mọi người ở đây đều là hư cấu.
<span lang="en">Choose a person to sign in as. Everyone here is invented.</span></p>
<form method="post">
${groups.map(({ title, accounts }) => html`<h2>${title}</h2><ul class="people">${accounts.map(personButton)}</ul>`)}
<p><button class="quiet" name="account" value="">Hủy, không đăng nhập <span lang="en">· Cancel</span></button></p>
</form>`
  return showPage(title, body)
}

const SUBMIT = "document.querySelector('main button').click()"

/** `form` comes from the provider and names itself `op.logoutForm`. Without script the person presses the button. */
export function signOutPage(form: string): Answer {
  const body = html`${new Markup(form)}
<p>Bạn đang rời hệ thống định danh mô phỏng. <span lang="en">You are leaving the simulated identity system.</span></p>
<p><button form="op.logoutForm" name="logout" value="yes">Đăng xuất <span lang="en">· Sign out</span></button></p>
${new Markup(`<script>${SUBMIT}</script>`)}`
  const answer = showPage('Đăng xuất · Sign out', body)
  const hash = createHash('sha256').update(SUBMIT).digest('base64')
  const policy = `${answer.headers['content-security-policy']}; script-src 'sha256-${hash}'`
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': policy } }
}

export function signedOutPage(): Answer {
  return showPage(
    'Đã đăng xuất · Signed out',
    html`<p>Bạn đã đăng xuất. <span lang="en">You have signed out.</span></p>`,
  )
}

export function problemPage(error: string, description = ''): Answer {
  const body = html`<p>Không đăng nhập được. Hãy quay lại cổng và thử lại từ đầu.
<span lang="en">Sign-in did not work. Go back to the portal and start again.</span></p>
<p><code>${error}</code> <span lang="en">${description}</span></p>`
  return showPage('Có trục trặc · Something is wrong', body, 400)
}
