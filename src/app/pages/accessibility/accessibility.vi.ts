export const vi = {
  home: 'Trang chủ',
  title: 'Khả năng tiếp cận',
  description: 'Trang này dùng được bằng bàn phím, trình đọc màn hình, điện thoại nhỏ; điều gì chưa đạt và gọi ai.',
  lead: 'Ai cũng phải làm được việc của mình ở đây: mắt kém, tay run, máy cũ, mạng chậm, hay chưa quen đọc chữ nhỏ.',
  sections: [
    {
      id: 'can-do',
      title: 'Bạn có thể',
      paragraphs: [],
      points: [
        'phóng chữ đến 200% hoặc chọn cỡ chữ lớn mà trang không tràn ngang, kể cả trên điện thoại rộng 320 điểm ảnh',
        'làm mọi việc chỉ bằng bàn phím; chỗ bạn đang đứng luôn có nền vàng hoặc viền vàng',
        'nghe toàn bộ trang bằng trình đọc màn hình; mỗi ô đều có tên, lỗi được đọc ngay khi trang mở ra',
        'dùng khi tắt JavaScript: không trang nào cần đến nó để nộp hay tra cứu hồ sơ',
        'chọn nền tối hoặc tương phản cao; không điều gì chỉ được nói bằng màu',
      ],
    },
    {
      id: 'standard',
      title: 'Chuẩn áp dụng',
      paragraphs: [
        'Chúng tôi làm theo WCAG 2.2 mức AA, Thông tư 32/2017/TT-BTTTT (Điều 18) và Thông tư 26/2020/TT-BTTTT. Mỗi lần phần mềm thay đổi, mọi thành phần của trang được kiểm tra tự động ở bề rộng 320, 768 và 1.280 điểm ảnh, nền sáng, nền tối và tương phản cao.',
      ],
    },
    {
      id: 'gaps',
      title: 'Điều chưa đạt',
      paragraphs: ['Chúng tôi nói thật những chỗ còn thiếu để bạn không mất thời gian:'],
      points: [
        'Chưa có đợt dùng thử chính thức với người khiếm thị, người cao tuổi và người dân tộc thiểu số.',
        'Ảnh giấy tờ do người nộp gửi lên chưa có lời mô tả; cán bộ đọc giúp qua điện thoại.',
        'Chưa có bản bằng tiếng dân tộc thiểu số và ngôn ngữ ký hiệu.',
      ],
    },
    {
      id: 'other-ways',
      title: 'Làm cách khác, hạn như nhau',
      paragraphs: [
        'Bạn có thể nộp tại quầy, qua bưu điện hoặc nhờ người thân. Nộp cách nào cũng được xếp hàng và tính hạn như nhau.',
      ],
    },
  ],
  tell: 'Gặp chỗ khó dùng?',
  tellText:
    'Nói cho chúng tôi trang nào, bạn định làm gì, dùng máy gì. Mỗi lời báo đều được ghi lại và sửa trong phần mềm chung.',
  preferences: 'Đổi cỡ chữ, màu',
}
