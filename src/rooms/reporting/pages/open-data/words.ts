/** Titles in both languages at once, as the catalogue of data gives them. */
export const DATASETS = {
  'by-procedure': {
    title: { vi: 'Hồ sơ mỗi tháng theo thủ tục', en: 'Applications each month, by service' },
    description: {
      vi: 'Hồ sơ nộp, tiếp nhận, từ chối, giải quyết, đúng hẹn, quá hạn và thời gian giải quyết của từng thủ tục.',
      en: 'Applications filed, received, refused, decided, on time and late, and how long it took, for each service.',
    },
  },
  'by-unit': {
    title: { vi: 'Hồ sơ mỗi tháng theo đơn vị', en: 'Applications each month, by office' },
    description: {
      vi: 'Như trên, của từng đơn vị: việc tiếp nhận tính cho đơn vị tiếp nhận, phần còn lại cho đơn vị giải quyết.',
      en: 'The same for each office: reception at the office that received, the rest at the office that decided.',
    },
  },
  'by-channel': {
    title: { vi: 'Hồ sơ mỗi tháng theo cách nộp', en: 'Applications each month, by way of applying' },
    description: {
      vi: 'Như trên, theo cách nộp: trên cổng này, Cổng Dịch vụ công quốc gia, tại quầy, bưu điện.',
      en: 'The same by way of applying: this portal, the national portal, at the counter, by post.',
    },
  },
  'equal-treatment': {
    title: { vi: 'So sánh các cách nộp', en: 'Comparison of the ways of applying' },
    description: {
      vi: 'Kết quả kiểm định của mười hai tháng gần nhất: các cách nộp có được đối xử như nhau không.',
      en: 'The tests of the last twelve months: are all ways of applying treated alike?',
    },
  },
  catalogue: {
    title: { vi: 'Danh mục thủ tục hành chính', en: 'Catalogue of procedures' },
    description: {
      vi: 'Mã, tên, lĩnh vực, cơ quan công bố và mức độ trực tuyến của mọi thủ tục.',
      en: 'Code, name, field, publishing body and online level of every procedure.',
    },
  },
} as const

export const CATALOGUE_TITLE = { vi: 'Dữ liệu mở', en: 'Open data' } as const
