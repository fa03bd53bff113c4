import { X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'
import { readAll, readElement } from './der.ts'
import { OID } from './oids.ts'

/** A certificate, parsed once: Node's own reading for names and signatures, pkijs for extensions. */
export interface Certificate {
  der: Buffer
  x509: X509Certificate
  fields: pki.Certificate
  /** Issuer name and serial number as they stand in the bytes. */
  issuerName: Buffer
  serial: Buffer
  subjectName: Buffer
  notBefore: Date
  notAfter: Date
  fingerprint: string
}

/** Reads PEM or DER. Throws when it is no certificate. */
export function readCertificate(bytes: Buffer | string): Certificate {
  const x509 = new X509Certificate(bytes)
  const raw = Buffer.from(x509.raw)
  const [tbs] = readAll(readElement(raw).content)
  const parts = readAll(tbs?.content ?? Buffer.alloc(0))
  const first = parts[0]?.tag === 0xa0 ? 1 : 0
  const [serial, , issuer, , subject] = parts.slice(first)
  if (!serial || !issuer || !subject) throw new RangeError('not a certificate')
  return {
    der: raw,
    x509,
    fields: pki.Certificate.fromBER(raw),
    issuerName: issuer.whole,
    serial: serial.whole,
    subjectName: subject.whole,
    notBefore: x509.validFromDate,
    notAfter: x509.validToDate,
    fingerprint: x509.fingerprint256,
  }
}

/** Every certificate of a PEM text. */
export function readPem(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => readCertificate(block))
}

export function extension(certificate: Certificate, id: string): pki.Extension | undefined {
  return certificate.fields.extensions?.find((found) => found.extnID === id)
}

export function purposes(certificate: Certificate): string[] | undefined {
  const usage = extension(certificate, OID.extendedKeyUsage)?.parsedValue
  return usage instanceof pki.ExtKeyUsage ? usage.keyPurposes : undefined
}

/** Bits of keyUsage by their number in RFC 5280; undefined when the certificate does not say. */
export function keyUsage(certificate: Certificate): Set<number> | undefined {
  const usage = extension(certificate, OID.keyUsage)?.parsedValue
  if (!(usage instanceof asn1.BitString)) return undefined
  const bytes = usage.valueBlock.valueHexView
  const bits = Array.from({ length: bytes.length * 8 }, (_, bit) => bit)
  return new Set(bits.filter((bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0))
}

/** Web addresses of the OCSP responder and of the revocation list that the certificate names. */
export function revocationSources(certificate: Certificate): { ocsp: string[]; crl: string[] } {
  const access = extension(certificate, OID.authorityInfoAccess)?.parsedValue
  const points = extension(certificate, OID.crlDistributionPoints)?.parsedValue
  const ocsp =
    access instanceof pki.InfoAccess
      ? access.accessDescriptions.filter((one) => one.accessMethod === OID.ocsp).map((one) => one.accessLocation)
      : []
  const crl =
    points instanceof pki.CRLDistributionPoints
      ? points.distributionPoints.flatMap((point) =>
          Array.isArray(point.distributionPoint) ? point.distributionPoint : [],
        )
      : []
  return { ocsp: ocsp.flatMap(webAddress), crl: crl.flatMap(webAddress) }
}

function webAddress({ type, value }: pki.GeneralName): string[] {
  return type === 6 && typeof value === 'string' && /^https?:\/\//.test(value) ? [value] : []
}

export interface DistinguishedName {
  commonName: string
  organisation?: string
  unit?: string
  title?: string
}

/** The parts of a subject that a person understands. */
export function nameOf(certificate: Certificate, whose: 'subject' | 'issuer' = 'subject'): DistinguishedName {
  const parts = new Map(
    certificate.fields[whose].typesAndValues.map(({ type, value }) => [String(type), String(value.valueBlock.value)]),
  )
  const [organisation, unit, title] = ['2.5.4.10', '2.5.4.11', '2.5.4.12'].map((type) => parts.get(type))
  return {
    commonName: parts.get('2.5.4.3') ?? organisation ?? '',
    ...(organisation && { organisation }),
    ...(unit && { unit }),
    ...(title && { title }),
  }
}
