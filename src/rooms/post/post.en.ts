import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './post.vi.ts'

export const en: Words<typeof vi> = {
  states: {
    wished: 'To be packed',
    ordering: 'Being ordered',
    ordered: 'Ordered, to be fetched',
    collected: 'Fetched by the carrier',
    delivering: 'Out for delivery',
    delivered: 'Delivered',
    returning: 'Coming back',
    returned: 'Came back',
    cancelled: 'Cancelled',
  },
  carriers: { vnpost: 'VNPost', viettelpost: 'ViettelPost' },
  tracking: 'Where it has been',
  noMoves: 'The carrier has said nothing yet.',
  itemCode: 'Tracking number',
  price: 'Postage',
  receiver: 'To',
}
