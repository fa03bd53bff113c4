import type { Appointment } from '#kernel/viewer.ts'
import type { Bilingual } from '#platform/i18n/index.ts'

/** Where an officer is appointed, with the title that stands under a signature. */
export interface OfficerAppointment extends Appointment {
  positionId: string
  title: Bilingual
}

export interface OfficerRecord {
  id: string
  agencyId: number
  /** At the agency's own identity provider; also the user id at the signing gateway. */
  subject: string
  name: string
  email: string | undefined
  disabledAt: Date | undefined
  lastSeenAt: Date
  appointments: readonly OfficerAppointment[]
}

export interface NewOfficer {
  id?: string
  subject: string
  name: string
  email?: string
}

const DORMANT_AFTER_DAYS = 45

/** an account not used for 45 days is disabled until somebody answers for it again. @see TCVN 14423:2026 */
export function dormantSince(now: Date): Date {
  return new Date(now.getTime() - DORMANT_AFTER_DAYS * 86_400_000)
}

export function isDormant(officer: { lastSeenAt: Date }, now: Date): boolean {
  return officer.lastSeenAt < dormantSince(now)
}
