import { randomBytes, X509Certificate } from 'node:crypto'
import { config } from '#platform/config/index.ts'
import { read } from '#platform/db/index.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import { readTimestampAnswer, timestampQuestion } from '#platform/pdf/pades/index.ts'
import { SigningProblem } from '../provider.ts'
import { signingServices } from './services.ts'

/** How one service answered; `refuses`: it is there and does not take our questions. */
export type Answering = 'answers' | 'refuses' | 'unreachable' | 'not-configured'

export interface SigningLook {
  gateway: Answering
  timeStamp: Answering
  /** Hosts as configured. */
  hosts: { gateway: string | undefined; timeStamp: string | undefined }
  /** When the certificate expires that was last asked to sign for the agency; undefined when none was, or none came. */
  certificateUntil: Date | undefined
  simulated: boolean
}

/** Asks both services a real question that signs nothing. Never throws for what the outside does. */
export async function lookAtSigning(agencyId: number): Promise<SigningLook> {
  const services = signingServices()
  const userId = await lastSigner(agencyId)
  let certificateUntil: Date | undefined
  const gateway = await answering(async () => {
    if (!userId) return services.provider.status('conformance')
    certificateUntil = new X509Certificate((await services.provider.certificate(userId)).certificate).validToDate
  })
  const timeStamp = await answering(async () => {
    const signature = randomBytes(32)
    const { question, nonce } = timestampQuestion(signature)
    readTimestampAnswer(await services.askTime(question), { signature, nonce })
  })
  const hosts = { gateway: hostOf(config.SIGNING_URL), timeStamp: hostOf(config.TSA_URL) }
  return { gateway, timeStamp, hosts, certificateUntil, simulated: services.simulated }
}

const hostOf = (url: string | undefined) => (url ? URL.parse(url)?.host : undefined)
const NOT_CONFIGURED = new Set(['no-signing-gateway', 'no-time-stamp-authority'])
/** It understood us: there is just no such thing. */
const UNDERSTOOD = new Set(['unknown-request', 'unknown-user', 'signing-gateway-404'])

async function answering(ask: () => Promise<unknown>): Promise<Answering> {
  try {
    await ask()
    return 'answers'
  } catch (error) {
    if (error instanceof Unreachable) return 'unreachable'
    if (!(error instanceof SigningProblem)) return 'refuses'
    if (NOT_CONFIGURED.has(error.code)) return 'not-configured'
    return UNDERSTOOD.has(error.code) ? 'answers' : 'refuses'
  }
}

async function lastSigner(agencyId: number): Promise<string | undefined> {
  const row = await read(agencyId, (tx) =>
    tx.selectFrom('signing_requests').select('user_id').orderBy('id', 'desc').limit(1).executeTakeFirst(),
  )
  return row?.user_id
}
