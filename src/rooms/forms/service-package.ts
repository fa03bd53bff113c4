import type { LocalDate } from '#kernel/local-date.ts'
import type { Assurance } from '#kernel/viewer.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Answers, Documents, FormDefinition } from './definition.ts'
import type { Profile } from './profile.ts'

/** A service as one thing that is checked, tested, installed and exchanged. Format: `services/README.md`. */
export interface ServicePackage {
  format: 1
  service: ServiceDefinition
  procedure: PackageProcedure
  form: FormDefinition
  process: ProcessDefinition
  result: ResultDefinition
  letters: readonly LetterDefinition[]
  examples: readonly Example[]
}

export type ServiceChannel = 'online' | 'counter' | 'post'

export interface ServiceDefinition {
  code: string
  /** Three numbers; a dossier keeps the version it was received under. */
  version: string
  validFrom: LocalDate
  validTo?: LocalDate
  name: Bilingual
  level: 'full' | 'partial'
  /**
   * Required when the level is partial: why, of the four reasons that the decree knows, and the provision. R-007
   *
   * @see Decree 224/2026, Art. 14
   */
  partialCause?: 'presence' | 'field-verification' | 'incident' | 'technical'
  partialReason?: Bilingual
  channels: readonly ServiceChannel[]
  applicants: readonly { kind: 'person' | 'organisation'; assurance: Assurance }[]
  /** The first whose rule is true; the last has none. */
  cases: readonly ServiceCase[]
  documents: readonly RequiredDocument[]
  fees: readonly FeeRule[]
  competent: readonly CompetentRule[]
  resultDelivery: readonly ('electronic' | 'counter' | 'post')[]
}

export interface ServiceCase {
  code: string
  name: Bilingual
  when?: string
  /** `3wd`; `0wd` is the same day, after 15:00 the next working day. */
  limit: string
  law: string
}

export interface RequiredDocument {
  id: string
  /** National code of the component. */
  code: string
  name: Bilingual
  when?: string
  originals: number
  copies: number
  /** `form`: the declaration itself; `upload`: brought as a file; `present`: shown at the counter; `data`: taken from the state's data instead. */
  by: 'form' | 'upload' | 'present' | 'data'
  /** Where the data comes from when nobody has to bring it. R-018 */
  source?: Bilingual
  /** The registry that is asked for it when the dossier comes in. */
  registry?: 'population'
  /** When it is needed and when not, in everyday words. */
  plain?: Bilingual
}

/** One line of what is payable. */
export interface FeeRule {
  id: string
  /** Fee is phí, charge is lệ phí: the law keeps two words. */
  kind: 'fee' | 'charge'
  name: Bilingual
  law: string
  when?: string
  /** Whole đồng. May say `rate`, which comes from `rates`. */
  amount: string
  /** The number question that `amount` grows with, and how the amount for one is said: “mỗi bản”. */
  each?: { question: string; says: Bilingual }
  /** What a province's People's Council has set; without a row of its own the agency takes `*`, and without that the line is not set. */
  rates?: readonly { agency: string; amount: number; from: LocalDate; law: string }[]
  exemptions?: readonly { id: string; name: Bilingual; when: string; law: string }[]
}

/** The first whose rule is true names the unit that is competent. R-072 */
export interface CompetentRule {
  when?: string
  unit:
    | { by: 'answer'; question: string } // the answer is a unit's code
    | { by: 'receiving' } // where it was received
    | ({ by: 'kind' } & UnitOfKind) // the agency's unit of that kind, e.g. the department of justice
}

/** A unit without knowing the agency; the `agencies` room resolves it (`UnitSelector`). */
export interface UnitOfKind {
  kind: 'commune' | 'department' | 'division' | 'service-centre'
  field?: string
}

export interface ProcessDefinition {
  start: string
  steps: readonly ProcessStep[]
}

