import { readFile } from 'node:fs/promises'
import { config } from '#platform/config/index.ts'
import { callOutside, Unreachable } from '#platform/gateway/index.ts'
import { type Certificate, type Fetch, readPem } from '#platform/pdf/pades/index.ts'
import { SigningProblem, type SigningProvider } from '../provider.ts'
import { remoteSigning } from './remote-signing.ts'

/** What signing needs of the outside. */
export interface SigningServices {
  provider: SigningProvider
  /** The time-stamp authority's answer to a question, DER both ways. */
  askTime(question: Buffer): Promise<Buffer>
  roots(): Promise<Certificate[]>
  /** Revocation lists and OCSP. */
  fetch: Fetch
  /** Signatures come from the sandbox and prove nothing; whatever shows one says so. R-155 */
  simulated: boolean
}

const ROOTS_KEPT = 10 * 60_000
const LARGEST = 10 * 1_048_576

let chosen: SigningServices | undefined

export function signingServices(): SigningServices {
  chosen ??= configured()
  return chosen
}

/** For tests: other services from now on; without an argument, those of the configuration. */
export function useSigningServices(other?: SigningServices): void {
  chosen = other
}

function configured(): SigningServices {
  const { SIGNING_URL: url, SIGNING_TOKEN: token, TSA_URL: tsa, SIGNATURE_ROOTS: roots } = config
  return {
    provider: remoteSigning({ url, token }),
    askTime: (question) => askTime(tsa, question),
    roots: keepFor(ROOTS_KEPT, () => loadRoots(roots)),
    fetch: fetchRevocation,
    simulated: config.SANDBOX,
  }
}

async function askTime(url: string | undefined, question: Buffer): Promise<Buffer> {
  if (!url) throw new SigningProblem('no-time-stamp-authority', { lasting: true })
  const { status, body } = await callOutside(
    { name: 'time-stamp-authority' },
    {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: question,
      repeatable: true,
    },
  )
  if (status !== 200) throw new SigningProblem(`time-stamp-authority-${status}`, { lasting: false })
  return body
}

async function loadRoots(place: string | undefined): Promise<Certificate[]> {
  if (!place) return []
  if (!/^https?:/.test(place)) return readPem(await readFile(place, 'utf8'))
  const { status, body } = await callOutside({ name: 'signature-roots' }, { url: place, repeatable: true })
  if (status !== 200) throw new SigningProblem(`signature-roots-${status}`, { lasting: false })
  return readPem(body.toString('utf8'))
}

/** One attempt and a short wait: a page may be waiting for it, and "not checked" is an answer too. */
const fetchRevocation: Fetch = async (url, question) => {
  const host = URL.parse(url)?.host
  if (!host) return undefined
  try {
    const { status, body } = await callOutside(
      { name: `revocation ${host}`, timeout: 5_000, attempts: 1 },
      question
        ? { url, method: 'POST', headers: { 'content-type': question.type }, body: question.bytes, repeatable: true }
        : { url, repeatable: true },
    )
    return status === 200 && body.length <= LARGEST ? body : undefined
  } catch (error) {
    if (error instanceof Unreachable) return undefined
    throw error
  }
}

function keepFor<T>(milliseconds: number, load: () => Promise<T>): () => Promise<T> {
  let kept: { value: T; until: number } | undefined
  return async () => {
    if (!kept || kept.until < performance.now()) kept = { value: await load(), until: performance.now() + milliseconds }
    return kept.value
  }
}
