import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

export type { Jobs } from './jobs.ts'

export interface Queued {
  runAt?: Date
  maxAttempts?: number
  /** A second job with the same key replaces the waiting one. */
  jobKey?: string
}

/** Queues a job in the caller's transaction: it exists if, and only if, the transaction commits. */
export async function enqueue(tx: Tx, task: string, payload: object, queued: Queued = {}): Promise<void> {
  await sql`select motcua.add_job(${task}, ${JSON.stringify(payload)}::json, ${queued.runAt ?? null}::timestamptz,
    ${queued.maxAttempts ?? 25}::integer, ${queued.jobKey ?? null}::text)`.execute(tx)
}

/** Something that happened, told to whoever listens; the facts are plain JSON and complete, so that no listener looks back. */
export interface Happening {
  type: string
  agencyId: number
}

/** Tells the house, in the caller's transaction. `app/worker.ts` says who listens. */
export async function announce(tx: Tx, happening: Happening): Promise<void> {
  await enqueue(tx, 'happening', happening)
}

export { runJobs } from './run.ts'
export { unlockAbandonedJobs } from './unlock.ts'
