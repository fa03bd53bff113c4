import { type Authority, DAY, type Identity } from '../ca/authority.ts'
import { KEY_USAGE, type Name, PURPOSES } from '../ca/certificate.ts'
import { agencies, findOfficer, units } from '../staff/officers.ts'

const APPROVERS = ['nguyen-van-vi', 'giang-a-ky', 'do-thi-chu', 'ha-thi-duyet', 'vu-thi-truong']

const SEAL = /^seal:((?:H99|G99)(?:\.[0-9A-Z]{1,8}){0,4})$/

/** Certificates that a portal must not accept, for its tests. */
const SPECIAL: Record<string, string> = {
  'revoked-signer': 'Người Ký Bị Thu Hồi',
  'expired-signer': 'Người Ký Hết Hạn',
}

const REVOKED_AT = new Date('2026-03-01')

export const signerIds = [
  ...APPROVERS,
  ...[...agencies.map(({ code }) => code), ...Object.keys(units)].map((code) => `seal:${code}`),
  ...Object.keys(SPECIAL),
]

function subjectOf(userId: string): Name | undefined {
  const special = SPECIAL[userId]
  if (special)
    return [
      ['C', 'VN'],
      ['O', 'Ủy ban nhân dân tỉnh Mẫu'],
      ['title', 'Người ký thử'],
      ['CN', special],
    ]

  const officer = APPROVERS.includes(userId) ? findOfficer(userId) : undefined
  if (officer) {
    const { agency, unit, title, name } = officer
    return [
      ['C', 'VN'],
      ['O', agency.name],
      ['OU', unit],
      ['title', title],
      ['CN', name],
    ]
  }

  const code = SEAL.exec(userId)?.[1]
  const agency = code && agencies.find((candidate) => code.startsWith(candidate.code))
  if (!agency) return undefined
  const name = code === agency.code ? agency.name : (units[code] ?? `${agency.name} – đơn vị ${code}`)
  return [
    ['C', 'VN'],
    ['O', agency.name],
    ['organizationIdentifier', code],
    ['CN', name],
  ]
}

export function isSigner(userId: string): boolean {
  return subjectOf(userId) !== undefined
}

/** The certificate and key of a signer, made the first time anyone asks for them. */
export async function signerIdentity(authority: Authority, userId: string): Promise<Identity | undefined> {
  const subject = subjectOf(userId)
  if (!subject) return undefined
  const expired = userId === 'expired-signer'
  const identity = await authority.identity(userId, {
    subject,
    notBefore: new Date(expired ? '2024-01-01' : '2026-01-01'),
    notAfter: expired ? new Date('2025-12-31T23:59:59Z') : new Date(Date.now() + 2 * 365 * DAY),
    keyUsage: KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation,
    purposes: { oids: [PURPOSES.documentSigning, PURPOSES.emailProtection], critical: false },
  })
  if (userId === 'revoked-signer') authority.revoke(identity.certificate, REVOKED_AT, 1)
  return identity
}
