import type { Jobs } from '#platform/jobs/index.ts'
import { followItem } from './commands/follow.ts'
import { placeOrder } from './commands/order.ts'

interface ItemKey {
  agencyId: number
  id: string
}

export const postJobs = {
  'post:order': (key: ItemKey) => placeOrder(key),
  'post:follow': (key: ItemKey) => followItem(key),
} satisfies Jobs
