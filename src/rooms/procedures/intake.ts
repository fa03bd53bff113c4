/** Whose screen takes an application in. R-024 */
export type Intake = 'own' | 'national' | 'ministry'

/** How an agency works: with screens of its own, behind the national portal, or as each procedure says. */
export type IntakeMode = 'portal' | 'mixed' | 'back-office'

/** Where people apply: here, or at an address elsewhere. R-025 */
export type ApplyAt = { by: 'own' } | { by: 'national' | 'ministry'; href: string }

/** Fills a pattern such as `https://…?ma_thu_tuc={code}`. */
export function deepLink(pattern: string, code: string): string {
  return pattern.replaceAll('{code}', encodeURIComponent(code))
}

interface Asked {
  code: string
  /** Undefined where the agency has decided nothing about the procedure. */
  offer: { intake: Intake; intakeUrl: string | null } | undefined
  isInstalled: boolean
  nationalAddress: string
}

/** A ministry's procedure without an address of the ministry, and whatever is not installed here, is the portal's. */
export function applyAt({ code, offer, isInstalled, nationalAddress }: Asked): ApplyAt {
  if (isInstalled && (offer?.intake ?? 'own') === 'own') return { by: 'own' }
  if (offer?.intake === 'ministry' && offer.intakeUrl) return { by: 'ministry', href: offer.intakeUrl }
  return { by: 'national', href: deepLink(nationalAddress, code) }
}
