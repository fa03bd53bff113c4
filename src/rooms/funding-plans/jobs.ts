import type { Jobs } from '#platform/jobs/index.ts'
import { remindAll } from './commands/remind.ts'
import { prepareSignature } from './commands/sign.ts'

export const jobs = {
  'funding-plans:prepare-signature': prepareSignature,
  'funding-plans:remind': remindAll,
} satisfies Jobs

/** Seven in the morning in Vietnam, said in UTC. */
export const FUNDING_CRONTAB = '0 0 * * * funding-plans:remind'
