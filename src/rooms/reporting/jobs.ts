import { asInstallation } from '#platform/db/index.ts'
import type { Jobs } from '#platform/jobs/index.ts'
import { log } from '#platform/log/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { compareChannels } from './commands/compare-channels.ts'
import { publishMonths } from './commands/publish.ts'

/** One agency's trouble is not another's: each is seen to, and what failed is said at the end. */
async function nightly(): Promise<void> {
  const problems: unknown[] = []
  for (const agency of await asInstallation(listAgencies)) {
    try {
      const editions = await publishMonths(agency)
      const { comparisons } = await compareChannels(agency.id)
      const alarms = comparisons.filter(({ verdict }) => verdict === 'worse').length
      log.info({ agency: agency.id, editions: editions.length, comparisons: comparisons.length, alarms }, 'reported')
    } catch (error) {
      problems.push(error)
    }
  }
  if (problems.length > 0) throw new AggregateError(problems, 'figures were not published or compared everywhere')
}

export const reportingJobs = { 'reporting:nightly': nightly } satisfies Jobs

/** Three in the morning in Vietnam, said in UTC. */
export const REPORTING_CRONTAB = '0 20 * * * reporting:nightly'
