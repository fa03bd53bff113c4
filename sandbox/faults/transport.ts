import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Faults, Kind, Target } from './faults.ts'

const PREFIXES: [string, Target][] = [
  ['/citizens/', 'citizens'],
  ['/staff/', 'staff'],
  ['/signing/v1/', 'signing'],
  ['/ocsp', 'ocsp'],
  ['/tsa', 'tsa'],
]

const TYPES: Partial<Record<Target, string>> = {
  ocsp: 'application/ocsp-response',
  tsa: 'application/timestamp-reply',
  crl: 'application/pkix-crl',
}

/** Troubles of the road, the same for every port: the service itself need not know. */
const ON_THE_ROAD: Kind[] = ['slow', 'error500', 'down', 'lost-answer', 'garbage']

function targetOf(path: string): Target | undefined {
  if (path.startsWith('/ca/') && path.endsWith('.crl')) return 'crl'
  return PREFIXES.find(([prefix]) => path.startsWith(prefix))?.[1]
}

/** The service does its work and thinks it has answered; the caller sees a broken connection. */
function loseAnswer(response: ServerResponse): void {
  const drop = () => {
    response.socket?.destroy()
    return response
  }
  response.writeHead = () => response
  response.write = () => true
  response.flushHeaders = () => undefined
  response.end = drop
}

/** Answers `true` when the request has been dealt with and must go no further. */
export async function misbehave(faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = request.url ?? '/'
  const target = targetOf(path.split('?')[0] ?? '/')
  const fault = target && faults.take(target, ON_THE_ROAD, path)
  if (!fault) return false

  switch (fault.kind) {
    case 'slow':
      await wait(fault.ms)
      return false
    case 'lost-answer':
      loseAnswer(response)
      return false
    case 'down':
      request.socket.destroy()
      return true
    case 'error500':
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('simulated failure\n')
      return true
    default:
      response.writeHead(200, { 'content-type': TYPES[fault.target] ?? 'application/json' }).end(randomBytes(64))
      return true
  }
}
