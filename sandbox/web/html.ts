/** Markup that is already safe. Everything else is escaped by `html`. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Piece = Markup | string | number | undefined | false | Piece[]

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

function render(piece: Piece): string {
  if (piece instanceof Markup) return piece.text
  if (Array.isArray(piece)) return piece.map(render).join('')
  if (piece === undefined || piece === false) return ''
  return escapeHtml(String(piece))
}

/** A template whose values are escaped, unless they come from `html` themselves. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(strings.reduce((text, part, index) => text + render(pieces[index - 1]) + part))
}

interface PageParts {
  title: string
  body: Markup
}

/** A whole page. Each one says in both languages that nothing here is real. */
export function page({ title, body }: PageParts): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Mô phỏng</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<header>
<p class="simulated"><strong>Mô phỏng – không phải hệ thống thật.</strong> <span lang="en">Simulated – not a real system.</span></p>
<p><a href="/">Thế giới bên ngoài thu nhỏ <span lang="en">· Sandbox</span></a></p>
</header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text
}
