import { createHmac } from 'node:crypto'
import { postOut } from '../web/outgoing.ts'

const CALLBACK_SECRET = 'sandbox-callback-secret'
const WAITS = [0, 500, 2000]
const PATIENCE = 10_000

async function post(url: string, body: string, stop: AbortSignal): Promise<boolean> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const mac = createHmac('sha256', CALLBACK_SECRET).update(`${timestamp}.${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-sandbox-timestamp': timestamp,
    'x-sandbox-signature': `sha256=${mac}`,
  }
  const { status } = await postOut(url, {
    headers,
    body,
    signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)]),
  })
  return status >= 200 && status < 300
}

/** Tells the caller what was decided, three times at most. Nobody is told that it failed: the caller polls as well. */
export async function callBack(url: string, facts: unknown, stop: AbortSignal): Promise<void> {
  const body = JSON.stringify(facts)
  for (const wait of WAITS) {
    await new Promise((go) => setTimeout(go, wait).unref())
    if (stop.aborted || (await post(url, body, stop))) return
  }
}
