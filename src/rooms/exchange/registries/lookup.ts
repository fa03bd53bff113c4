import type { LocalDate } from '#kernel/local-date.ts'
import type { LogActor } from '#rooms/dossiers/index.ts'

/** A registry of the state that answers questions about one person or organisation. */
export type RegistryName = 'population'

/** Why a question may be asked at all. Without one none is. R-190 @see Decree 47/2020, Art. 45 */
export interface Purpose {
  procedureCode: string
  dossierId?: string
  /** The component of the dossier that the answer replaces. */
  component?: string
  /** The provision that allows it. */
  basis: string
  actor: LogActor
}

/** Name, number and birth together: a registry answers nobody who knows less. */
export interface Subject {
  idNumber: string
  name: string
  born: { on: LocalDate } | { year: number }
}

/** What the registry says, in its own words, of the person; only what the purpose needs is kept. */
export interface Evidence {
  name: string
  idNumber: string
  residence?: string | undefined
  currentResidence?: string | undefined
  maritalStatus?: string | undefined
  gender?: string | undefined
}

export type Finding =
  | { outcome: 'found'; evidence: Evidence }
  /** There is such a number, and it is somebody else's name or birthday. R-129 */
  | { outcome: 'differs'; evidence: Evidence; problem: string }
  | { outcome: 'not-found' }
  /** The registry will not answer: no right, wrong code, malformed question. */
  | { outcome: 'refused'; problem: string }
  | { outcome: 'unreachable'; problem: string }

/** One registry, however it is spoken to. `ask` never throws: silence is an outcome. */
export interface Registry {
  name: RegistryName
  operation: string
  ask(question: { requestId: string; officerCode: string; purpose: Purpose; subject: Subject }): Promise<Finding>
}

/** An answer that settles the component; after any other the question is asked again later, or the person is told. */
export function isSettled({ outcome }: Pick<Finding, 'outcome'>): boolean {
  return outcome === 'found' || outcome === 'differs' || outcome === 'not-found'
}
