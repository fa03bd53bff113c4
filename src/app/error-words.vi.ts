import { vi as feedback } from './error-words-feedback.vi.ts'
import { vi as figures } from './error-words-figures.vi.ts'
import { vi as office } from './error-words-office.vi.ts'

/** What a refused act says, by its code: what is so, and what is possible now. A test finds codes without words. */
export const vi = {
  ...office,
  ...figures,
  ...feedback,
  'http.officers-only': {
    title: 'Trang này dành cho cán bộ',
    message: 'Bạn đang đăng nhập bằng tài khoản công dân. Cán bộ đăng nhập ở trang dành cho cán bộ.',
  },
  'http.citizens-only': {
    title: 'Trang này dành cho công dân',
    message: 'Bạn đang đăng nhập bằng tài khoản cán bộ. Đăng xuất rồi đăng nhập bằng VNeID.',
  },
  'http.foreign-form': {
    title: 'Nội dung này được gửi từ trang khác',
    message: 'Để giữ an toàn, chúng tôi chỉ nhận nội dung gửi từ chính cổng này. Mở lại trang ở đây rồi gửi lần nữa.',
  },
  'identity.sign-in-first': {
    title: 'Cần đăng nhập trước',
    message: 'Đăng nhập rồi làm lại việc này. Chưa có gì thay đổi.',
  },
  'identity.role-missing': {
    title: 'Vai trò của bạn không làm được việc này',
    message: 'Nhờ người phụ trách của đơn vị làm, hoặc nhờ quản trị của cơ quan giao thêm vai trò cho bạn.',
  },
  'identity.provider-busy': {
    title: 'Chưa đăng nhập được',
    message: 'Hệ thống tài khoản đang bận; hãy thử lại sau 5 phút. Bạn chưa mất gì.',
  },
  'identity.cancelled': {
    title: 'Bạn chưa đăng nhập',
    message: 'Bạn đã hủy ở trang đăng nhập. Muốn tiếp tục thì đăng nhập lại.',
  },
  'identity.answer-refused': {
    title: 'Chưa đăng nhập được',
    message:
      'Chúng tôi không xác nhận được câu trả lời của hệ thống tài khoản, nên không dùng nó. Hãy đăng nhập lại từ đầu.',
  },
  'identity.stale-attempt': {
    title: 'Lần đăng nhập này đã hết hạn',
    message: 'Đã quá 10 phút, hoặc bạn bắt đầu ở một trình duyệt khác. Hãy đăng nhập lại từ đầu.',
  },
  'identity.claims-incomplete': {
    title: 'Chưa đăng nhập được',
    message: 'Hệ thống tài khoản không cho biết đủ thông tin về bạn. Nhờ nơi cấp tài khoản kiểm tra.',
  },
  'identity.no-provider': {
    title: 'Chưa đăng nhập được',
    message: 'Cổng này chưa được nối với hệ thống tài khoản. Bạn có thể nộp hồ sơ tại bộ phận một cửa.',
  },
  'identity.not-an-officer-here': {
    title: 'Tài khoản này không thuộc cơ quan này',
    message: 'Cổng này chỉ nhận cán bộ đã được bổ nhiệm tại cơ quan. Nhờ quản trị của cơ quan mở tài khoản.',
  },
  'identity.officer-disabled': {
    title: 'Tài khoản đã bị khóa',
    message: 'Tài khoản không dùng trong 45 ngày thì bị khóa. Nhờ quản trị của cơ quan mở lại.',
  },
  'identity.no-such-person': {
    title: 'Không có người này',
    message: 'Người này không có tài khoản ở cổng này. Xem lại địa chỉ đã mở.',
  },
  'identity.no-such-officer': {
    title: 'Không có cán bộ này',
    message: 'Cán bộ này không có ở cơ quan. Chọn người khác trong danh sách của đơn vị.',
  },
  'documents.infected': {
    title: 'Tệp này có mã độc',
    message: 'Chúng tôi giữ tệp lại và không cho mở. Nhờ người nộp gửi bản khác.',
  },
  'documents.not-scanned-yet': { title: 'Tệp này chưa quét xong mã độc', message: 'Thử mở lại sau vài phút.' },
  'forms.draft-changed': {
    title: 'Bản nháp vừa được sửa ở nơi khác',
    message: 'Có thể bạn mở đơn này ở hai cửa sổ. Tải lại trang để thấy bản mới nhất rồi làm tiếp.',
  },
  'forms.draft-submitted': {
    title: 'Đơn này đã nộp rồi',
    message: 'Hồ sơ chỉ nộp một lần. Mở “Hồ sơ của tôi” để xem.',
  },
  'forms.no-such-draft': {
    title: 'Không tìm thấy hồ sơ đang nhận dở này',
    message:
      'Hồ sơ này ở quầy khác, hoặc người dân đã lấy về làm tiếp. Mở trang nhận tại quầy để xem hồ sơ của quầy bạn.',
  },
  'dossiers.not-at-desks': {
    title: 'Thủ tục này chưa nhận tại quầy',
    message:
      'Cơ quan chưa mở thủ tục này tại bộ phận một cửa, hoặc chỉ tổ chức mới nộp được. Xem trang thủ tục để biết nơi nộp.',
  },
  'dossiers.begun-elsewhere': {
    title: 'Người này đang điền dở đơn này ở nơi khác',
    message: 'Hỏi người ấy có nhờ quầy làm tiếp không. Nếu có, đánh dấu vào ô đó rồi làm lại.',
  },
  'dossiers.filed-elsewhere': {
    title: 'Người dân vừa tự nộp hồ sơ này trên mạng',
    message: 'Hồ sơ chỉ nộp một lần, nên quầy không nộp nữa. Mở hàng việc, mục chờ tiếp nhận, để tiếp nhận hồ sơ đó.',
  },
  'dossiers.no-such-dossier': {
    title: 'Không tìm thấy hồ sơ này',
    message: 'Mã có thể gõ nhầm, hoặc hồ sơ không phải của bạn hay của đơn vị bạn. Xem lại mã trên giấy hẹn.',
  },
  'dossiers.no-such-slip': { title: 'Hồ sơ này không có phiếu đó', message: 'Mở lại hồ sơ để xem những phiếu đã lập.' },
  'dossiers.no-such-document': {
    title: 'Không tìm thấy giấy tờ này',
    message: 'Giấy tờ không thuộc hồ sơ này, hoặc không phải của bạn. Tải giấy tờ lên lại rồi gửi.',
  },
  'dossiers.not-possible-now': {
    title: 'Bây giờ chưa làm được việc này',
    message: (state: string) => `Hồ sơ đang ở tình trạng “${state}”. Mở lại hồ sơ để xem bây giờ làm được những gì.`,
  },
  'dossiers.changed-meanwhile': {
    title: 'Hồ sơ vừa được người khác thay đổi',
    message: 'Việc của bạn chưa được ghi. Mở lại hồ sơ, xem thay đổi rồi làm lại.',
  },
  'dossiers.not-your-desk': {
    title: 'Hồ sơ này không thuộc quầy của bạn',
    message: 'Chuyển người dân và hồ sơ tới đơn vị tiếp nhận, hoặc tới trung tâm phục vụ hành chính công.',
  },
  'dossiers.assurance-too-low': {
    title: 'Tài khoản của bạn chưa đủ mức xác thực',
    message: 'Thủ tục này cần tài khoản định danh mức 2. Công an xã, phường nâng mức miễn phí; sau đó đăng nhập lại.',
  },
  'dossiers.incomplete': {
    title: 'Đơn còn thiếu câu trả lời',
    message: 'Quay lại đơn và điền nốt những chỗ được đánh dấu. Những gì bạn điền vẫn còn.',
  },
  'dossiers.infected-document': {
    title: 'Một tệp đính kèm có mã độc',
    message: 'Hồ sơ chưa được nộp. Xóa tệp đó, tải bản khác lên rồi nộp lại.',
  },
  'dossiers.refusal-needs-reason-and-basis': {
    title: 'Thiếu lý do hoặc căn cứ',
    message: 'Không tiếp nhận hồ sơ thì phải ghi lý do và điều khoản làm căn cứ. Ghi đủ rồi làm lại.',
  },
  'dossiers.supplement-needs-items': {
    title: 'Chưa ghi cần bổ sung gì',
    message: 'Ghi ít nhất một điểm cần bổ sung, bằng lời người nộp hiểu được.',
  },
  'dossiers.item-not-answered': {
    title: 'Còn điểm chưa bổ sung',
    message: 'Mỗi điểm được yêu cầu cần một câu trả lời hoặc một tệp. Điền nốt rồi gửi.',
  },
  'dossiers.no-open-request': {
    title: 'Không có yêu cầu bổ sung nào đang mở',
    message: 'Có thể bạn đã gửi bổ sung rồi. Mở lại hồ sơ để xem.',
  },
  'dossiers.second-request-needs-supervisor': {
    title: 'Chỉ được yêu cầu bổ sung một lần',
    message: 'Hồ sơ này đã có một yêu cầu bổ sung. Lần thứ hai phải do người phụ trách đơn vị lập và ghi lý do.',
  },
  'dossiers.second-request-needs-reason': {
    title: 'Thiếu lý do yêu cầu bổ sung lần nữa',
    message: 'Ghi vì sao lần trước chưa yêu cầu được rồi gửi lại.',
  },
  'dossiers.already-paused': {
    title: 'Thời hạn đang tạm dừng rồi',
    message: 'Mở lại hồ sơ để xem dừng từ lúc nào và vì sao.',
  },
  'dossiers.not-paused': {
    title: 'Thời hạn không tạm dừng',
    message: 'Thời hạn đang chạy nên không có gì để tính tiếp. Mở lại hồ sơ để xem.',
  },
  'processing.held-by-another': {
    title: 'Đồng nghiệp khác đang giữ việc này',
    message: 'Bạn chưa mất gì. Mở lại hồ sơ để xem ai đang giữ; người đó hoặc lãnh đạo có thể chuyển cho bạn.',
  },
  'processing.not-claimed': { title: 'Bạn chưa nhận việc này', message: 'Mở lại hồ sơ và bấm “Nhận việc này” trước.' },
  'processing.step-already-left': {
    title: 'Bước này đã được làm rồi',
    message: 'Có thể bạn đã bấm hai lần, hoặc đồng nghiệp vừa làm. Mở lại hồ sơ để xem hồ sơ đang ở đâu.',
  },
  'processing.waits-for-the-person': {
    title: 'Hồ sơ đang chờ công dân bổ sung',
    message: 'Khi công dân gửi đủ, việc này trở lại hàng việc của bạn.',
  },
  'processing.action-not-offered': {
    title: 'Bước này không có việc đó',
    message: 'Mở lại hồ sơ để xem bây giờ làm được những gì.',
  },
  'processing.no-such-work': {
    title: 'Không tìm thấy việc này',
    message: 'Việc thuộc đơn vị hoặc vai trò khác. Về hàng việc để xem việc của bạn.',
  },
  'processing.not-started': {
    title: 'Hồ sơ này chưa bắt đầu giải quyết',
    message: 'Hồ sơ vừa được tiếp nhận; thử lại sau một phút.',
  },
  'results.none': { title: 'Hồ sơ này chưa có kết quả', message: 'Mở lại hồ sơ để xem đang ở bước nào.' },
  'results.not-issued': {
    title: 'Kết quả chưa được ký',
    message: 'Kết quả chỉ trao được sau khi có chữ ký số. Mở lại hồ sơ để xem đang chờ ai.',
  },
}
