import { asInstallation } from '#platform/db/index.ts'
import { enqueue, type Jobs } from '#platform/jobs/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { runChecks } from './commands/run-checks.ts'
import { CHECKS, RESTLESS } from './finding.ts'

async function checkAll({ restless = false }: { restless?: boolean }): Promise<void> {
  for (const agency of await asInstallation(listAgencies)) await runChecks(agency, restless ? RESTLESS : CHECKS)
}

export const conformanceJobs = { 'conformance:check': checkAll } satisfies Jobs

/** Everything at night (UTC), what breaks by itself every quarter of an hour. */
export const CONFORMANCE_CRONTAB = `20 19 * * * conformance:check ?id=conformance-daily&max=3
*/15 * * * * conformance:check ?id=conformance-restless&max=1 {"restless":true}`

const UNTIL_THE_WEB_IS_UP = 30_000

/** A start is looked at as soon as the portal answers: nobody waits for the night to see what is wrong. */
export async function checkSoon(): Promise<void> {
  const runAt = new Date(Date.now() + UNTIL_THE_WEB_IS_UP)
  await asInstallation((tx) => enqueue(tx, 'conformance:check', {}, { runAt, jobKey: 'conformance-start' }))
}
