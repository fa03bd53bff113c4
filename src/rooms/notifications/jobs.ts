import type { Jobs } from '#platform/jobs/index.ts'
import { sendNotice } from './commands.ts'

export const notificationJobs = {
  'notifications:send': ({ agencyId, id }: { agencyId: number; id: string }) => sendNotice(agencyId, id),
} satisfies Jobs
