import { localDate, localDateTime } from '#kernel/local-date.ts'
import type { ResultDocument } from './result-document.ts'
import type { ControlSlipData, ReceiptData, RefusalData, SlipData, SupplementRequestData } from './slip.ts'

const base = {
  head: {
    parentAgency: 'UBND xã Mẫu An',
    unit: 'Trung tâm Phục vụ hành chính công',
    number: '0007/TNHS',
    place: 'Mẫu An',
    issuedOn: localDate('2026-11-19'),
  },
  dossierCode: 'H99.12-261119-0007',
  applicant: {
    name: 'Vàng Thị Mỷ',
    idNumber: '000099000123',
    address: 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu',
    phone: '0900 000 034',
  },
  owner: 'Như người nộp',
  procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân (1.004873)',
  officer: 'Trần Văn Thử',
  foot: 'Quét mã để xem hồ sơ đến đâu và kiểm tra giấy này. Vì sao hẹn ngày 25/11: đếm 20/11, 23/11, 25/11; nghỉ 21–22/11 và 24/11. Hỏi: 1022.',
  verifyUrl: 'http://dichvucong.tinhmau.localhost:8080/verify/sl_Xq3v9TnWc0aB7dK2',
}

const papers = [
  { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', kind: 'Điện tử', copies: 1 },
  { name: 'Giấy xác nhận đã cấp ngày 12/03/2026', kind: 'Bản chụp', copies: 1 },
]

/** Slips with everything sensible, for tests of any room. */
export function aReceiptData(with_: Partial<ReceiptData> = {}): ReceiptData {
  return {
    ...base,
    documents: papers,
    sets: 1,
    timeLimit: '3 ngày làm việc',
    receivedAt: localDateTime('2026-11-19T08:40'),
    dueAt: localDateTime('2026-11-25T17:00'),
    returnPlace: 'Trung tâm Phục vụ hành chính công xã Mẫu An',
    fees: '8.000 đồng, đã nộp qua VietQR',
    delivery: 'Bản điện tử; bản giấy tại quầy',
    register: { book: '2026/11', entry: '0007' },
    applicantSigns: 'Xác thực bằng VNeID',
    officerSigns: 'Đã ký số lúc 8:40, 19/11/2026',
    ...with_,
  }
}

export function aSupplementRequestData(with_: Partial<SupplementRequestData> = {}): SupplementRequestData {
  return {
    ...base,
    head: { ...base.head, number: '0002/HDHS' },
    items: [
      { name: 'Bản chụp Giấy xác nhận đã cấp', reason: 'Ảnh mờ, không đọc được số và ngày cấp', copies: 1 },
      { name: 'Tờ khai, mục 7', reason: 'Chưa ghi mục đích sử dụng' },
    ],
    basis: 'Nghị định 123/2015/NĐ-CP, Điều 22',
    supplementBy: localDateTime('2026-12-03T17:00'),
    contact: 'Trần Văn Thử, 0900 000 111',
    ...with_,
  }
}

export function aRefusalData(with_: Partial<RefusalData> = {}): RefusalData {
  return {
    ...base,
    head: { ...base.head, number: '0001/TCHS' },
    reason: 'Việc này thuộc thẩm quyền của nơi cư trú trước đây',
    basis: 'Nghị định 123/2015/NĐ-CP, Điều 21',
    advice: 'Xin nộp tại UBND xã Mẫu Bình, hoặc trực tuyến với cùng tài khoản này.',
    returned: papers.slice(1),
    refusedOn: localDate('2026-11-19'),
    ...with_,
  }
}

export function aControlSlipData(with_: Partial<ControlSlipData> = {}): ControlSlipData {
  return {
    ...base,
    head: { ...base.head, number: '0007/KSGQ' },
    receivedAt: localDateTime('2026-11-19T08:40'),
    timeLimit: '3 ngày làm việc',
    dueAt: localDateTime('2026-11-25T17:00'),
    rows: [
      {
        from: 'Trần Văn Thử, UBND xã Mẫu An',
        handedAt: '08:40, 19/11/2026',
        to: 'Lò Thị Mẩu, UBND xã Mẫu An',
        receivedAt: '09:05, 19/11/2026',
        outcome: 'Trước hạn',
        note: 'Đủ điều kiện cấp giấy.',
      },
      {
        from: 'Lò Thị Mẩu, UBND xã Mẫu An',
        handedAt: '10:30, 20/11/2026',
        to: 'UBND xã Mẫu An',
        outcome: 'Đang giải quyết',
      },
    ],
    ...with_,
  }
}

export const someSlips: { [K in keyof SlipData]: () => SlipData[K] } = {
  receipt: aReceiptData,
  'supplement-request': aSupplementRequestData,
  refusal: aRefusalData,
  'control-slip': aControlSlipData,
}

export function aResultDocument(with_: Partial<ResultDocument> = {}): ResultDocument {
  return {
    head: {
      parentAgency: 'UBND tỉnh Mẫu',
      unit: 'UBND xã Mẫu An',
      number: '12/UBND-XNTTHN',
      place: 'Mẫu An',
      issuedOn: localDate('2026-11-25'),
    },
    title: 'Giấy xác nhận tình trạng hôn nhân',
    paragraphs: [
      'Xét đề nghị của bà Vàng Thị Mỷ, nơi cư trú: Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu;',
      'Ủy ban nhân dân xã Mẫu An xác nhận người có tên dưới đây hiện chưa đăng ký kết hôn với ai.',
    ],
    tables: [
      {
        head: [],
        rows: [
          ['Họ, chữ đệm, tên', 'Vàng Thị Mỷ'],
          ['Ngày sinh', '12/03/1999'],
          ['Số định danh cá nhân', '000099000123'],
        ],
      },
    ],
    signer: { position: 'Chủ tịch', name: 'Nguyễn Văn Mẫu' },
    recipients: ['Như trên', 'Lưu: VT'],
    dossierCode: 'H99.12-261119-0007',
    verifyUrl: 'http://dichvucong.tinhmau.localhost:8080/verify/rs_Xq3v9TnWc0aB7dK2',
    verifyAt: 'dichvucong.tinhmau.localhost:8080/verify',
    ...with_,
  }
}
