import { asInstallation, transaction } from '#platform/db/index.ts'
import type { Jobs } from '#platform/jobs/index.ts'
import { log } from '#platform/log/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { sweep } from './store/sweep.ts'

export const jobs = {
  /** To be run every hour. */
  'identity:sweep': async () => {
    for (const { id } of await asInstallation(listAgencies)) {
      const { disabled } = await transaction(id, sweep)
      if (disabled.length > 0)
        log.info({ agency: id, officers: disabled.length }, 'officers not seen for 45 days are disabled')
    }
  },
} satisfies Jobs
