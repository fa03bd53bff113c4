import { XMLBuilder, XMLParser } from 'fast-xml-parser'

export type XmlValue = string | { [name: string]: XmlValue | XmlValue[] | undefined }

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true })
const parser = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true, parseTagValue: false, trimValues: true })

/** A SOAP 1.1 envelope with one operation of the namespace in its body. */
export function envelope(namespace: string, operation: string, fields: { [name: string]: XmlValue }): string {
  const body = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`b:${name}`, prefixed(value)]))
  return `<?xml version="1.0" encoding="utf-8"?>${builder.build({
    'soap:Envelope': {
      '@_xmlns:soap': 'http://schemas.xmlsoap.org/soap/envelope/',
      '@_xmlns:b': namespace,
      'soap:Body': { [`b:${operation}`]: body },
    },
  })}`
}

function prefixed(value: XmlValue): XmlValue {
  if (typeof value === 'string') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      `b:${name}`,
      Array.isArray(inner) ? inner : inner && prefixed(inner),
    ]),
  )
}

export type SoapAnswer = { fault: string } | { body: Record<string, unknown> }

/** What stands in the body of an answer, or its fault. Throws when it is no SOAP, or brings a document type of its own. */
export function readEnvelope(xml: string): SoapAnswer {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Error('an answer with a document type is not read')
  const body = inside(inside(parser.parse(xml), 'Envelope'), 'Body')
  if (!body) throw new Error('the answer is not a SOAP envelope')
  const fault = inside(body, 'Fault')
  return fault ? { fault: textIn(fault, 'faultstring') ?? textIn(fault, 'faultcode') ?? 'Fault' } : { body }
}

export function inside(value: unknown, name: string): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found = (value as Record<string, unknown>)[name]
  const first = Array.isArray(found) ? found[0] : found
  return typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : undefined
}

export function textIn(value: unknown, name: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
  return typeof found === 'string' && found !== '' ? found.normalize('NFC') : undefined
}
