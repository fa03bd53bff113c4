import type { Jobs } from '#platform/jobs/index.ts'
import { deliver } from './commands/deliver.ts'
import { reminderJobs } from './reminders/jobs.ts'
import type { DeliveryKey } from './store/deliveries.ts'

export const notificationJobs = {
  'notifications:send': (key: DeliveryKey) => deliver(key),
  ...reminderJobs,
} satisfies Jobs
