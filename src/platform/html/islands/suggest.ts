/**
 * Suggestions under a search field that works without them: an editable combobox with a list (WAI-ARIA 1.2). Up, down,
 * Enter, Escape; what is typed stays typed, and Enter without a choice searches as ever.
 */
interface Suggestions {
  items: { href: string; name: string }[]
  /** How many, in the words of the page, for those who do not see them. */
  said: string
}

const WAIT = 120

function suggestFor(input: HTMLInputElement, form: HTMLFormElement): void {
  const list = Object.assign(document.createElement('ul'), { id: 'suggest', className: 'suggest', hidden: true })
  const status = Object.assign(document.createElement('p'), { className: 'vh' })
  const set = (element: Element, name: string, value: string) => element.setAttribute(name, value)
  set(list, 'role', 'listbox')
  set(list, 'aria-label', form.querySelector('label')?.textContent ?? '')
  set(status, 'role', 'status')
  set(input, 'role', 'combobox')
  set(input, 'aria-autocomplete', 'list')
  set(input, 'aria-controls', 'suggest')
  form.append(list, status)

  let chosen = -1
  let timer = 0
  let asked: AbortController | undefined

  const choose = (at: number) => {
    list.children[chosen]?.setAttribute('aria-selected', 'false')
    chosen = at
    const option = list.children[at]
    if (!option) return input.removeAttribute('aria-activedescendant')
    set(option, 'aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    set(input, 'aria-activedescendant', option.id)
  }
  const show = (open: boolean) => {
    list.hidden = !open
    set(input, 'aria-expanded', String(open))
    choose(-1)
  }
  const draw = ({ items, said }: Suggestions) => {
    list.replaceChildren(
      ...items.map(({ href, name }, at) => {
        const option = Object.assign(document.createElement('li'), { id: `suggest-${at}`, textContent: name })
        set(option, 'role', 'option')
        set(option, 'lang', 'vi')
        set(option, 'aria-selected', 'false')
        option.onmousedown = (event) => event.preventDefault()
        option.onclick = () => location.assign(href)
        option.dataset.href = href
        return option
      }),
    )
    status.textContent = said
    show(items.length > 0)
  }
  const ask = async () => {
    asked?.abort()
    asked = new AbortController()
    const query = input.value.trim()
    if (query.length < 2) return show(false)
    const address = `${form.getAttribute('action')}/suggestions?q=${encodeURIComponent(query)}`
    try {
      const answer = await fetch(address, { signal: asked.signal })
      if (answer.ok && document.activeElement === input) draw(await answer.json())
    } catch {
      // Asked again meanwhile, or no network: the field searches without suggestions.
    }
  }

  show(false)
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, WAIT)
  })
  input.addEventListener('blur', () => show(false))
  input.addEventListener('keydown', (event) => {
    const { length } = list.children
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      show(false)
    } else if (/^Arrow(Down|Up)$/.test(event.key) && length > 0) {
      event.preventDefault()
      if (list.hidden) show(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      choose(chosen < 0 && step < 0 ? length - 1 : chosen + step >= length ? -1 : chosen + step)
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      location.assign((list.children[chosen] as HTMLElement).dataset.href ?? '')
    }
  })
}

const form = document.querySelector<HTMLFormElement>('form.search[action="/procedures"]')
const input = form?.querySelector('input')
if (form && input) suggestFor(input, form)
