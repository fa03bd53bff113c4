/** Refusals that meet those who ask the public, and those who ask the agency. */
export const vi = {
  'feedback.petition-moved-on': {
    title: 'Phản ánh này đã sang bước khác',
    message: 'Có người vừa xử lý. Mở lại phản ánh để xem bây giờ làm được gì.',
  },
  'feedback.about-this-officer': {
    title: 'Không giao cho người bị phản ánh',
    message: 'Người này đang phải giải trình việc đó. Chọn người khác.',
  },
  'feedback.about-yourself': {
    title: 'Bạn không tự yêu cầu mình giải trình',
    message: 'Người phụ trách khác phải xử lý phản ánh này.',
  },
  'feedback.already-explaining': {
    title: 'Đã yêu cầu giải trình',
    message: 'Mỗi phản ánh yêu cầu giải trình một lần. Mở phản ánh để xem đang ở đâu.',
  },
  'feedback.no-superior': {
    title: 'Chưa rõ ai kết luận',
    message: 'Không có ai được bổ nhiệm phía trên cán bộ này. Báo quản trị bổ nhiệm người phụ trách đơn vị.',
  },
  'feedback.already-decided': {
    title: 'Đã có kết luận',
    message: 'Giải trình và kết luận không đổi được nữa.',
  },
  'feedback.not-explained-yet': {
    title: 'Chưa kết luận được',
    message: 'Cán bộ chưa giải trình và còn trong thời hạn. Đợi giải trình, hoặc đến hết hạn.',
  },
  'feedback.question-closed': {
    title: 'Câu hỏi đã xong',
    message: 'Câu hỏi này đã được trả lời hoặc đã đóng. Mở lại để xem người hỏi đã nhận được gì.',
  },
  'feedback.not-answered-yet': {
    title: 'Chưa trả lời nên chưa đăng được',
    message: 'Trả lời người hỏi trước, rồi mới đăng lên trang hỏi đáp.',
  },
  'feedback.no-such-answerer': {
    title: 'Không giao được cho người này',
    message: 'Tài khoản đã khóa, hoặc người này không trả lời người dân. Chọn người khác.',
  },
  'feedback.survey-published': {
    title: 'Khảo sát đã công bố nên không sửa được',
    message: 'Người trả lời đã đọc những câu này. Muốn hỏi khác, đóng khảo sát rồi soạn khảo sát mới.',
  },
  'feedback.survey-not-ready': {
    title: 'Khảo sát chưa công bố được',
    message: 'Cần ít nhất một câu hỏi, và ngày cuối chưa qua. Mở lại khảo sát để sửa.',
  },
}
