import type { LogActor } from '#rooms/dossiers/index.ts'

/** Registries of the state that answer questions, and specialised systems that say how a dossier stands with them. */
export type RegistryName =
  | 'population'
  | 'business'
  | 'civil-status'
  | 'criminal-record'
  | 'land'
  | 'social-assistance'
  | 'driving-licence'

/** Why a question may be asked at all. Without one none is. R-190 @see Decree 47/2020, Art. 45 */
export interface Purpose {
  /** Our number for the question, which the registry logs too. */
  requestId: string
  procedureCode: string
  dossierId?: string
  /** The component of the dossier that the answer replaces. */
  component?: string
  /** The provision that allows it. */
  basis: string
  actor: LogActor
  /** Why an officer asks once more. */
  reason?: string
}

/** What a registry is asked by. Days are `YYYY-MM-DD`, a year alone is `YYYY`. */
export type Keys = Readonly<Record<string, string>>

/** What an answer may hold, in the order in which it is read. */
export const EVIDENCE_FIELDS = [
  ...(['name', 'idNumber', 'born', 'gender', 'maritalStatus', 'residence', 'residenceCode'] as const),
  ...(['currentResidence', 'businessName', 'businessCode', 'businessKind', 'businessState', 'registeredOn'] as const),
  ...(['address', 'representative', 'representativeId', 'caseCode', 'caseState', 'caseResult'] as const),
  ...(['payable', 'licenceClass'] as const),
] as const
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]

/** What the registry says, by what it means here; only what the purpose needs is kept. */
export type Evidence = Readonly<Partial<Record<EvidenceField, string>>>

export type Finding =
  | { outcome: 'found'; evidence: Evidence }
  /** There is such a number, and it is somebody else's name or birthday. R-129 */
  | { outcome: 'differs'; evidence: Evidence; problem: EvidenceField }
  | { outcome: 'not-found' }
  /** The registry will not answer: no right, wrong code, malformed question. */
  | { outcome: 'refused'; problem: string }
  /** Silence, or an answer nobody can read: `unreadable`. Asked again later. */
  | { outcome: 'unreachable'; problem: string }

/** What is written down of an answer that nobody can read. What it said is not kept: it may speak of people. */
export const UNREADABLE = { outcome: 'unreachable', problem: 'unreadable' } as const

/** One registry, however it is spoken to. `lookUp` never throws: silence is an outcome. */
export interface Registry {
  name: RegistryName
  operation: string
  /** Keys without which it is not asked; the first says whom or what it is about. */
  needs: readonly [string, ...string[]]
  /** `officer`: the code under which the registry logs who asked. */
  lookUp(purpose: Purpose, officer: string, keys: Keys): Promise<Finding>
}

/** How long a question may take: a job has time, a person at a page has not. */
export interface Patience {
  timeout: number
  attempts: number
}

export const FOR_A_JOB: Patience = { timeout: 15_000, attempts: 2 }
export const FOR_A_PERSON: Patience = { timeout: 6_000, attempts: 1 }

/** An answer that settles the component; after any other the question is asked again later, or the person is told. */
export function isSettled({ outcome }: Pick<Finding, 'outcome'>): boolean {
  return outcome === 'found' || outcome === 'differs' || outcome === 'not-found'
}

/** Only what was said: an empty field is no evidence. */
export function evidenceOf(said: { [F in EvidenceField]?: string | undefined }): Evidence {
  const fields = Object.entries(said).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(fields)
}

/** Whether two names are one: spaces, case and the way marks are encoded do not count. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
  return plain(one) === plain(other)
}
