import { createHmac, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { toDataURL } from 'qrcode'
import { now } from '#platform/clock/index.ts'
import { config } from '#platform/config/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import { openBytes, sealBytes } from '#platform/sealing/index.ts'
import { hashRecoveryCode, newRecoveryCode } from '../recovery-code.ts'
import { minutesAfter } from '../session.ts'
import * as factors from '../store/factors.ts'
import { isDemonstrationOfficer } from './demonstration-officers.ts'

const PERIOD_S = 30
const SECRET_BYTES = 20
const RECOVERY_CODES = 8
const MOST_FAILURES = 5
const LOCK_MINUTES = 15

interface Owner {
  agencyId: number
  officerId: string
}

const keyOf = (owner: string) => ({ secret: secretKey(), owner })
const sealedFor = (owner: string) => ({ purpose: 'second factors', owner })

function totpOf(secret: Buffer, label = 'officer', issuer = 'Một Cửa'): TOTP {
  const bytes = new Uint8Array(secret)
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: new Secret({ buffer: bytes.buffer }),
  })
}

/**
 * The fixed secret of a demonstration officer, while this installation is a demonstration over the sandbox; undefined
 * otherwise. It is never stored, so that it opens nothing once the demonstration is off.
 */
function demonstrationSecret(officerId: string): Buffer | undefined {
  if (!config.DEMO || !config.SANDBOX || !isDemonstrationOfficer(officerId)) return undefined
  return createHmac('sha1', secretKey()).update(`demonstration ${officerId}`).digest()
}

export type FactorState =
  | { kind: 'ready' }
  /** The code of this moment is shown on the page. */
  | { kind: 'demonstration'; code: string }
  /** First sign-in: an authenticator app has to learn the secret. */
  | { kind: 'enrol'; secret: string; qrDataUrl: string }

/** What the second-factor page has to show this officer. Makes the secret on the first visit and keeps it till confirmed. */
export async function factorState({ agencyId, officerId }: Owner, label: string, issuer: string): Promise<FactorState> {
  const demonstration = demonstrationSecret(officerId)
  if (demonstration) {
    return { kind: 'demonstration', code: totpOf(demonstration).generate({ timestamp: now().getTime() }) }
  }
  const factor = await transaction(agencyId, async (tx) => {
    const known = await factors.findTotp(tx, officerId)
    if (known) return known
    const sealed = sealBytes(randomBytes(SECRET_BYTES), sealedFor(officerId))
    await factors.addTotp(tx, agencyId, { officerId, sealed })
    return factors.findTotp(tx, officerId)
  })
  if (!factor || factor.confirmedAt) return { kind: 'ready' }
  const totp = totpOf(openBytes(factor.sealed, sealedFor(officerId)), label, issuer)
  const qrDataUrl = await toDataURL(totp.toString(), { margin: 2, width: 240, errorCorrectionLevel: 'M' })
  return { kind: 'enrol', secret: totp.secret.base32, qrDataUrl }
}

export type FactorAnswer = 'right' | 'wrong' | 'locked' | { recoveryCodes: readonly string[] }

function stepOf(secret: Buffer, code: string): number | undefined {
  const timestamp = now().getTime()
  const delta = totpOf(secret).validate({ token: code, window: 1, timestamp })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_S) + delta
}

async function verify(tx: Tx, { agencyId, officerId }: Owner, typed: string): Promise<FactorAnswer> {
  const code = typed.replace(/\s/g, '')
  const demonstration = demonstrationSecret(officerId)
  if (demonstration) return stepOf(demonstration, code) === undefined ? 'wrong' : 'right'

  const factor = await factors.findTotp(tx, officerId)
  if (!factor) return 'wrong'
  if (/^\d{6}$/.test(code)) {
    const step = stepOf(openBytes(factor.sealed, sealedFor(officerId)), code)
    if (step === undefined || !(await factors.useStep(tx, factor.id, step))) return 'wrong'
    if (factor.confirmedAt) return 'right'
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
    const hashes = recoveryCodes.map((each) => hashRecoveryCode(each, keyOf(officerId)))
    await factors.saveRecoveryCodes(tx, agencyId, { officerId, hashes })
    return { recoveryCodes }
  }
  const used =
    factor.confirmedAt && (await factors.useRecoveryCode(tx, officerId, hashRecoveryCode(code, keyOf(officerId))))
  return used ? 'right' : 'wrong'
}

/**
 * Checks a code of the authenticator app, or a recovery code. Five wrong ones lock the officer out for a quarter of an
 * hour. The first right code confirms the app and answers with the recovery codes, which are shown once.
 * @see TCVN 14423:2026 (second factor for officers reached from the Internet)
 */
export async function answerSecondFactor(owner: Owner, typed: string): Promise<FactorAnswer> {
  return transaction(owner.agencyId, async (tx) => {
    const trial = await factors.lockTrial(tx, owner.officerId)
    if (trial.lockedUntil && trial.lockedUntil > now()) return 'locked'
    const answer = await verify(tx, owner, typed)
    const failed = answer === 'wrong' ? trial.failed + 1 : 0
    const locked = failed >= MOST_FAILURES
    const lockedUntil = locked ? minutesAfter(now(), LOCK_MINUTES) : undefined
    await factors.saveTrial(tx, owner.officerId, { failed: locked ? 0 : failed, lockedUntil })
    return locked ? 'locked' : answer
  })
}
