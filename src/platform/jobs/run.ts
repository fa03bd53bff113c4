import { Logger, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import { newId } from '#kernel/id.ts'
import { openPool } from '#platform/db/connection.ts'
import { log, withCorrelation } from '#platform/log/index.ts'
import type { Jobs } from './jobs.ts'

const CONCURRENCY = 5

const quiet = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message)
  else if (level === 'warning') log.warn(message)
  else log.debug(message)
})

/** Works the queue, and what `crontab` says when (graphile-worker’s form), until `stop()`; what has begun is finished first. */
export async function runJobs(owner: pg.PoolConfig, jobs: Jobs, crontab: string): Promise<{ stop(): Promise<void> }> {
  const pool = openPool({ ...owner, max: CONCURRENCY + 2 })
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, handle]) => [
      name,
      (payload: unknown) => withCorrelation(`${name}:${newId().slice(-12)}`, () => handle(payload)),
    ]),
  )
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    concurrency: CONCURRENCY,
    crontab,
    noHandleSignals: true,
    logger: quiet,
  })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}
