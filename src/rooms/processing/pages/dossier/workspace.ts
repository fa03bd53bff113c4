import type { FieldError } from '#kernel/errors.ts'
import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { DueProgress, Explanation } from '#rooms/deadlines/index.ts'
import type { Document } from '#rooms/documents/index.ts'
import type { Dossier, SaidEntry } from '#rooms/dossiers/index.ts'
import type { ComponentStanding, Lookup } from '#rooms/exchange/index.ts'
import type { ProcessAction, ResultField, ResultText, SummaryGroup } from '#rooms/forms/index.ts'
import type { Proposal, WorkItem } from '../../work-item.ts'
import type { vi } from './dossier.vi.ts'

/** What the officer may do with one open piece of work. */
export interface OpenWork {
  item: WorkItem
  holder: string | undefined
  may: 'claim' | 'act' | 'look'
  mayHandOver: boolean
  actions: readonly ProcessAction[]
  /** Why the signature that was asked for here last did not come, in words. */
  notSigned: string | undefined
}

/** What an officer typed, kept when it could not be taken. */
export interface Typed {
  reason: string
  fields: Readonly<Record<string, string>>
}

/** A file of the dossier; `added` when it came with a supplement. */
export interface ShownPaper extends Document {
  added: boolean
}

/** What the person sent in after they were asked. */
export interface SentIn {
  at: Date
  /** The points they answered, by the officer's words. */
  items: readonly string[]
}

/** A question to a registry, with the name of the officer who asked it; the house asked when there is none. */
export interface NamedLookup extends Lookup {
  officer: string | undefined
}

/** What a registry said of one component. */
export interface ShownLookUp extends ComponentStanding {
  answer: NamedLookup | undefined
  unanswered: NamedLookup | undefined
  earlier: readonly NamedLookup[]
}

/** Everything the workspace shows of one dossier; gathered by the route, drawn by the view. */
export interface Workspace {
  dossier: Dossier
  ref: string
  answers: readonly SummaryGroup[]
  papers: readonly ShownPaper[]
  /** What the approver decides on, as it would be signed. */
  draft: ResultText | undefined
  /** The id of the paper that lies open, or `draft`. */
  open: string | undefined
  sentIn: SentIn | undefined
  lookUps: readonly ShownLookUp[]
  mayAskRegistries: boolean
  log: readonly SaidEntry[]
  proposals: readonly (Proposal & { officer: string })[]
  explanation: Explanation | undefined
  progress: DueProgress | undefined
  progressWords: string | undefined
  /** Working days used and allowed, for the ring. */
  ring: { used: number; total: number } | undefined
  work: readonly OpenWork[]
  /** What the paper asks the officer for, and what it begins with. */
  resultFields: readonly ResultField[]
  suggested: Readonly<Record<string, string>>
  resultId: string | undefined
  mayReceive: boolean
  maySupplement: boolean
  now: LocalDateTime
}

export interface ActProps {
  workspace: Workspace
  errors?: readonly FieldError[]
  /** What was typed before an error. */
  typed?: Typed
  language: Language
  t: typeof vi
}

/** The form in which the holder decides; the buttons at the foot belong to it. */
export const DECISION = 'decision'
