import type { Jobs } from '#platform/jobs/index.ts'
import { scanAgain } from './commands.ts'

export const documentJobs = {
  'documents:scan': ({ agencyId, id }: { agencyId: number; id: string }) => scanAgain(agencyId, id),
} satisfies Jobs
