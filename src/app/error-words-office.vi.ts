/** Refusals that meet those who keep the house: administrators, operators, programs of other agencies. */
export const vi = {
  'results.signer-not-competent': {
    title: 'Người duyệt không có quyền ký ở đơn vị này',
    message: 'Nhờ quản trị của cơ quan xem lại chức vụ và tài khoản ký số của người duyệt.',
  },
  'results.no-such-agency': {
    title: 'Không có cơ quan này',
    message: 'Kết quả chưa được lập. Nhờ quản trị hệ thống xem lại danh sách cơ quan.',
  },
  'agencies.code-or-host-taken': {
    title: 'Mã hoặc tên miền đã có cơ quan dùng',
    message: 'Chọn mã và tên miền khác, hoặc mở cơ quan đang dùng chúng.',
  },
  'agencies.no-such-unit': {
    title: 'Không có đơn vị này',
    message: 'Đơn vị có thể đã sáp nhập hoặc giải thể. Chọn lại trong cây đơn vị.',
  },
  'processing.no-such-unit': {
    title: 'Không tìm thấy đơn vị làm bước tiếp theo',
    message:
      'Cây đơn vị thiếu đơn vị mà quy trình cần. Nhờ quản trị của cơ quan bổ sung rồi làm lại; hồ sơ vẫn ở bước cũ.',
  },
  'processing.no-rejection-letter': {
    title: 'Gói dịch vụ thiếu thư từ chối',
    message: 'Nhờ quản trị của cơ quan cài bản có mẫu thư từ chối rồi làm lại; hồ sơ vẫn ở bước cũ.',
  },
  'processing.step-unknown': {
    title: 'Quy trình nhắc đến một bước không có',
    message: 'Gói dịch vụ có lỗi; nhờ quản trị của cơ quan cài lại bản đúng. Hồ sơ vẫn ở bước cũ.',
  },
  'exchange.not-connected': {
    title: 'Cơ quan chưa nối với hệ thống này',
    message: 'Khai báo kết nối trước, rồi làm lại. Chưa có gì được gửi.',
  },
  'exchange.may-not-look': {
    title: 'Bạn không mở được trang này',
    message: 'Sổ gửi nhận và kết nối dành cho quản trị và người giám sát của cơ quan. Nếu bạn cần xem, hỏi quản trị.',
  },
  'exchange.may-not-ask': {
    title: 'Bạn không tra cứu được ở đây',
    message: 'Người đang thẩm tra hồ sơ tra cứu, khi hồ sơ còn mở. Hãy nhận việc trước.',
  },
  'exchange.nothing-to-ask': {
    title: 'Không có gì để tra cứu',
    message: 'Giấy này không tra ở cơ sở dữ liệu nào, hoặc hồ sơ chưa có thông tin để tra. Quay lại hồ sơ.',
  },
  'exchange.no-document-system': {
    title: 'Chưa nối với hệ thống văn bản',
    message: 'Dự thảo vẫn còn. Nhờ quản trị nối với hệ thống quản lý văn bản rồi gửi lại.',
  },
  'exchange.no-such-message': {
    title: 'Không có thông điệp này',
    message: 'Số có thể gõ nhầm. Tìm lại trong sổ gửi nhận theo mã hồ sơ.',
  },
  'exchange.cannot-be-replayed': {
    title: 'Không gửi lại được thông điệp này',
    message:
      'Bên kia đã nhận, hoặc thông điệp đang trên đường, hoặc một thông điệp sau đã nói thay. Mở lại thông điệp để xem vì sao.',
  },
  'exchange.cannot-be-settled': {
    title: 'Không đóng được thông điệp này',
    message: 'Thông điệp đang trên đường hoặc bên kia đã nhận. Mở lại thông điệp để xem tình trạng mới nhất.',
  },
  'exchange.connection-off': {
    title: 'Kết nối này đã tắt',
    message: 'Kết nối đã tắt thì không có gì để tạm dừng hay gửi tiếp. Hỏi người vận hành để bật lại.',
  },
  'exchange.cannot-be-compared': {
    title: 'Hệ thống này không cho đối chiếu',
    message: 'Bên kia không trả lại dữ liệu đã nhận. Xem sổ gửi nhận để biết từng thông điệp.',
  },
  'deadlines.may-not-keep-calendar': {
    title: 'Bạn không được sửa lịch làm việc',
    message: 'Chỉ quản trị của cơ quan sửa lịch. Gửi văn bản quyết định cho người đó.',
  },
  'deadlines.bad-hours': {
    title: 'Giờ làm việc chưa đúng',
    message:
      'Mỗi buổi cần giờ bắt đầu trước giờ kết thúc, các buổi không chồng nhau, và tuần có ít nhất một ngày làm việc.',
  },
  'deadlines.no-legal-basis': {
    title: 'Thiếu văn bản làm căn cứ',
    message: 'Ghi số và ngày của quyết định, ví dụ “Quyết định 12/QĐ-UBND”.',
  },
  'deadlines.which-holiday': {
    title: 'Chưa chọn ngày lễ nào',
    message: 'Ngày nghỉ và ngày nghỉ bù phải thuộc một ngày lễ. Chọn ngày lễ rồi ghi lại.',
  },
  'deadlines.bad-limit': {
    title: 'Thời hạn viết chưa đúng',
    message: 'Viết một số và đơn vị: 3wd (ngày làm việc), 5d (ngày), 4h (giờ làm việc), 1mo (tháng).',
  },
  'deadlines.bad-extension': { title: 'Số ngày hẹn lại chưa đúng', message: 'Ghi từ 1 đến 1.000 ngày làm việc.' },
  'deadlines.pause-ends-before-it-begins': {
    title: 'Lần tạm dừng kết thúc trước khi bắt đầu',
    message: 'Xem lại hai mốc thời gian của lần tạm dừng.',
  },
  'deadlines.already-postponed': {
    title: 'Hồ sơ này đã hẹn lại một lần',
    message: 'Chỉ được hẹn lại một lần. Giải quyết xong sớm nhất có thể và báo cho người nộp.',
  },
  'deadlines.due-date-unknown': {
    title: 'Hồ sơ này chưa có ngày hẹn',
    message: 'Thời hạn đang tạm dừng hoặc hồ sơ chưa được tiếp nhận, nên chưa hẹn lại được.',
  },
  'deadlines.too-late-to-postpone': {
    title: 'Đã quá muộn để hẹn lại',
    message:
      'Hẹn lại phải trước ngày trả ít nhất một ngày làm việc. Giải quyết xong sớm nhất có thể và xin lỗi người nộp.',
  },
  'procedures.not-found': {
    title: 'Không có thủ tục này',
    message: 'Thủ tục có thể đã bãi bỏ hoặc đổi mã. Tìm lại theo tên.',
  },
  'procedures.service-not-installed': {
    title: 'Thủ tục này chưa nộp được ở đây',
    message: 'Cơ quan chưa mở dịch vụ này trên cổng. Bạn có thể nộp tại bộ phận một cửa.',
  },
  'procedures.service-version-differs': {
    title: 'Phiên bản này đã cài với nội dung khác',
    message: 'Hồ sơ có thể đã nộp theo bản cũ, nên không ghi đè. Tăng số phiên bản của gói rồi cài lại.',
  },
  'procedures.source-missing': {
    title: 'Không có tệp hoặc thư mục này',
    message: 'Xem lại đường dẫn tới danh mục thủ tục.',
  },
  'procedures.source-empty': {
    title: 'Ở đây không có thủ tục nào',
    message: 'Cần tệp catalog.jsonl hoặc các tệp chi tiết. Xem lại đường dẫn.',
  },
  'procedures.limit-invalid': {
    title: 'Số kết quả một lần chưa đúng',
    message: 'Gửi limit là một số nguyên dương; mức cao nhất là số ghi ở trường most.',
  },
  'procedures.words-changed': {
    title: 'Mục này vừa được người khác đổi',
    message: 'Chưa lưu thay đổi của bạn. Mở lại mục để xem lời mới nhất rồi đổi tiếp.',
  },
  'procedures.words-not-found': {
    title: 'Không có mục này',
    message: 'Cơ quan chưa dạy ô tìm kiếm mục này. Xem danh sách các lời đã dạy.',
  },
  'procedures.no-such-text': {
    title: 'Không có văn bản này',
    message: 'Không có thủ tục nào dựa vào văn bản này. Tìm theo số ký hiệu ở trang văn bản pháp luật.',
  },
  'procedures.plan-moved': {
    title: 'Nguồn hoặc danh mục đã khác với bản bạn đã xem',
    message: 'Chưa ghi gì. Chạy lại với --dry-run, đọc thay đổi rồi chấp nhận kế hoạch mới.',
  },
  'procedures.no-check': {
    title: 'Thủ tục này chưa có câu hỏi hướng dẫn',
    message: 'Đọc yêu cầu ở trang thủ tục, hoặc gọi bộ phận một cửa để được chỉ.',
  },
  'procedures.cursor-invalid': {
    title: 'Con trỏ trang không đọc được',
    message: 'Dùng nguyên con trỏ mà câu trả lời trước đã cho, hoặc bắt đầu lại từ trang đầu.',
  },
  'funding-plans.may-not': {
    title: 'Bạn không làm được việc này với kế hoạch kinh phí',
    message: 'Mỗi bước có người được giao: lập, thẩm định, ký, phân bổ. Nhờ đúng người của bước này làm.',
  },
  'funding-plans.own-draft': {
    title: 'Người lập không thẩm định bản của mình',
    message: 'Nhờ một người khác có quyền thẩm định xem kế hoạch này.',
  },
  'funding-plans.not-possible-now': {
    title: 'Kế hoạch đã sang bước khác',
    message: 'Bản đã trình hoặc đã ký thì không sửa nữa. Mở lại kế hoạch để xem đang ở bước nào và làm được gì.',
  },
  'funding-plans.no-such-plan': {
    title: 'Không có kế hoạch này',
    message: 'Địa chỉ có thể gõ nhầm, hoặc kế hoạch thuộc cơ quan khác. Tìm lại trong danh sách kế hoạch.',
  },
  'funding-plans.no-such-line': {
    title: 'Không có nhiệm vụ chi này',
    message: 'Có thể ai đó vừa xóa. Mở lại kế hoạch để xem các dòng hiện có.',
  },
  'funding-plans.already-there': {
    title: 'Đơn vị đã có kế hoạch của năm này',
    message: 'Mỗi đơn vị mỗi năm một kế hoạch. Mở kế hoạch đang có trong danh sách.',
  },
  'funding-plans.settled': {
    title: 'Kế hoạch đã quyết toán',
    message: 'Báo cáo quý không đổi được nữa. Nếu số quyết toán sai, lập lại quyết toán.',
  },
  'funding-plans.nothing-to-publish': {
    title: 'Chưa có số liệu để công khai',
    message: 'Lập báo cáo quý hoặc quyết toán trước, rồi công khai.',
  },
  'funding-plans.signer-not-competent': {
    title: 'Người ký không có quyền ký ở đơn vị này',
    message: 'Nhờ quản trị của cơ quan xem lại chức vụ và tài khoản ký số của người ký.',
  },
}
