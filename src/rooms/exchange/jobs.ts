import { now } from '#platform/clock/index.ts'
import { asInstallation, read } from '#platform/db/index.ts'
import type { Jobs } from '#platform/jobs/index.ts'
import { log } from '#platform/log/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { adapterFor, canCompare } from './adapter.ts'
import { fillIn } from './commands/fill-in.ts'
import { reconcile, type Wanted } from './commands/reconcile.ts'
import { takeBack } from './document-system/commands/take-back.ts'
import { fetchFiles } from './inbound/commands/take-dossier.ts'
import { listConnections } from './store/connections.ts'

const WEEK = 7 * 24 * 3_600_000

/** Every night what was told in the last seven days is laid beside what the others show. */
async function reconcileAll(): Promise<void> {
  const to = now()
  const period = { from: new Date(to.getTime() - WEEK), to }
  for (const { id } of await asInstallation(listAgencies)) {
    for (const { destination, state } of await read(id, listConnections)) {
      const adapter = adapterFor(destination)
      if (state !== 'on' || !adapter || !canCompare(adapter)) continue
      try {
        const { compared, divergences, problem } = await reconcile(id, destination, period)
        log.info({ agency: id, destination, compared, divergences: divergences.length, problem }, 'reconciled')
      } catch (error) {
        // One connection that is set up wrongly must not keep the others from being compared.
        log.error({ err: error, agency: id, destination }, 'not reconciled')
      }
    }
  }
}

/** Somebody asked for it: the same week, one destination. */
async function reconcileNow({ agencyId, destination }: Wanted): Promise<void> {
  const to = now()
  await reconcile(agencyId, destination, { from: new Date(to.getTime() - WEEK), to })
}

export const exchangeJobs = {
  'exchange:fill-in': fillIn,
  'exchange:take-back': takeBack,
  'exchange:reconcile': reconcileAll,
  'exchange:reconcile-now': reconcileNow,
  'exchange:fetch-files': ({ agencyId, messageId }: { agencyId: number; messageId: number }) =>
    fetchFiles(agencyId, messageId),
} satisfies Jobs

/**
 * Two in the morning in Vietnam, said in UTC; every quarter of an hour for registries that were silent; every five
 * minutes for documents that came back.
 */
export const EXCHANGE_CRONTAB = [
  '0 19 * * * exchange:reconcile',
  '*/15 * * * * exchange:fill-in',
  '*/5 * * * * exchange:take-back',
].join('\n')
