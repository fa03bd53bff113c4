import type { Assurance } from '#kernel/viewer.ts'

/** How long things last. @see TCVN 14423:2026 (session timeout) */
export const LASTS = {
  idleMinutes: 30,
  absoluteHours: 12,
  attemptMinutes: 10,
  keptPostMinutes: 60,
  /** How fresh a proof of identity must be before signing or paying. */
  recentMinutes: 10,
} as const

const MINUTE = 60_000

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE)
}

export interface Session {
  agencyId: number
  idHash: Buffer
  kind: 'citizen' | 'officer'
  /** Of the person or the officer. */
  ownerId: string
  /** Undefined for officers. */
  assurance: Assurance | undefined
  idToken: string
  createdAt: Date
  lastSeenAt: Date
  /** The absolute end, however busy the session is. */
  expiresAt: Date
  authenticatedAt: Date
  secondFactorAt: Date | undefined
  endedAt: Date | undefined
  /** The one procedure it is good for, when the national portal sent the person with a ticket. */
  limitedTo?: string | undefined
}

/** a session ends by signing out, after 30 minutes without use, and after 12 hours in any case. */
export function isLive(session: Session, now: Date): boolean {
  return (
    session.endedAt === undefined &&
    now < session.expiresAt &&
    now < minutesAfter(session.lastSeenAt, LASTS.idleMinutes)
  )
}

/** It ran out, and nobody ended it: what was being typed may be kept for its owner. */
export function ranOut(session: Session, now: Date): boolean {
  return session.endedAt === undefined && !isLive(session, now)
}

/** the person, or the officer with the second factor, has proved who they are a short while ago. */
export function isRecent(session: Session, now: Date, minutes: number = LASTS.recentMinutes): boolean {
  const proved = session.kind === 'citizen' ? session.authenticatedAt : session.secondFactorAt
  return proved !== undefined && now < minutesAfter(proved, minutes)
}
