import { join } from 'node:path'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { JsonFile, readIfPresent, writeWhole } from '../web/state.ts'
import {
  authorityKeyIdentifier,
  certificateFromPem,
  derOf,
  extension,
  type Issuer,
  issue,
  KEY_USAGE,
  type Profile,
  pemOf,
  serialOf,
} from './certificate.ts'
import { type KeyPair, keptKeyPair } from './keys.ts'

export type Level = 'root' | 'intermediate'

export interface Identity {
  certificate: pkijs.Certificate
  pem: string
  keys: KeyPair
}

interface Issued {
  by: Level
  name: string
  revokedAt?: string
  /** RFC 5280, 5.3.1: 1 is keyCompromise, 4 superseded. */
  reason?: number
}

export const DAY = 86_400_000
const WEEK = 7 * DAY
const MONTH = 30 * DAY

const O = 'Một Cửa – mô phỏng, không có giá trị pháp lý'

/** A root, an intermediate below it, and the list of what they issued and took back. */
export class Authority {
  readonly #directory: string
  readonly origin: string
  readonly #issued: JsonFile<Record<string, Issued>>
  readonly #crlNumber: JsonFile<number>
  readonly #levels = new Map<Level, Identity>()
  readonly #opening = new Map<string, Promise<Identity>>()

  private constructor(directory: string, origin: string) {
    this.#directory = directory
    this.origin = origin
    this.#issued = new JsonFile(join(directory, 'issued.json'), {})
    this.#crlNumber = new JsonFile(join(directory, 'crl-number.json'), 0)
  }

  /** Opens the CA kept in `directory`; on first start makes its keys. */
  static async open(directory: string, origin: string): Promise<Authority> {
    const authority = new Authority(directory, origin)
    const ca = { keyUsage: KEY_USAGE.keyCertSign | KEY_USAGE.cRLSign, notAfter: new Date('2045-01-01') }
    authority.#levels.set(
      'root',
      await authority.#keep('root', 'root', {
        ...ca,
        subject: [
          ['C', 'VN'],
          ['O', O],
          ['CN', 'Sandbox Root CA (mô phỏng)'],
        ],
        notBefore: new Date('2020-01-01'),
        ca: { pathLength: 1 },
      }),
    )
    authority.#levels.set(
      'intermediate',
      await authority.#keep('intermediate', 'root', {
        ...ca,
        subject: [
          ['C', 'VN'],
          ['O', O],
          ['CN', 'Sandbox Signing CA (mô phỏng)'],
        ],
        notBefore: new Date('2022-01-01'),
        ca: { pathLength: 0 },
        urls: authority.#urls('root'),
      }),
    )
    return authority
  }

  level(level: Level): Identity {
    const found = this.#levels.get(level)
    if (!found) throw new Error(`the ${level} CA is not open`)
    return found
  }

  issuer(level: Level): Issuer {
    const { certificate, keys } = this.level(level)
    return { certificate, privateKey: keys.privateKey }
  }

  /** The identity kept under `name`, issued by the intermediate on first use and again when it runs out. */
  identity(name: string, profile: Omit<Profile, 'urls'>): Promise<Identity> {
    const opening = this.#opening.get(name)
    if (opening) return opening
    const started = this.#keep(name, 'intermediate', { ...profile, urls: this.#urls('intermediate') })
    this.#opening.set(name, started)
    started.catch(() => this.#opening.delete(name))
    return started
  }

  revoke(certificate: pkijs.Certificate, at: Date, reason: number): void {
    const entry = this.#issued.value[serialOf(certificate)]
    if (!entry || entry.revokedAt) return
    Object.assign(entry, { revokedAt: at.toISOString(), reason })
    this.#issued.save()
  }

  find(level: Level, serial: string): Issued | undefined {
    const entry = this.#issued.value[serial]
    return entry?.by === level ? entry : undefined
  }

  /** The revocation list of one level, made at this moment, in DER. */
  async crl(level: Level): Promise<Uint8Array> {
    const { certificate, privateKey } = this.issuer(level)
    const now = Date.now()
    const list = new pkijs.CertificateRevocationList({ version: 1 })
    list.issuer = certificate.subject
    list.thisUpdate = new pkijs.Time({ value: new Date(now) })
    list.nextUpdate = new pkijs.Time({ value: new Date(now + WEEK) })
    const revoked = Object.entries(this.#issued.value).filter(([, entry]) => entry.by === level && entry.revokedAt)
    if (revoked.length > 0) {
      list.revokedCertificates = revoked.map(([serial, { revokedAt = '', reason = 0 }]) => {
        const entry = new pkijs.RevokedCertificate({
          userCertificate: new asn1.Integer({ valueHex: new Uint8Array(Buffer.from(serial, 'hex')).buffer }),
          revocationDate: new pkijs.Time({ value: new Date(revokedAt) }),
        })
        const why = extension(pkijs.id_CRLReason, new asn1.Enumerated({ value: reason }))
        entry.crlEntryExtensions = new pkijs.Extensions({ extensions: [why] })
        return entry
      })
    }
    this.#crlNumber.value += 1
    this.#crlNumber.save()
    const number = extension(pkijs.id_CRLNumber, new asn1.Integer({ value: this.#crlNumber.value }))
    list.crlExtensions = new pkijs.Extensions({ extensions: [authorityKeyIdentifier(certificate), number] })
    await list.sign(privateKey, 'SHA-256')
    return derOf(list)
  }

  #urls(level: Level): NonNullable<Profile['urls']> {
    const { origin } = this
    return { issuer: `${origin}/ca/${level}.cer`, ocsp: `${origin}/ocsp`, crl: `${origin}/ca/${level}.crl` }
  }

  /** A kept certificate is good until it runs out or names another address than ours; its key stays. */
  #isStillGood(certificate: pkijs.Certificate, profile: Profile): boolean {
    if (profile.notAfter.getTime() < Date.now()) return true // expired on purpose
    if (certificate.notAfter.value.getTime() < Date.now() + MONTH) return false
    return !profile.urls || Buffer.from(derOf(certificate)).includes(`${profile.urls.crl}`)
  }

  async #keep(name: string, by: Level, profile: Profile): Promise<Identity> {
    const base = join(this.#directory, encodeURIComponent(name))
    const keys = await keptKeyPair(`${base}.key.pem`, profile.ca ? 3072 : 2048)
    const kept = readIfPresent(`${base}.pem`)
    if (kept) {
      const certificate = certificateFromPem(kept)
      if (this.#isStillGood(certificate, profile)) return { certificate, pem: kept, keys }
    }
    const above = name === 'root' ? keys.privateKey : this.issuer(by)
    const certificate = await issue(profile, keys.publicKey, above)
    const pem = pemOf(derOf(certificate))
    writeWhole(`${base}.pem`, pem)
    this.#issued.value[serialOf(certificate)] = { by, name }
    this.#issued.save()
    return { certificate, pem, keys }
  }
}
