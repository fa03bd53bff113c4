export const vi = {
  title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  back: 'Về hồ sơ',
  pdf: 'Tải bản in A5 (PDF)',
  source: 'Phiếu được lập từ nhật ký của hồ sơ: không ai phải ghi tay, không ai sửa được.',
}
