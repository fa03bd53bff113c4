import type { LocalDateTime } from '#kernel/local-date.ts'
import type { DueProgress, Explanation } from '#rooms/deadlines/index.ts'
import type { Document } from '#rooms/documents/index.ts'
import type { Dossier } from '#rooms/dossiers/index.ts'
import type { ProcessAction, SummaryGroup } from '#rooms/forms/index.ts'
import type { Proposal, WorkItem } from '../../work-item.ts'

/** What the officer may do with one open piece of work. */
export interface OpenWork {
  item: WorkItem
  holder: string | undefined
  may: 'claim' | 'act' | 'look'
  actions: readonly ProcessAction[]
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
  mayReceive: boolean
  now: LocalDateTime
}
