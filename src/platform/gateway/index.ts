import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleType,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel'
import { correlationId, log } from '#platform/log/index.ts'

/** An outside system: one name, one breaker, whoever calls it. */
export interface Destination {
  name: string
  /** Milliseconds to wait for a whole answer. */
  timeout?: number
  /** Attempts for calls that may be repeated. */
  attempts?: number
}

export interface Call {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** True when doing it twice does no harm: a read, or a call with its own idempotency key. Only then is it repeated. */
  repeatable: boolean
  /** SOAP says its faults with status 500: that one is then an answer, which the caller reads. */
  faultIsAnswer?: boolean
}

export interface Answer {
  status: number
  headers: Headers
  body: Buffer
}

/** The other side did not give a usable answer: time-out, refused connection, 5xx, or a breaker that is open. */
export class Unreachable extends Error {
  readonly destination: string
  /** The last attempt certainly did nothing over there, so that another one cannot do it twice. */
  readonly nothingDone: boolean

  constructor(destination: string, cause: unknown) {
    super(`${destination} cannot be reached: ${cause instanceof Error ? cause.message : cause}`, { cause })
    this.name = 'Unreachable'
    this.destination = destination
    this.nothingDone = didNothing(cause)
  }
}

const NO_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const UNAVAILABLE = 503

/** No connection came about, the breaker let nothing through, or the other side says that it is not at work. */
function didNothing(cause: unknown): boolean {
  if (isBrokenCircuitError(cause)) return true
  if (cause instanceof ServerFault) return cause.status === UNAVAILABLE
  const { code } = ((cause instanceof Error ? cause.cause : undefined) ?? {}) as { code?: unknown }
  return NO_CONNECTION.has(String(code))
}

const FAILURES_TO_OPEN = 5
const REST = 10_000
const LARGEST_ANSWER = 50 * 1_048_576

const breakers = new Map<string, CircuitBreakerPolicy>()

function breakerOf({ name }: Destination): CircuitBreakerPolicy {
  let breaker = breakers.get(name)
  if (!breaker) {
    breaker = circuitBreaker(handleAll, { halfOpenAfter: REST, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) })
    breaker.onBreak(() => log.warn({ destination: name }, 'an outside system is left alone for a while'))
    breaker.onReset(() => log.info({ destination: name }, 'an outside system answers again'))
    breakers.set(name, breaker)
  }
  return breaker
}

/** Whether calls to the destination are let through at the moment. */
export function isOpen(name: string): boolean {
  return breakers.get(name)?.state !== CircuitState.Open
}

class ServerFault extends Error {
  readonly status: number

  constructor(status: number) {
    super(`status ${status}`)
    this.status = status
  }
}

async function once(destination: Destination, call: Call): Promise<Answer> {
  const { url, method = 'GET', headers = {}, body } = call
  const response = await fetch(url, {
    method,
    headers: { 'x-request-id': correlationId() ?? '', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(destination.timeout ?? 10_000),
  })
  const answer = Buffer.from(await response.arrayBuffer())
  if (answer.length > LARGEST_ANSWER) throw new Error('the answer is larger than 50 MB')
  const isFault = call.faultIsAnswer === true && response.status === 500
  if (response.status >= 500 && !isFault) throw new ServerFault(response.status)
  return { status: response.status, headers: response.headers, body: answer }
}

/**
 * The only way out of the house. Waits, repeats what may be repeated with growing pauses and jitter, and leaves a
 * failing system alone for ten seconds after five failures in a row. Answers below 500 are the caller's to judge.
 * Neither addresses with their query, headers nor bodies are logged: they carry personal data and tokens.
 * Throws Unreachable.
 */
export async function callOutside(destination: Destination, call: Call): Promise<Answer> {
  const again = retry(handleType(Error), {
    maxAttempts: call.repeatable ? (destination.attempts ?? 3) - 1 : 0,
    backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 5_000 }),
  })
  const started = performance.now()
  try {
    const answer = await wrap(again, breakerOf(destination)).execute(() => once(destination, call))
    log.debug(
      { destination: destination.name, status: answer.status, ms: Math.round(performance.now() - started) },
      'outside call',
    )
    return answer
  } catch (error) {
    throw new Unreachable(destination.name, error)
  }
}
