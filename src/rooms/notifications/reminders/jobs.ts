import type { Jobs } from '#platform/jobs/index.ts'
import { remindAll } from './commands/remind.ts'

export const reminderJobs = { 'notifications:remind': remindAll } satisfies Jobs

/** Half past seven in the morning in Vietnam, said in UTC. */
export const REMINDER_CRONTAB = '30 0 * * * notifications:remind'