export interface ProcessStep {
  id: string
  name: Bilingual
  kind: 'task' | 'sign' | 'end'
  role?: 'deskOfficer' | 'caseOfficer' | 'approver'
  unit?: 'receiving' | 'competent' | UnitOfKind
  limit?: string
  actions: readonly ProcessAction[]
}

export interface ProcessAction {
  id: string
  label: Bilingual
  to: string
  kind: 'forward' | 'return' | 'propose' | 'approve' | 'reject'
  when?: string
  reasonRequired?: boolean
}

/**
 * The paper that comes of it, in Vietnamese. Templates say `{name}`: a question, a field of the result, or one of the
 * facts `seq`, `year`, `issuedOn`, `unit`, `dossierCode`; each is said as people read it.
 */
export interface ResultDefinition {
  kind: string
  /** What the case officer adds when proposing the result. `suggest` is a template. */
  fields: readonly ResultField[]
  title: string
  subject?: string
  /** `{seq}/UBND-XNTTHN`. */
  number: string
  paragraphs: readonly TemplateLine[]
  tables: readonly { caption?: string; rows: readonly { label: string; value: string; when?: string }[] }[]
  signer: { position: string }
  recipients: readonly string[]
}

export interface ResultField {
  id: string
  kind: 'text' | 'long-text' | 'date'
  label: Bilingual
  hint?: Bilingual
  required: boolean
  suggest?: string
}

export interface TemplateLine {
  text: string
  when?: string
}

/** A notice of this procedure. `rejection` tells a rejection on the merits, and may also say `{reason}`, `{owner}`, `{procedure}`. */
export interface LetterDefinition {
  id: string
  title: Bilingual
  paragraphs: readonly Bilingual[]
  /** For a letter that is issued as a signed paper: its number, `{seq}/TB-TC`, and who gets it. */
  paper?: { number: string; recipients: readonly string[] }
}

/** The national record in plain form, so that a fresh clone shows the whole procedure. */
export interface PackageProcedure {
  code: string
  name: string
  field: { code: string; name: string }
  publisher: { code: string; name: string }
  executing: readonly string[]
  coordinating: readonly string[]
  audiences: readonly string[]
  results: readonly { code: string; name: string }[]
  decision: { number: string; on: LocalDate; agency: string }
  updatedOn: LocalDate
  plain: Record<
    'vi' | 'en',
    { name: string; summary: string; keywords: readonly string[]; asksOfYou: readonly string[] }
  >
  /** `text` is the national record's, word for word; `plain` says it in one sentence. */
  steps: readonly { title: Bilingual; plain?: Bilingual; text: readonly string[] }[]
  channels: readonly { channel: ServiceChannel; limit: string; fee: string }[]
  documents: readonly {
    group: string
    items: readonly { code: string; name: string; originals: number; copies: number }[]
  }[]
  notes: readonly string[]
  requirements: readonly string[]
  law: readonly { code: string; name: string }[]
}

/** An example is a test of the package: who, what they say, and what must follow. */
export interface Example {
  id: string
  name: Bilingual
  agency: string
  today: LocalDate
  channel: ServiceChannel
  applicant: { kind: 'person' | 'organisation'; assurance: Assurance }
  profile?: Profile
  answers: Answers
  documents?: Documents
  expect: ExampleExpectation
}

export interface ExampleExpectation {
  /** Whether this applicant may apply at all. Default true. */
  mayApply?: boolean
  /** Questions asked, in order, notes left out. */
  questions?: readonly string[]
  errors?: readonly { field: string; message: Bilingual }[]
  case?: string
  fee?: number
  documents?: readonly string[]
  competent?: string
  received?: string
  dueAt?: string
  /** Actions taken and the step each one leads to: `propose → approve`. */
  route?: readonly { action: string; to: string; role?: string; unit?: string }[]
  /** What the officer added. */
  resultFields?: Readonly<Record<string, string>>
  result?: { number?: string; paragraphs?: readonly string[]; rows?: readonly (readonly [string, string])[] }
}
