import { expect, test, vi } from 'vitest'
import { transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import { enqueue, runJobs, unlockAbandonedJobs } from './index.ts'

const database = useTestDatabase()

async function lockedJobs(): Promise<number> {
  return Number(
    (await asOwner(database(), 'select count(*) from graphile_worker.jobs where locked_by is not null')).rows[0].count,
  )
}

test('a job exists if, and only if, its transaction commits', async () => {
  const done: number[] = []
  await expect(
    transaction(1, async (tx) => {
      await enqueue(tx, 'note', { n: 1 })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  await transaction(1, (tx) => enqueue(tx, 'note', { n: 2 }))
  const queue = await runJobs(database().owner, { note: async ({ n }: { n: number }) => void done.push(n) }, '')
  await vi.waitFor(() => expect(done).toEqual([2]), 10_000)
  await queue.stop()
})

test('what a killed worker held is free again after a start, and is done', async () => {
  await transaction(1, (tx) => enqueue(tx, 'held', {}))
  await asOwner(
    database(),
    "update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now() where task_id = (select id from graphile_worker._private_tasks where identifier = 'held')",
  )
  expect(await lockedJobs()).toBe(1)
  await unlockAbandonedJobs(database().owner)
  expect(await lockedJobs()).toBe(0)
})
