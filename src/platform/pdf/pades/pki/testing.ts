import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto'
import { type Certificate, readCertificate } from '../certificate.ts'
import { context, der, integer, nothing, octets, oid, readAll, readElement, sequence, setOf } from '../der.ts'
import { OID } from '../oids.ts'

/** A certification authority for tests, made in the process: a root, an intermediate, signers, a time-stamp authority. */
export interface Keyed {
  certificate: Certificate
  key: KeyObject
  issuer?: Keyed
}

interface Wish {
  name: string
  issuer?: Keyed
  kind?: 'rsa' | 'ec'
  isAuthority?: boolean
  purposes?: string[]
  usage?: number
  from?: Date
  until?: Date
  sources?: { ocsp?: string; crl?: string }
}

const RSA_SHA256 = () => sequence(oid('1.2.840.113549.1.1.11'), nothing())
const ECDSA_SHA256 = () => sequence(oid(OID.ecdsaWithSha256))
const utf8 = (text: string) => der(0x0c, Buffer.from(text))
const bits = (bytes: Uint8Array) => der(0x03, Buffer.concat([Buffer.from([0]), bytes]))
const truth = () => der(0x01, Buffer.from([0xff]))
const nameOf = (text: string) =>
  sequence(setOf(sequence(oid('2.5.4.3'), utf8(text))), setOf(sequence(oid('2.5.4.10'), utf8('Cơ quan Thử'))))
const time = (date: Date) => der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
const web = (url: string) => der(0x86, Buffer.from(url))
let serials = 1000

function algorithmOf(key: KeyObject): Buffer {
  return key.asymmetricKeyType === 'rsa' ? RSA_SHA256() : ECDSA_SHA256()
}

function extensions({ isAuthority, purposes, usage = isAuthority ? 0x06 : 0xc0, sources = {} }: Wish): Buffer {
  const one = (id: string, critical: boolean, value: Buffer) =>
    sequence(oid(id), ...(critical ? [truth()] : []), octets(value))
  return context(
    3,
    sequence(
      one(OID.basicConstraints, true, sequence(...(isAuthority ? [truth()] : []))),
      one(OID.keyUsage, true, der(0x03, Buffer.from([0, usage]))),
      ...(purposes ? [one(OID.extendedKeyUsage, true, sequence(...purposes.map(oid)))] : []),
      ...(sources.crl
        ? [one(OID.crlDistributionPoints, false, sequence(sequence(context(0, context(0, web(sources.crl))))))]
        : []),
      ...(sources.ocsp
        ? [one(OID.authorityInfoAccess, false, sequence(sequence(oid(OID.ocsp), web(sources.ocsp))))]
        : []),
    ),
  )
}

export function aCertificate(wish: Wish): Keyed {
  const { privateKey, publicKey } =
    wish.kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signer = wish.issuer?.key ?? privateKey
  serials += 1
  const tbs = sequence(
    context(0, integer(2)),
    integer(Buffer.from([serials >> 8, serials & 0xff])),
    algorithmOf(signer),
    wish.issuer?.certificate.subjectName ?? nameOf(wish.name),
    sequence(time(wish.from ?? new Date('2026-01-01T00:00:00Z')), time(wish.until ?? new Date('2036-01-01T00:00:00Z'))),
    nameOf(wish.name),
    createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'der' }),
    extensions(wish),
  )
  const certificate = readCertificate(sequence(tbs, algorithmOf(signer), bits(signWith('sha256', tbs, signer))))
  return { certificate, key: privateKey, ...(wish.issuer && { issuer: wish.issuer }) }
}

export interface TestPki {
  root: Keyed
  intermediate: Keyed
  signer: Keyed
  other: Keyed
  revoked: Keyed
  expired: Keyed
  tsa: Keyed
  strangerRoot: Keyed
  stranger: Keyed
}

