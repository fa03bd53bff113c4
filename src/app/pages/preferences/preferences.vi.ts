export const vi = {
  title: 'Cỡ chữ, màu',
  lead: 'Chọn cách trang này hiện ra cho dễ đọc. Lựa chọn được nhớ trên máy này, không cần đăng nhập.',
  size: 'Cỡ chữ',
  sizes: { normal: 'Vừa', large: 'Lớn', largest: 'Rất lớn' },
  theme: 'Màu',
  themes: {
    device: { label: 'Theo máy của tôi', hint: 'Máy để nền tối thì trang cũng tối' },
    light: { label: 'Nền sáng', hint: '' },
    dark: { label: 'Nền tối', hint: 'Dễ chịu hơn khi đọc ban đêm' },
    contrast: { label: 'Tương phản cao', hint: 'Chữ đen, nét đậm, không nền màu' },
  },
  save: 'Dùng lựa chọn này',
  back: 'Về trang trước, không đổi gì',
  motion: 'Trang này không có gì nhấp nháy hay tự chạy, nên không cần tắt chuyển động.',
}
