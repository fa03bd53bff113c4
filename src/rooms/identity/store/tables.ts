import type { LocalDate } from '#kernel/local-date.ts'
import type { Assurance } from '#kernel/viewer.ts'

interface PersonsTable {
  agency_id: number
  id: string
  kind: 'person' | 'organisation'
  issuer: string
  subject: string
  tech_id: string | null
  id_number: string | null
  name: string
  born_on: LocalDate | null
  born_year: number | null
  gender: 'male' | 'female' | null
  nationality: string | null
  ethnicity: string | null
  residence: string | null
  current_residence: string | null
  email: string | null
  phone: string | null
  tax_code: string | null
  organisation_code: string | null
  representative: string | null
  claims: Record<string, unknown>
  claims_at: Date
  first_seen_at: Date
  last_seen_at: Date
}

interface OfficersTable {
  agency_id: number
  id: string
  subject: string
  name: string
  email: string | null
  disabled_at: Date | null
  disabled_because: 'inactive' | 'left' | null
  last_seen_at: Date
  failed_factors: number
  factors_locked_until: Date | null
}

interface OfficerAppointmentsTable {
  agency_id: number
  officer_id: string
  position_id: string
  valid_from: LocalDate
  valid_to: LocalDate | null
}

interface SessionsTable {
  agency_id: number
  id_hash: Buffer
  kind: 'citizen' | 'officer'
  person_id: string | null
  officer_id: string | null
  assurance: Assurance | null
  id_token: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  authenticated_at: Date
  second_factor_at: Date | null
  ended_at: Date | null
  limited_to: string | null
}

interface UsedTicketsTable {
  agency_id: number
  id: string
  used_at: Date
  expires_at: Date
}

interface SignInAttemptsTable {
  agency_id: number
  state_hash: Buffer
  kind: 'citizen' | 'officer'
  nonce: string
  code_verifier: string
  host: string
  return_to: string
  expires_at: Date
}

interface SecondFactorsTable {
  agency_id: number
  id: string
  officer_id: string
  kind: 'totp' | 'recovery-code'
  secret: Buffer
  last_step: number | null
  confirmed_at: Date | null
  created_at: Date
}

interface KeptPostsTable {
  agency_id: number
  id: string
  owner_kind: 'citizen' | 'officer'
  owner_id: string
  path: string
  body: Record<string, string | string[]>
  expires_at: Date
}

interface AuditEntriesTable {
  agency_id: number
  id: string
  at: Date
  act: string
  viewer_kind: 'citizen' | 'officer' | null
  viewer_id: string | null
  method: string
  route: string
  dossier: string | null
  person_id: string | null
  status: number
  ip: string | null
  request_id: string
}

declare module '#platform/db/index.ts' {
  interface Tables {
    persons: PersonsTable
    officers: OfficersTable
    officer_appointments: OfficerAppointmentsTable
    sessions: SessionsTable
    sign_in_attempts: SignInAttemptsTable
    second_factors: SecondFactorsTable
    kept_posts: KeptPostsTable
    audit_entries: AuditEntriesTable
    used_tickets: UsedTicketsTable
  }
}
