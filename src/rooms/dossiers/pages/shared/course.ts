import type { Dossier } from '../../dossier.ts'
import type { Refusal, SupplementRequest, Withdrawal } from '../../slips.ts'
import type { Status } from '../../status.ts'

/** Where a dossier has been, in dates only: what a stranger with the code may know as well. R-037 */
export interface Course {
  status: Status
  submittedAt: Date
  receivedAt: Date | undefined
  processingAt: Date | undefined
  resultReadyAt: Date | undefined
  returnedAt: Date | undefined
  /** Refused or withdrawn. */
  endedAt: Date | undefined
  /** Since when the person is waited for. */
  waitingSince: Date | undefined
}

interface Ends {
  refusal: Refusal | undefined
  withdrawal: Withdrawal | undefined
  supplementRequests: readonly SupplementRequest[]
}

export function courseOf(dossier: Dossier, slips: Ends): Course {
  const { status, submittedAt, receivedAt, processingAt, resultReadyAt, returnedAt } = dossier
  return {
    ...{ status, submittedAt, receivedAt, processingAt, resultReadyAt, returnedAt },
    endedAt: slips.refusal?.refusedAt ?? slips.withdrawal?.withdrawnAt,
    waitingSince: slips.supplementRequests.find(({ suppliedAt }) => suppliedAt === undefined)?.requestedAt,
  }
}

export type StageKey =
  | 'submitted'
  | 'checking'
  | 'received'
  | 'begun'
  | 'processing'
  | 'waiting'
  | 'result'
  | 'returned'
  | 'refused'
  | 'withdrawn'
  | 'discontinued'

export interface Stage {
  key: StageKey
  state: 'done' | 'now' | 'todo'
  at: Date | undefined
}

const ENDS: readonly Status[] = ['refused', 'withdrawn', 'discontinued']

/** The stages a person sees: each done, now, or to come. */
export function stagesOf(course: Course): Stage[] {
  const { status } = course
  const submitted: Stage = { key: 'submitted', state: 'done', at: course.submittedAt }
  if (ENDS.includes(status)) {
    const end: Stage = { key: status as StageKey, state: 'done', at: course.endedAt }
    return [submitted, ...done(course), end]
  }
  return [submitted, ...intake(course), ...work(course), ...ending(course)]
}

function done({ receivedAt, processingAt }: Course): Stage[] {
  return [
    ...(receivedAt ? [{ key: 'received', state: 'done', at: receivedAt } as const] : []),
    ...(processingAt ? [{ key: 'begun', state: 'done', at: processingAt } as const] : []),
  ]
}

function intake({ status, receivedAt, waitingSince }: Course): Stage[] {
  if (receivedAt) return [{ key: 'received', state: 'done', at: receivedAt }]
  const now: Stage =
    status === 'awaiting-supplement'
      ? { key: 'waiting', state: 'now', at: waitingSince }
      : { key: 'checking', state: 'now', at: undefined }
  return [now, { key: 'received', state: 'todo', at: undefined }]
}

function work({ status, receivedAt, processingAt, resultReadyAt, waitingSince }: Course): Stage[] {
  if (!receivedAt) return [{ key: 'processing', state: 'todo', at: undefined }]
  const at = processingAt ?? receivedAt
  if (resultReadyAt) return [{ key: 'processing', state: 'done', at }]
  if (status !== 'awaiting-supplement' && status !== 'awaiting-payment')
    return [{ key: 'processing', state: 'now', at }]
  const waiting: Stage = { key: 'waiting', state: 'now', at: waitingSince }
  const begun: Stage = { key: 'begun', state: 'done', at }
  return [...(processingAt ? [begun] : []), waiting, { key: 'processing', state: 'todo', at: undefined }]
}

function ending({ resultReadyAt, returnedAt }: Course): Stage[] {
  if (!resultReadyAt)
    return [
      { key: 'result', state: 'todo', at: undefined },
      { key: 'returned', state: 'todo', at: undefined },
    ]
  return [
    { key: 'result', state: 'done', at: resultReadyAt },
    { key: 'returned', state: returnedAt ? 'done' : 'now', at: returnedAt },
  ]
}
