import { expect, test } from 'vitest'
import { localDateTime } from '#kernel/local-date.ts'
import { compose } from './compose.ts'
import type { NoticeRequest, Occasion } from './notice.ts'

const request: NoticeRequest = {
  agencyId: 1,
  key: 'k',
  personId: 'p',
  language: 'vi',
  occasion: 'received',
  ref: 'H99.12-261119-0007',
  procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  url: 'http://dichvucong.tinhmau.localhost/my/dossiers/H99.12-261119-0007',
  facts: {
    agency: 'Ủy ban nhân dân xã Mẫu An',
    receivingOfficer: 'Trần Văn Thử',
    handlingOfficer: 'Lò Thị Mẫu',
    receivedAt: localDateTime('2026-11-19T08:40'),
    processingTime: '3 ngày làm việc',
    returnAt: localDateTime('2026-11-25T17:00'),
  },
}

test('R-157: a notice carries the six facts', () => {
  const { body } = compose(request)
  for (const line of [
    'Cơ quan giải quyết: Ủy ban nhân dân xã Mẫu An',
    'Cán bộ tiếp nhận: Trần Văn Thử',
    'Cán bộ đang xử lý: Lò Thị Mẫu',
    'Tiếp nhận lúc: 08:40, 19/11/2026',
    'Thời gian giải quyết: 3 ngày làm việc',
    'Hẹn trả kết quả: 17:00, 25/11/2026',
  ]) {
    expect(body.split('\n')).toContain(line)
  }
})

test('what is not known yet is left out, not invented', () => {
  const { body } = compose({ ...request, occasion: 'submitted', facts: { agency: 'Ủy ban nhân dân xã Mẫu An' } })
  expect(body).not.toContain('Cán bộ tiếp nhận')
  expect(body).not.toContain('undefined')
})

const OCCASIONS: Occasion[] = [
  'submitted',
  'received',
  'supplement-requested',
  'supplied',
  'refused',
  'due-moved',
  'withdrawn',
  'result-ready',
  'returned',
  'posted',
  'post-returned',
]

test.each(OCCASIONS)('%s has its words in both languages, with the reasons of the officer', (occasion) => {
  for (const language of ['vi', 'en'] as const) {
    const { subject, body } = compose({ ...request, occasion, language, reasons: ['Thiếu trang 2'] })
    expect(subject).toContain(request.ref)
    expect(body).toContain('- Thiếu trang 2')
  }
})
