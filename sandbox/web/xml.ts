import { BadRequest } from './router.ts'

export interface Element {
  /** Without prefix. */
  name: string
  namespace: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,10});/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
    const known = ENTITIES[name]
    if (known === undefined) throw new BadRequest(`unknown entity ${whole}`)
    return known
  })
}

const TOKEN =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

interface Open {
  element: Element
  raw: string
  scope: Record<string, string>
}

function openElement(raw: string, attributeText: string, outer: Record<string, string>): Open {
  const attributes: Record<string, string> = {}
  const scope = { ...outer }
  for (const [, name = '', double, single] of attributeText.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? '')
    if (name === 'xmlns') scope[''] = value
    else if (name.startsWith('xmlns:')) scope[name.slice(6)] = value
    else attributes[name] = value
  }
  const [prefix, name] = raw.includes(':') ? raw.split(':', 2) : ['', raw]
  const namespace = scope[prefix ?? ''] ?? ''
  return { raw, scope, element: { name: name ?? raw, namespace, attributes, children: [], text: '' } }
}

/** Reads a document without document type and without outside entities. Throws `BadRequest`. */
export function parseXml(text: string): Element {
  const root = openElement('', '', {})
  const stack: Open[] = [root]
  TOKEN.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(text)
    const top = stack.at(-1)
    if (!token || !top) throw new BadRequest(`not XML at character ${at}`)
    const [, cdata, close, name, attributes = '', empty, words] = token
    if (cdata !== undefined) top.element.text += cdata
    if (words !== undefined) top.element.text += decode(words)
    if (name === undefined) continue
    if (close) {
      if (top.raw !== name || stack.length === 1) throw new BadRequest(`</${name}> closes nothing`)
      stack.pop()
      continue
    }
    const opened = openElement(name, attributes, top.scope)
    top.element.children.push(opened.element)
    if (!empty) stack.push(opened)
  }
  const [document] = root.element.children
  if (stack.length > 1 || !document || root.element.children.length > 1) throw new BadRequest('not one XML document')
  return document
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name)
}

/** The text at a path of names, trimmed; `''` when there is none. */
export function textAt(element: Element | undefined, ...path: string[]): string {
  let here = element
  for (const name of path) here = child(here, name)
  return here?.text.trim() ?? ''
}

export type Content = string | number | undefined | { [name: string]: Content } | Content[]

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[character]};`)
}

/** Markup of a tree: a list repeats its element, `undefined` leaves it away. */
export function toXml(content: { [name: string]: Content }): string {
  return Object.entries(content)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one): [string, Content] => [name, one]))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const inside = typeof value === 'object' && !Array.isArray(value) ? toXml(value) : escapeXml(String(value))
      return `<${name}>${inside}</${name}>`
    })
    .join('')
}

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'

/** What is in the body of a SOAP 1.1 envelope. Throws `BadRequest`. */
export function soapBody(text: string): Element {
  const envelope = parseXml(text)
  const [asked] = child(envelope, 'Body')?.children ?? []
  if (envelope.name !== 'Envelope' || envelope.namespace !== SOAP || !asked)
    throw new BadRequest('not a SOAP 1.1 message')
  return asked
}

export function soapEnvelope(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${SOAP}"><soap:Body>${inside}</soap:Body></soap:Envelope>`
}

export function soapFault(side: 'Client' | 'Server', code: string, message: string): string {
  const detail = toXml({ MaLoi: code, MoTaLoi: message })
  return soapEnvelope(
    `<soap:Fault><faultcode>soap:${side}</faultcode>${toXml({ faultstring: message })}<detail>${detail}</detail></soap:Fault>`,
  )
}
