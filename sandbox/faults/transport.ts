import { randomBytes } from 'node:crypto'
import { type IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { readBody } from '../web/router.ts'
import type { Fault, Faults, Kind, Target } from './faults.ts'

/** The first that fits. Pages for people and the `_state` of tests are not on the road. */
const PREFIXES: [string, Target][] = [
  ['/citizens/', 'citizens'],
  ['/staff/', 'staff'],
  ['/signing/v1/', 'signing'],
  ['/ocsp', 'ocsp'],
  ['/tsa', 'tsa'],
  ['/national/RestService/', 'national'],
  ['/national/downloadfile/', 'national'],
  ['/national/jsp/', 'national'],
  ['/lgsp/', 'lgsp'],
  ['/ndxp/', 'lgsp'],
  ['/emc/TrackingMCDT', 'emc'],
  ['/emc/tracking', 'emc'],
  ['/emc/embed/', 'emc'],
  ['/emc/daily', 'emc'],
  ['/registries/population/', 'population'],
  ['/registries/apiDKKD/', 'business'],
  ['/registries/civil-status/', 'civil-status'],
  ['/registries/interlinked/', 'interlinked'],
  ['/registries/criminal-record/', 'criminal-record'],
  ['/registries/land/', 'land'],
  ['/registries/social-assistance/', 'social-assistance'],
  ['/registries/driving-licence/', 'driving-licence'],
  ['/document-system/', 'documents'],
  ['/post/', 'post'],
  ['/sms/', 'sms'],
  ['/zalo/', 'zalo'],
]

const TYPES: Partial<Record<Target, string>> = {
  ocsp: 'application/ocsp-response',
  tsa: 'application/timestamp-reply',
  crl: 'application/pkix-crl',
  population: 'text/xml; charset=utf-8',
}

/** Troubles of the road, the same for every port: the service itself need not know. */
const ON_THE_ROAD: Kind[] = [
  ...(['slow', 'error500', 'down', 'lost-answer', 'garbage'] as const),
  ...(['timeout', 'drip', 'maintenance', 'wrong-answer', 'duplicate', 'late', 'clock-off'] as const),
]

const HOUR = 3_600_000

function targetOf(path: string): Target | undefined {
  if (path.includes('/_state/') || path.includes('/_act/')) return undefined
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

/** The answer comes a few bytes at a time, `ms` in all. */
function drip(response: ServerResponse, ms: number): void {
  const end = response.end.bind(response) as (body?: unknown) => ServerResponse
  response.end = (body: unknown) => {
    const bytes = Buffer.from((body ?? '') as string | Uint8Array)
    const step = Math.max(1, Math.ceil(bytes.length / 20))
    void (async () => {
      for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
        response.write(bytes.subarray(at, at + step))
        await wait(ms / 20)
      }
      end()
    })()
    return response
  }
}

interface Exchange {
  fault: Fault
  request: IncomingMessage
  response: ServerResponse
}

/** The service is never reached. */
async function blockRoad({ fault, request, response }: Exchange): Promise<boolean> {
  const type = TYPES[fault.target] ?? 'application/json'
  switch (fault.kind) {
    case 'down':
      request.socket.destroy()
      return true
    case 'timeout':
      await wait(fault.ms, undefined, { ref: false })
      request.socket.destroy()
      return true
    case 'error500':
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('simulated failure\n')
      return true
    case 'maintenance':
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' })
      response.end('<!doctype html><title>Bảo trì</title><p>Hệ thống đang bảo trì.')
      return true
    case 'wrong-answer':
      response.writeHead(200, { 'content-type': type })
      response.end(type.startsWith('text/xml') ? '<ok>1</ok>' : JSON.stringify({ status: 'ok', data: [null] }))
      return true
    case 'garbage':
      response.writeHead(200, { 'content-type': type }).end(randomBytes(64))
      return true
    default:
      return false
  }
}

/** The service is reached, but not as the caller thinks. */
async function bendRoad(faults: Faults, { fault, request, response }: Exchange): Promise<void> {
  switch (fault.kind) {
    case 'slow':
      await wait(fault.ms)
      return
    case 'lost-answer':
      loseAnswer(response)
      return
    case 'late': // the caller sees it fail now; it arrives after the next one, or after `ms`
      await readBody(request)
      loseAnswer(response)
      request.socket.destroy()
      await Promise.race([faults.overtaken(fault.target), wait(fault.ms, undefined, { ref: false })])
      return
    case 'drip':
      drip(response, fault.ms)
      return
    case 'clock-off':
      response.setHeader('date', new Date(Date.now() + HOUR).toUTCString())
  }
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Hands a request to the service as the faults let it arrive: as it is, changed, twice, late or never. */
export async function carry(
  faults: Faults,
  handle: Handle,
  { request, response }: Omit<Exchange, 'fault'>,
): Promise<void> {
  const path = request.url ?? '/'
  const target = targetOf(path.split('?')[0] ?? '/')
  const fault = target && faults.take(target, ON_THE_ROAD, path)
  if (!fault) {
    await handle(request, response)
    if (target) faults.passed(target)
    return
  }
  if (await blockRoad({ fault, request, response })) return
  await bendRoad(faults, { fault, request, response })
  if (fault.kind === 'duplicate') await readBody(request)
  await handle(request, response)
  if (fault.kind === 'duplicate') await handle(request, new ServerResponse(request))
}
