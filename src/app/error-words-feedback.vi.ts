/** Refusals that meet those who ask the public, and those who ask the agency. */
export const vi = {
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
