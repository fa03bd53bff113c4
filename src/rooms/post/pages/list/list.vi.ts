export const vi = {
  title: 'Trả kết quả qua bưu chính',
  lead: 'Kết quả giấy mà người dân muốn nhận qua bưu chính công ích.',
  none: 'Chưa có kết quả nào phải gửi.',
  parts: { toPack: 'Chờ đóng gói', back: 'Bị chuyển hoàn', onTheWay: 'Đang đi', ended: 'Đã xong' },
  dossier: 'Hồ sơ',
  state: 'Tình trạng',
  since: 'Từ lúc',
}
