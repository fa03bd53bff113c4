export const vi = {
  title: 'Sơ đồ trang',
  description: 'Mọi trang công khai và mọi lĩnh vực thủ tục của cổng này.',
  pages: 'Các trang',
  fields: 'Thủ tục theo lĩnh vực',
  names: {
    home: 'Trang chủ',
    procedures: 'Tìm thủ tục',
    track: 'Tra cứu hồ sơ',
    verify: 'Kiểm tra kết quả, phiếu',
    my: 'Trang của tôi',
  },
}
