import { createHmac } from 'node:crypto'
import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'

const CALLBACK_SECRET = 'sandbox-callback-secret'
const WAITS = [0, 500, 2000]
const PATIENCE = 10_000

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

function post(url: URL, body: string, stop: AbortSignal): Promise<boolean> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const mac = createHmac('sha256', CALLBACK_SECRET).update(`${timestamp}.${body}`).digest('hex')
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((done) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-sandbox-timestamp': timestamp,
      'x-sandbox-signature': `sha256=${mac}`,
    }
    const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)])
    const sent = send(url, { method: 'POST', headers, lookup: resolve, signal }, (response) => {
      response.resume()
      const { statusCode = 0 } = response
      done(statusCode >= 200 && statusCode < 300)
    })
    sent.on('error', () => done(false))
    sent.end(body)
  })
}

/** Tells the caller what was decided, three times at most. Nobody is told that it failed: the caller polls as well. */
export async function callBack(url: string, facts: unknown, stop: AbortSignal): Promise<void> {
  const body = JSON.stringify(facts)
  for (const wait of WAITS) {
    await new Promise((go) => setTimeout(go, wait).unref())
    if (stop.aborted || (await post(new URL(url), body, stop))) return
  }
}
