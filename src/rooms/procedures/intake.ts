import type { LocalDate } from '#kernel/local-date.ts'

/** Whose screen takes an application in, or whose system keeps where the dossier stands. R-024 */
export type Intake = 'own' | 'national' | 'ministry'
export const INTAKES: readonly Intake[] = ['own', 'national', 'ministry']

/** How an agency works: with screens of its own, behind the national portal, or as each procedure says. */
export type IntakeMode = 'portal' | 'mixed' | 'back-office'
export const INTAKE_MODES: readonly IntakeMode[] = ['portal', 'mixed', 'back-office']

/** How the whole agency works from a day on. */
export interface ModeSaid {
  mode: IntakeMode
  /** Page of a procedure at the national portal, `{code}` in it; undefined: the installation's. */
  nationalAddress?: string | undefined
}

/** What is said of one procedure from a day on. */
export interface ProcedureSaid {
  intake: Intake
  /** Undefined: where it is taken in by this agency, here; otherwise as it was said before. */
  stateOwner?: Intake | undefined
  /** Where the ministry's system takes it in. */
  url?: string | undefined
}

/** As it is written down. */
export type IntakeSaid = ModeSaid | ProcedureSaid

/** What somebody may have got wrong when they set it. */
export type IntakeProblem = 'past' | 'address' | 'url' | 'state'

const WEB = /^https?:\/\/[^\s/]+/

/** What is wrong with a setting; empty when it can be kept. What was, was: it begins today at the earliest. */
export function intakeProblems(said: IntakeSaid, { from, today }: { from: LocalDate; today: LocalDate }) {
  const problems: IntakeProblem[] = from < today ? ['past'] : []
  if ('mode' in said) {
    const { nationalAddress } = said
    if (nationalAddress !== undefined && !(WEB.test(nationalAddress) && nationalAddress.includes('{code}')))
      problems.push('address')
    return problems
  }
  if (said.url !== undefined && !WEB.test(said.url)) problems.push('url')
  if (said.stateOwner !== undefined && ownerOfState(said.intake, said.stateOwner) !== said.stateOwner)
    problems.push('state')
  return problems
}

/** What is taken in here is kept here: nothing is handed to another system behind the person's back. */
export function ownerOfState(intake: Intake, said: Intake): Intake {
  return intake === 'own' ? 'own' : said
}

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
