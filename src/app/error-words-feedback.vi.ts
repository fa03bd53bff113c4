/** Refusals that meet those who ask the public, and those who ask the agency. */
export const vi = {
  'feedback.survey-published': {
    title: 'Khảo sát đã công bố nên không sửa được',
    message: 'Người trả lời đã đọc những câu này. Muốn hỏi khác, đóng khảo sát rồi soạn khảo sát mới.',
  },
  'feedback.survey-not-ready': {
    title: 'Khảo sát chưa công bố được',
    message: 'Cần ít nhất một câu hỏi, và ngày cuối chưa qua. Mở lại khảo sát để sửa.',
  },
}
