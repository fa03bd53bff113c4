import type { Occasion } from '../notice.ts'

/** The state of a dossier in a few words: text messages and Zalo say no more. */
export const vi = {
  statuses: {
    submitted: 'đã nộp',
    received: 'đã tiếp nhận',
    'supplement-requested': 'cần bạn bổ sung',
    supplied: 'đã nhận phần bổ sung',
    refused: 'không được tiếp nhận',
    'due-moved': 'ngày hẹn trả đã đổi',
    withdrawn: 'đã rút',
    'result-ready': 'đã có kết quả',
    returned: 'đã trả kết quả',
    posted: 'kết quả đang trên đường tới bạn',
    'post-returned': 'bưu tá chưa giao được kết quả',
    reminder: 'có việc cần nhớ',
  } satisfies Record<Occasion, string>,
  due: (status: string, day: string) => `${status}, hẹn trả ${day}`,
  message: ({ ref, status }: { ref: string; status: string }) => `Hồ sơ ${ref}: ${status}.`,
  see: (host: string) => `Xem tại ${host}.`,
  greeting: 'bạn',
}
