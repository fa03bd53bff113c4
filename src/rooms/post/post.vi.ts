import type { ItemState } from './item.ts'

/** Words that several pages of the post share. */
export const vi = {
  states: {
    wished: 'Chờ đóng gói',
    ordering: 'Đang đặt bưu gửi',
    ordered: 'Đã đặt, chờ bưu tá tới lấy',
    collected: 'Bưu tá đã lấy',
    delivering: 'Đang phát',
    delivered: 'Đã phát',
    returning: 'Đang chuyển hoàn',
    returned: 'Đã chuyển hoàn',
    cancelled: 'Đã hủy',
  } satisfies Record<ItemState, string>,
  carriers: { vnpost: 'VNPost', viettelpost: 'ViettelPost' },
  tracking: 'Hành trình',
  noMoves: 'Bưu chính chưa báo gì.',
  itemCode: 'Số bưu gửi',
  price: 'Cước',
  receiver: 'Người nhận',
}
