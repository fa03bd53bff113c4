/** The panel of what registries of the state said. */
export const vi = {
  title: 'Tra cứu dữ liệu nhà nước',
  states: {
    held: 'Đã có dữ liệu',
    'held-other': 'Đã có, khác tờ khai',
    differs: 'Không khớp',
    'not-found': 'Không tìm thấy',
    refused: 'Không được trả lời',
    unreachable: 'Chưa trả lời',
    'not-asked': 'Chưa hỏi',
  },
  held: (registry: string) => `Không yêu cầu nộp giấy này: ${registry} đã có dữ liệu.`,
  basis: (provision: string) => `Căn cứ: ${provision}; Nghị định 224/2026/NĐ-CP, Điều 18 khoản 4.`,
  heldOther:
    'Hỏi công dân về chỗ khác nhau. Nếu dữ liệu sai: được yêu cầu bản chính, và hướng dẫn công dân đề nghị cơ quan quản lý chỉnh sửa.',
  differs: (registry: string) =>
    `${registry} có mã số này nhưng của tên khác. Được yêu cầu bản chính, và hướng dẫn công dân đề nghị chỉnh sửa dữ liệu.`,
  'not-found': (registry: string) =>
    `${registry} không có dữ liệu này. Được yêu cầu bản chính, và hướng dẫn công dân đề nghị cập nhật dữ liệu.`,
  refused: (registry: string, problem: string) =>
    `${registry} không trả lời câu hỏi: “${problem}”. Báo người quản trị, rồi tra cứu lại.`,
  unreachable: (registry: string, when: string) =>
    `${registry} không trả lời lúc ${when}. Cứ 15 phút hệ thống hỏi lại một lần và tự điền vào đây; hồ sơ vẫn giải quyết được.`,
  unreadable: (registry: string, when: string) =>
    `Câu trả lời của ${registry} lúc ${when} không đọc được. Cứ 15 phút hệ thống hỏi lại một lần; hồ sơ vẫn giải quyết được.`,
  stillOld: (when: string) => `Dữ liệu dưới đây là của lần hỏi ${when}.`,
  missing: (keys: string) => `Chưa hỏi được: hồ sơ chưa có ${keys}.`,
  keys: {
    born: 'ngày sinh',
    idNumber: 'số định danh',
    name: 'họ tên',
    code: 'mã số',
  },
  otherKey: 'thông tin để hỏi',
  notConnected: (registry: string) => `Cơ quan chưa kết nối với ${registry}.`,
  notYet: 'Chưa có câu hỏi nào. Hệ thống tự hỏi khi hồ sơ được nộp.',
  caption: (registry: string) => `${registry} trả lời, đặt cạnh tờ khai`,
  field: 'Mục',
  theirs: 'Cơ sở dữ liệu',
  ours: 'Tờ khai',
  comparison: 'So sánh',
  comparisons: {
    same: 'Giống nhau',
    partly: 'Giống phần chữ, xã ghi bằng mã',
    differs: 'Khác nhau',
    'not-stated': 'Tờ khai không hỏi',
  },
  asked: (when: string, operation: string) => `Hỏi lúc ${when}, thao tác ${operation}.`,
  byHouse: 'Hệ thống tự hỏi.',
  byOfficer: (name: string, reason: string) => `${name} hỏi: ${reason}`,
  someOfficer: 'Một cán bộ',
  number: (id: string) => `Mã yêu cầu: ${id}`,
  earlier: (count: number) => `${count} lần hỏi khác`,
  again: 'Tra cứu lại',
  first: 'Tra cứu',
  reason: (component: string) => `Lý do tra cứu ${component}`,
  reasonHint: 'Được ghi lại cùng tên bạn và giờ tra cứu.',
  reasonMissing: 'Viết lý do trước khi tra cứu.',
}
