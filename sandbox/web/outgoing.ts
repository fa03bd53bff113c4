import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'

/** Names below `localhost` are the loopback (RFC 6761), whatever the machine's resolver thinks. */
const resolve: LookupFunction = (hostname, options, callback) => {
  if (!hostname.endsWith('.localhost')) return lookup(hostname, options, callback)
  const loopback: LookupAddress[] = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]
  if (options.all) return callback(null, loopback)
  callback(null, '127.0.0.1', 4)
}

export interface Outgoing {
  headers: Record<string, string>
  body: string | Uint8Array
  signal: AbortSignal
}

/** What came back; status 0 and the reason when nothing did. */
export interface Reply {
  status: number
  body: string
}

const KEPT_ANSWER = 20_000

/** Posts to a portal. Never throws: whoever sends decides what silence means. */
export function postOut(url: string, { headers, body, signal }: Outgoing): Promise<Reply> {
  const target = URL.parse(url)
  if (!target || !/^https?:$/.test(target.protocol)) {
    return Promise.resolve({ status: 0, body: 'not an http address' })
  }
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((done) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    const sent = send(target, { method: 'POST', headers: { ...headers, ...length }, lookup: resolve, signal })
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        if (text.length < KEPT_ANSWER) text += part
      })
      response.on('error', (error) => done({ status: 0, body: error.message }))
      response.on('end', () => done({ status: response.statusCode ?? 0, body: text.slice(0, KEPT_ANSWER) }))
    })
    sent.on('error', (error) => done({ status: 0, body: error.message }))
    sent.end(body)
  })
}
