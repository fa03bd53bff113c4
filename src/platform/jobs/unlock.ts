import pg from 'pg'

/**
 * Frees the jobs that workers held when the machine went down, which would otherwise wait four hours. Only for a
 * launcher that knows no other worker is running: a living worker's job would run twice.
 */
export async function unlockAbandonedJobs(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
        from graphile_worker.jobs where locked_by is not null having count(*) > 0`)
  } finally {
    await client.end()
  }
}
