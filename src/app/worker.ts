import { config } from '#platform/config/index.ts'
import { closeDatabase, connectDatabase } from '#platform/db/index.ts'
import { type Happening, type Jobs, runJobs } from '#platform/jobs/index.ts'
import { log } from '#platform/log/index.ts'
import { CONFORMANCE_CRONTAB, checkSoon, conformanceJobs } from '#rooms/conformance/index.ts'
import { documentJobs } from '#rooms/documents/index.ts'
import { EXCHANGE_CRONTAB, exchangeJobs, Sender } from '#rooms/exchange/index.ts'
import { FEEDBACK_CRONTAB, feedbackJobs } from '#rooms/feedback/index.ts'
import { FUNDING_CRONTAB, fundingPlanJobs, fundingPlanReactions } from '#rooms/funding-plans/index.ts'
import { identityJobs } from '#rooms/identity/index.ts'
import { notificationJobs, REMINDER_CRONTAB } from '#rooms/notifications/index.ts'
import { postJobs } from '#rooms/post/index.ts'
import { LogFollower, REPORTING_CRONTAB, reportingJobs } from '#rooms/reporting/index.ts'
import { signatureJobs } from '#rooms/signatures/index.ts'
import { openServer } from './database.ts'
import { readyAdapters } from './outside.ts'
import { stopGracefully, tellReady } from './process.ts'
import { reactions } from './reactions.ts'
import { RATINGS_CRONTAB, ratingJobs } from './tell-ratings.ts'

/** Each listener is a job of its own kind of failure: one that fails is tried again without telling the others twice. */
async function tell(happening: Happening): Promise<void> {
  const listeners = [...(reactions[happening.type] ?? []), ...(fundingPlanReactions[happening.type] ?? [])]
  const told = await Promise.allSettled(listeners.map((listen) => listen(happening)))
  const failed = told.filter((one) => one.status === 'rejected')
  if (failed.length > 0)
    throw new AggregateError(
      failed.map(({ reason }) => reason),
      `${happening.type} was not heard by all`,
    )
}

export const jobs = {
  happening: tell,
  ...conformanceJobs,
  ...documentJobs,
  ...exchangeJobs,
  ...feedbackJobs,
  ...fundingPlanJobs,
  ...identityJobs,
  ...notificationJobs,
  ...postJobs,
  ...ratingJobs,
  ...reportingJobs,
  ...signatureJobs,
} satisfies Jobs

/** Works the queue until told to stop; then finishes what it began. */
export async function work(): Promise<void> {
  const database = await openServer()
  connectDatabase(database.address, config.DATABASE_POOL)
  const rooms = [
    ...[EXCHANGE_CRONTAB, CONFORMANCE_CRONTAB, FEEDBACK_CRONTAB, FUNDING_CRONTAB],
    ...[RATINGS_CRONTAB, REMINDER_CRONTAB, REPORTING_CRONTAB],
  ]
  const crontab = ['0 * * * * identity:sweep', ...rooms].join('\n')
  const queue = await runJobs(database.address.owner, jobs, crontab)
  readyAdapters()
  const sender = new Sender()
  sender.start()
  const follower = new LogFollower()
  follower.start()
  await checkSoon()
  log.info('worker is up')
  tellReady()
  stopGracefully(async () => {
    await Promise.all([queue.stop(), sender.stop(), follower.stop()])
    await closeDatabase()
    await database.stop()
  })
}