export function aPki(): TestPki {
  const root = aCertificate({ name: 'Gốc Thử', isAuthority: true })
  const intermediate = aCertificate({
    name: 'Trung gian Thử',
    issuer: root,
    isAuthority: true,
    kind: 'ec',
    sources: { crl: 'http://ca.test/root.crl' },
  })
  const sources = { crl: 'http://ca.test/intermediate.crl', ocsp: 'http://ca.test/ocsp' }
  const under = (name: string, more: Partial<Wish> = {}) =>
    aCertificate({ name, issuer: intermediate, kind: 'ec', sources, ...more })
  const strangerRoot = aCertificate({ name: 'Gốc Lạ', isAuthority: true, kind: 'ec' })
  return {
    root,
    intermediate,
    signer: under('Nguyễn Văn Mẫu', { kind: 'rsa' }),
    other: under('Vàng Thị Mỷ'),
    revoked: under('Người Bị Thu Hồi'),
    expired: under('Người Hết Hạn', { until: new Date('2026-03-01T00:00:00Z') }),
    tsa: under('Dấu thời gian Thử', { purposes: [OID.timeStamping] }),
    strangerRoot,
    stranger: aCertificate({ name: 'Người Lạ', issuer: strangerRoot, kind: 'ec' }),
  }
}

export function sign(data: Buffer, { key }: Keyed): Buffer {
  return signWith('sha256', data, key)
}

export function aCrl(issuer: Keyed, revoked: { certificate: Certificate; at: Date }[], thisUpdate: Date): Buffer {
  const entries = revoked.map(({ certificate, at }) => sequence(certificate.serial, time(at)))
  const tbs = sequence(
    integer(1),
    algorithmOf(issuer.key),
    issuer.certificate.subjectName,
    time(thisUpdate),
    time(new Date(thisUpdate.getTime() + 7 * 86_400_000)),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
  )
  return sequence(tbs, algorithmOf(issuer.key), bits(signWith('sha256', tbs, issuer.key)))
}

/** Answers an OCSP question as the issuer itself. */
export function anOcspAnswer(
  question: Buffer,
  issuer: Keyed,
  { revokedAt, at }: { revokedAt?: Date; at: Date },
): Buffer {
  const inside = (bytes: Buffer) => readAll(readElement(bytes).content)[0]?.whole ?? Buffer.alloc(0)
  const certId = inside(inside(inside(inside(question))))
  const status = revokedAt ? context(1, time(revokedAt)) : Buffer.from([0x80, 0])
  const single = sequence(certId, status, time(at), context(0, time(new Date(at.getTime() + 86_400_000))))
  const keyHash = createHash('sha1')
    .update(issuer.certificate.fields.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView)
    .digest()
  const data = sequence(context(2, octets(keyHash)), time(at), sequence(single))
  const basic = sequence(data, algorithmOf(issuer.key), bits(signWith('sha256', data, issuer.key)))
  return sequence(der(0x0a, Buffer.from([0])), context(0, sequence(oid(OID.ocspBasic), octets(basic))))
}

/** A time-stamp authority's answer to a question; `imprint` and `nonce` other than asked for make a wrong one. */
export function aTimestampAnswer(
  question: Buffer,
  tsa: Keyed,
  { at, imprint }: { at: Date; imprint?: Buffer },
): Buffer {
  const [, asked, nonce] = readAll(readElement(question).content)
  const wrong = imprint && sequence(sequence(oid(OID.sha256), nothing()), octets(imprint))
  const info = sequence(
    integer(1),
    oid('1.3.6.1.4.1.99999.1.1'),
    wrong ?? asked?.whole ?? Buffer.alloc(0),
    integer(7),
    time(at),
    nonce?.whole ?? Buffer.alloc(0),
  )
  const digest = createHash('sha256').update(info).digest()
  const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.tstInfo)),
    attribute(OID.messageDigest, octets(digest)),
    attribute(
      OID.signingCertificateV2,
      sequence(sequence(sequence(octets(createHash('sha256').update(tsa.certificate.der).digest())))),
    ),
  )
  const hash = () => sequence(oid(OID.sha256), nothing())
  const signerInfo = sequence(
    integer(1),
    sequence(tsa.certificate.issuerName, tsa.certificate.serial),
    hash(),
    der(0xa0, readElement(attributes).content),
    algorithmOf(tsa.key),
    octets(signWith('sha256', attributes, tsa.key)),
  )
  const content = sequence(
    integer(3),
    setOf(hash()),
    sequence(oid(OID.tstInfo), context(0, octets(info))),
    context(0, tsa.certificate.der, tsa.issuer?.certificate.der ?? Buffer.alloc(0)),
    setOf(signerInfo),
  )
  return sequence(sequence(integer(0)), sequence(oid(OID.signedData), context(0, content)))
}
