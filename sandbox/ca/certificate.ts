import { createHash, randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'

/** Attributes of a name in order: `[['CN', 'Nguyễn Văn Vĩ'], …]`. */
export type Name = [attribute: keyof typeof ATTRIBUTES, value: string][]

const ATTRIBUTES = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  title: '2.5.4.12',
  organizationIdentifier: '2.5.4.97',
}

export const KEY_USAGE = { digitalSignature: 0x80, nonRepudiation: 0x40, keyCertSign: 0x04, cRLSign: 0x02 }

export const PURPOSES = {
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  documentSigning: '1.3.6.1.5.5.7.3.36',
}

const OCSP_NO_CHECK = '1.3.6.1.5.5.7.48.1.5'

export interface Profile {
  subject: Name
  notBefore: Date
  notAfter: Date
  keyUsage: number
  /** `critical` as a time-stamp authority must have it (RFC 3161, 2.3). */
  purposes?: { oids: string[]; critical: boolean }
  /** A CA, with this many CAs allowed below it. */
  ca?: { pathLength: number }
  /** The OCSP responder: its own certificate is not looked up (RFC 6960, 4.2.2.2.1). */
  ocspNoCheck?: boolean
  /** Where to look further; the root has none. */
  urls?: { issuer: string; ocsp: string; crl: string }
}

export interface Issuer {
  certificate: pkijs.Certificate
  privateKey: CryptoKey
}

/** One attribute in each relative name; the constructor of pkijs would put them all into one. */
export function pkijsName(name: Name): pkijs.RelativeDistinguishedNames {
  const parts = name.map(([attribute, value]) => {
    const text = attribute === 'C' ? new asn1.PrintableString({ value }) : new asn1.Utf8String({ value })
    const type = new asn1.ObjectIdentifier({ value: ATTRIBUTES[attribute] })
    return new asn1.Set({ value: [new asn1.Sequence({ value: [type, text] })] })
  })
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1.Sequence({ value: parts }).toBER())
}

export function derOf(item: { toSchema(encode?: boolean): { toBER(): ArrayBuffer } }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(item.toSchema(true).toBER())
}

export function pemOf(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

export function certificateFromPem(pem: string): pkijs.Certificate {
  return pkijs.Certificate.fromBER(new Uint8Array(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')))
}

export function serialOf(certificate: pkijs.Certificate): string {
  return Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex')
}

/** A positive random number of 16 bytes (RFC 5280, 4.1.2.2). */
export function randomSerial(): asn1.Integer {
  const value = randomBytes(16)
  value[0] = ((value[0] ?? 0) & 0x7f) | 0x40
  return new asn1.Integer({ valueHex: new Uint8Array(value).buffer })
}

/** RFC 5280, 4.2.1.2, method 1. */
export function keyIdentifier(certificate: pkijs.Certificate): Uint8Array<ArrayBuffer> {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return new Uint8Array(createHash('sha1').update(key).digest())
}

export function extension(extnID: string, value: asn1.BaseBlock, critical = false): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() })
}

const uri = (value: string) => new pkijs.GeneralName({ type: 6, value })

export function authorityKeyIdentifier(issuer: pkijs.Certificate): pkijs.Extension {
  const identifier = new asn1.OctetString({ valueHex: keyIdentifier(issuer).buffer })
  return extension(
    pkijs.id_AuthorityKeyIdentifier,
    new pkijs.AuthorityKeyIdentifier({ keyIdentifier: identifier }).toSchema(),
  )
}

function keyUsage(bits: number): pkijs.Extension {
  const unusedBits = 31 - Math.clz32(bits & -bits) // trailing zeros, as DER wants a named bit list
  const value = new asn1.BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits })
  return extension(pkijs.id_KeyUsage, value, true)
}

function whereToLook({ issuer, ocsp, crl }: NonNullable<Profile['urls']>): pkijs.Extension[] {
  const information = new pkijs.InfoAccess({
    accessDescriptions: [
      new pkijs.AccessDescription({ accessMethod: pkijs.id_ad_ocsp, accessLocation: uri(ocsp) }),
      new pkijs.AccessDescription({ accessMethod: pkijs.id_ad_caIssuers, accessLocation: uri(issuer) }),
    ],
  })
  const point = new pkijs.DistributionPoint({ distributionPoint: [uri(crl)] })
  return [
    extension(pkijs.id_AuthorityInfoAccess, information.toSchema()),
    extension(
      pkijs.id_CRLDistributionPoints,
      new pkijs.CRLDistributionPoints({ distributionPoints: [point] }).toSchema(),
    ),
  ]
}

function extensionsOf(profile: Profile, certificate: pkijs.Certificate, issuer: pkijs.Certificate): pkijs.Extension[] {
  const { ca, purposes, urls, ocspNoCheck } = profile
  const identifier = new asn1.OctetString({ valueHex: keyIdentifier(certificate).buffer })
  const constraints = new pkijs.BasicConstraints(ca ? { cA: true, pathLenConstraint: ca.pathLength } : {})
  return [
    extension(pkijs.id_BasicConstraints, constraints.toSchema(), true),
    keyUsage(profile.keyUsage),
    extension(pkijs.id_SubjectKeyIdentifier, identifier),
    authorityKeyIdentifier(issuer),
    ...(purposes
      ? [
          extension(
            pkijs.id_ExtKeyUsage,
            new pkijs.ExtKeyUsage({ keyPurposes: purposes.oids }).toSchema(),
            purposes.critical,
          ),
        ]
      : []),
    ...(ocspNoCheck ? [extension(OCSP_NO_CHECK, new asn1.Null())] : []),
    ...(urls ? whereToLook(urls) : []),
  ]
}

/** A certificate over `publicKey`; without an issuer it signs itself. */
export async function issue(
  profile: Profile,
  publicKey: CryptoKey,
  issuer: Issuer | CryptoKey,
): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate({ version: 2, serialNumber: randomSerial() })
  const above = 'certificate' in issuer ? issuer : { certificate, privateKey: issuer }
  certificate.subject = pkijsName(profile.subject)
  certificate.issuer = above.certificate.subject
  certificate.notBefore.value = profile.notBefore
  certificate.notAfter.value = profile.notAfter
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  certificate.extensions = extensionsOf(profile, certificate, above.certificate)
  await certificate.sign(above.privateKey, 'SHA-256')
  return certificate
}
