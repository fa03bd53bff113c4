import type { NoticeRequest, SixFacts } from './notice.ts'

type Request = Pick<NoticeRequest, 'ref' | 'procedure'>

export const vi = {
  greeting: 'Chào bạn,',
  procedure: 'Thủ tục',
  code: 'Mã hồ sơ',
  see: 'Xem hồ sơ (cần đăng nhập)',
  closing: 'Thư này gửi tự động. Đừng trả lời thư; cần hỏi, bạn gọi số điện thoại ghi ở cuối trang của cổng.',
  facts: {
    agency: 'Cơ quan giải quyết',
    receivingOfficer: 'Cán bộ tiếp nhận',
    handlingOfficer: 'Cán bộ đang xử lý',
    receivedAt: 'Tiếp nhận lúc',
    processingTime: 'Thời gian giải quyết',
    returnAt: 'Hẹn trả kết quả',
  } satisfies Record<keyof SixFacts, string>,
  occasions: {
    submitted: {
      subject: ({ ref }: Request) => `Đã nộp hồ sơ ${ref}`,
      lead: 'Chúng tôi đã nhận được hồ sơ bạn nộp trên mạng. Cán bộ sẽ xem và báo bạn trong 8 giờ làm việc.',
    },
    received: {
      subject: ({ ref }: Request) => `Đã tiếp nhận hồ sơ ${ref}`,
      lead: 'Hồ sơ của bạn đầy đủ và đã được tiếp nhận. Bạn không phải làm gì thêm.',
    },
    'supplement-requested': {
      subject: ({ ref }: Request) => `Hồ sơ ${ref} cần bạn bổ sung`,
      lead: 'Hồ sơ còn thiếu những điểm dưới đây. Bổ sung đủ một lần là được; thời hạn tạm dừng cho đến khi bạn gửi.',
    },
    supplied: {
      subject: ({ ref }: Request) => `Đã nhận phần bổ sung của hồ sơ ${ref}`,
      lead: 'Chúng tôi đã nhận được phần bạn bổ sung. Bạn không phải làm gì thêm.',
    },
    refused: {
      subject: ({ ref }: Request) => `Không tiếp nhận hồ sơ ${ref}`,
      lead: 'Chúng tôi không nhận được hồ sơ này, vì:',
    },
    'due-moved': {
      subject: ({ ref }: Request) => `Ngày hẹn trả hồ sơ ${ref} đã đổi`,
      lead: 'Lịch làm việc của cơ quan vừa thay đổi, nên ngày hẹn trả kết quả lùi lại như dưới đây. Chúng tôi xin lỗi bạn. Bạn không phải làm gì.',
    },
    withdrawn: {
      subject: ({ ref }: Request) => `Đã rút hồ sơ ${ref}`,
      lead: 'Hồ sơ đã được rút theo yêu cầu của bạn. Muốn làm lại, bạn nộp hồ sơ mới.',
    },
    'result-ready': {
      subject: ({ ref }: Request) => `Đã có kết quả hồ sơ ${ref}`,
      lead: 'Hồ sơ của bạn đã có kết quả. Bản điện tử có chữ ký số đang chờ bạn trên cổng.',
    },
    returned: {
      subject: ({ ref }: Request) => `Đã trả kết quả hồ sơ ${ref}`,
      lead: 'Kết quả đã được trả. Cảm ơn bạn đã dùng cổng dịch vụ công.',
    },
    posted: {
      subject: ({ ref }: Request) => `Kết quả hồ sơ ${ref} đang trên đường tới bạn`,
      lead: 'Bưu tá đã lấy kết quả giấy và sẽ gọi bạn khi giao. Số bưu gửi:',
    },
    'post-returned': {
      subject: ({ ref }: Request) => `Bưu tá chưa giao được kết quả hồ sơ ${ref}`,
      lead: 'Kết quả giấy đã về cơ quan. Chúng tôi sẽ gọi bạn để gửi lại; bạn cũng có thể đến quầy nhận.',
    },
    reminder: {
      subject: ({ procedure }: Request) => `Nhắc việc: ${procedure}`,
      lead: 'Bạn đã bật nhắc việc trên cổng, nên chúng tôi nhắc:',
    },
  },
}
