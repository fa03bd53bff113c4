import { html } from '../web/html.ts'
import { type Answer, json, nothing, type Router, seeOther, showPage } from '../web/router.ts'
import type { Mailbox, Message } from './mailbox.ts'

const TITLE = 'Hộp thư · Mailbox'

function notFound(): Answer {
  return showPage(
    TITLE,
    html`<p>Không có thư này. <span lang="en">No such message.</span> <a href="/mailbox">Hộp thư</a></p>`,
    404,
  )
}

function listPage(mailbox: Mailbox): Answer {
  const rows = mailbox
    .list()
    .map(
      ({ id, receivedAt, to, subject }) =>
        html`<tr><td><time datetime="${receivedAt}">${receivedAt.replace('T', ' ').slice(0, 19)}</time></td><td>${to.join(', ')}</td><td><a href="/mailbox/${id}">${subject || '(không có tiêu đề)'}</a></td></tr>`,
    )
  const body =
    rows.length === 0
      ? html`<p>Chưa có thư nào. <span lang="en">No message yet.</span></p>`
      : html`<table><thead><tr><th>Lúc (UTC)</th><th>Gửi tới</th><th>Tiêu đề</th></tr></thead><tbody>${rows}</tbody></table>
<form method="post" action="/mailbox/clear"><p><button class="quiet">Xóa tất cả <span lang="en">· Delete all</span></button></p></form>`
  return showPage(TITLE, body)
}

/** Web addresses in a plain text can be followed; nothing else in it is markup. */
function linked(text: string) {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((piece, index) => (index % 2 ? html`<a href="${piece}">${piece}</a>` : piece))
}

function messagePage({ id, receivedAt, from, to, subject, text, html: markup, attachments }: Message): Answer {
  const body = html`<dl><dt>Từ <span lang="en">· From</span></dt><dd>${from}</dd>
<dt>Gửi tới <span lang="en">· To</span></dt><dd>${to.join(', ')}</dd>
<dt>Lúc (UTC)</dt><dd><time datetime="${receivedAt}">${receivedAt}</time></dd>
${attachments.length > 0 && html`<dt>Tệp <span lang="en">· Files</span></dt>${attachments.map(({ filename, size }, index) => html`<dd><a href="/mailbox/${id}/attachments/${index}">${filename}</a> (${size} B)</dd>`)}`}</dl>
<h2>Văn bản <span lang="en">· Text</span></h2><pre>${linked(text)}</pre>
${markup !== undefined && html`<h2>HTML</h2><iframe src="/mailbox/${id}/html" title="Thư dạng HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}
<p><a href="/mailbox">Về hộp thư <span lang="en">· Back</span></a></p>`
  return showPage(subject || TITLE, body)
}

/** The letter's own markup: no script, no outside source, no form, and no origin of its own. */
function letter(markup: string): Answer {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: `<!doctype html><base target="_blank">${markup}`,
  }
}

async function download(mailbox: Mailbox, id: string, index: number): Promise<Answer> {
  const found = await mailbox.attachment(id, index)
  if (!found) return notFound()
  const name = encodeURIComponent(found.filename).replaceAll("'", '%27')
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
    body: found.content,
  }
}

export function mailboxRoutes(router: Router, mailbox: Mailbox): void {
  router.on('GET', '/mailbox', () => listPage(mailbox))
  router.on('POST', '/mailbox/clear', () => {
    mailbox.remove()
    return seeOther('/mailbox')
  })
  router.on('GET', '/mailbox.json', ({ url }) => json({ messages: mailbox.list(url.searchParams.get('to')) }))
  router.on('DELETE', '/mailbox.json', ({ url }) => {
    mailbox.remove(url.searchParams.get('to'))
    return nothing
  })
  router.on('GET', '/mailbox/:id', ({ params }) => {
    const message = mailbox.find(params.id ?? '')
    return message ? messagePage(message) : notFound()
  })
  router.on('GET', '/mailbox/:id/html', ({ params }) => {
    const message = mailbox.find(params.id ?? '')
    return message?.html === undefined ? notFound() : letter(message.html)
  })
  router.on('GET', '/mailbox/:id/attachments/:index', ({ params }) => {
    return download(mailbox, params.id ?? '', Number(params.index))
  })
}
