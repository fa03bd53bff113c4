/**
 * A form that works without it, saved as it is filled in: each answer is posted when it is given, and the page as the
 * server then draws it is laid over the one that stands. Questions that appear, communes of a province, sums and amounts
 * in words need no button; the rules are run in one place. Where a post fails, nothing happens, and the button still works.
 */
const WAIT = 250

function live(wrapper: Element): void {
  const form = wrapper.querySelector<HTMLFormElement>('form[method="post"]')
  if (!form) return
  offerFiles(wrapper)
  let timer = 0
  let running: Promise<void> | undefined

  form.addEventListener('change', ({ target }) => {
    if (target instanceof Element && target.matches('[data-file], [name$="--paste"]')) return
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      running = (running ?? Promise.resolve()).then(() => draw(wrapper, form)).finally(() => (running = undefined))
    }, WAIT)
  })
  // What is under way is finished first: otherwise this very window would be told that another had saved the page.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!running) return
    event.preventDefault()
    const { submitter } = event
    running.finally(() => form.requestSubmit(submitter))
  })
}

type Field = HTMLInputElement | HTMLTextAreaElement

async function draw(wrapper: Element, form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    // Pasted lines wait for their own button; files go with the page.
    if (typeof value === 'string' && !name.endsWith('--paste')) body.append(name, value)
  }
  body.set('--draw', wrapper.querySelector('.err') ? 'checked' : 'quiet')
  const sent = new Map(textFields(form).map((field) => [field, field.value]))
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const next = page.querySelector('[data-live]')
  if (!next) return
  lay(wrapper, next)
  offerFiles(wrapper)
  for (const [field, value] of sent) {
    // As the server tidied it, unless somebody typed on meanwhile.
    if (field.isConnected && field.value === value && field !== document.activeElement) field.value = field.defaultValue
  }
  const status = wrapper.querySelector<HTMLElement>('[data-saved]')
  if (status) status.textContent = status.dataset.saved ?? ''
}

function textFields(form: HTMLFormElement): Field[] {
  const kinds = 'input[type="text"], input[type="tel"], input[type="email"], textarea:not([name$="--paste"])'
  return [...form.querySelectorAll<Field>(kinds)]
}

/** Where lines may be pasted, a CSV file may be chosen: it is read here, and stands in the box to be looked at first. */
function offerFiles(wrapper: Element): void {
  for (const place of wrapper.querySelectorAll<HTMLElement>('[data-csv]')) {
    const box = place.querySelector('textarea')
    if (!box || place.querySelector('[data-file]')) continue
    const label = Object.assign(document.createElement('label'), { textContent: place.dataset.csv ?? '' })
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.csv,.tsv,.txt' })
    input.dataset.file = ''
    input.onchange = async () => {
      const [file] = input.files ?? []
      if (file) box.value = decode(await file.arrayBuffer())
    }
    label.append(input)
    place.append(label)
  }
}

/** Spreadsheets write UTF-8, or UTF-16 with its mark. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes)
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return new TextDecoder(wide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}

/** Makes one tree like another and touches only what differs, so that focus, caret and a screen reader’s place stay. */
function lay(old: Element, next: Element): void {
  if (old.isEqualNode(next)) return
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of [...next.attributes])
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  // What is inserted leaves the other tree, so its children are counted first.
  const children = [...next.childNodes]
  let at = 0
  for (const child of children) {
    const current = old.childNodes[at]
    const match = [...old.childNodes].slice(at).find((one) => isSame(one, child))
    if (!match) old.insertBefore(child, current ?? null)
    else {
      if (match !== current) old.insertBefore(match, current ?? null)
      if (match instanceof Element && child instanceof Element) lay(match, child)
      else if (match.nodeValue !== child.nodeValue) match.nodeValue = child.nodeValue
    }
    at += 1
  }
  while (old.childNodes.length > children.length) old.lastChild?.remove()
}

function isSame(one: Node, other: Node): boolean {
  return one.nodeName === other.nodeName && keyOf(one) === keyOf(other)
}

/** Which question a part of the page belongs to. */
function keyOf(node: Node): string {
  if (!(node instanceof Element)) return ''
  const named = node.matches('[name]') ? node : node.querySelector('[name]')
  return node.id || named?.getAttribute('name') || ''
}

for (const wrapper of document.querySelectorAll('[data-live]')) live(wrapper)
