import type { FieldError } from '#kernel/errors.ts'
import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import type { DueProgress, Explanation } from '#rooms/deadlines/index.ts'
import type { Document } from '#rooms/documents/index.ts'
import type { Dossier } from '#rooms/dossiers/index.ts'
import type { ProcessAction, ResultField, SummaryGroup } from '#rooms/forms/index.ts'
import type { Proposal, WorkItem } from '../../work-item.ts'
import type { vi } from './dossier.vi.ts'

/** What the officer may do with one open piece of work. */
export interface OpenWork {
  item: WorkItem
  holder: string | undefined
  may: 'claim' | 'act' | 'look'
  actions: readonly ProcessAction[]
  /** Why the signature that was asked for here last did not come. */
  notSigned: string | undefined
}

/** What an officer typed, kept when it could not be taken. */
export interface Typed {
  reason: string
  fields: Readonly<Record<string, string>>
}

/** A handover in words: who, by which action, to which step, and why. */
export interface ShownHandover {
  ordinal: number
  at: Date
  officer: string | undefined
  action: Bilingual | undefined
  step: Bilingual
  note: string | undefined
}

/** Everything the workspace shows of one dossier; gathered by the route, drawn by the view. */
export interface Workspace {
  dossier: Dossier
  ref: string
  answers: readonly SummaryGroup[]
  papers: readonly Document[]
  log: readonly { at: Date; words: string }[]
  proposals: readonly (Proposal & { officer: string })[]
  explanation: Explanation | undefined
  progress: DueProgress | undefined
  progressWords: string | undefined
  /** Working days used and allowed, for the ring. */
  ring: { used: number; total: number } | undefined
  work: readonly OpenWork[]
  handovers: readonly ShownHandover[]
  /** What the paper asks the officer for, and what it begins with. */
  resultFields: readonly ResultField[]
  suggested: Readonly<Record<string, string>>
  resultId: string | undefined
  mayReceive: boolean
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

/** Why a signature did not come, in words; what the gateway says in its own is shown as it is. */
export function sayNotSigned(reason: string, t: typeof vi): string {
  const known: Record<string, string> = t.notSignedReasons
  return known[reason] ?? t.notSignedOther(reason)
}
