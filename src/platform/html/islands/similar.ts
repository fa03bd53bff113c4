/**
 * While a question is being typed: answered questions like it, in `#similar` under the field. Without script the server
 * shows them after the first press of the button.
 */
interface Like {
  href: string
  question: string
  language: string
}

const WAIT = 600
const LEAST = 12

const place = document.querySelector<HTMLElement>('#similar')
const field = document.querySelector<HTMLTextAreaElement>('#ask textarea')

function draw(place: HTMLElement, found: readonly Like[]): void {
  const title = Object.assign(document.createElement('p'), { textContent: place.dataset.title ?? '' })
  const list = document.createElement('ul')
  for (const { href, question, language } of found) {
    const link = Object.assign(document.createElement('a'), { href, textContent: question, lang: language })
    link.target = '_blank'
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  place.replaceChildren(...(found.length > 0 ? [title, list] : []))
}

if (place && field) {
  place.setAttribute('role', 'status')
  let timer = 0
  let asked: AbortController | undefined
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(async () => {
      asked?.abort()
      asked = new AbortController()
      const text = field.value.trim()
      if (text.length < LEAST) return draw(place, [])
      try {
        const answer = await fetch(`/questions/similar?q=${encodeURIComponent(text)}`, { signal: asked.signal })
        if (answer.ok) draw(place, await answer.json())
      } catch {
        // Typed on meanwhile, or no network: they are shown when the question is sent.
      }
    }, WAIT)
  })
}
