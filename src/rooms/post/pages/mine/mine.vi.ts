export const vi = {
  title: 'Kết quả gửi qua bưu chính',
  back: 'Trang của tôi',
  lead: 'Kết quả giấy đang ở đâu, theo lời bưu chính.',
  none: 'Không có kết quả nào đang gửi qua bưu chính.',
  result: 'Kết quả hồ sơ',
  cameBack: 'Bưu tá không giao được và kết quả đã về cơ quan. Chúng tôi sẽ gọi bạn, hoặc bạn đến quầy nhận.',
}
