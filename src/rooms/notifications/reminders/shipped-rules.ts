import type { ReminderRule } from './reminder.ts'

/** What follows from a result by law, the same everywhere. An agency replaces or switches off a rule by its code. */
export const SHIPPED_RULES: readonly ReminderRule[] = [
  {
    code: 'marriage-status-expires',
    kind: 'expires',
    procedureCode: '1.004873',
    after: { months: 6, days: 0 },
    leadDays: 30,
    says: {
      vi: 'Giấy xác nhận tình trạng hôn nhân có giá trị 6 tháng, đến ngày {day}. Còn cần dùng thì bạn xin cấp lại.',
      en: 'The certificate of marital status is valid for 6 months, until {day}. If you still need one, apply again.',
    },
    basis: {
      vi: 'Nghị định 123/2015/NĐ-CP, Điều 23: giấy có giá trị 6 tháng kể từ ngày cấp',
      en: 'Decree 123/2015/NĐ-CP, Art. 23: the certificate is valid for 6 months from its issue',
    },
    nextProcedure: '1.004873',
  },
  {
    code: 'child-residence-follows',
    kind: 'follows',
    procedureCode: '1.001193',
    after: { months: 0, days: 60 },
    leadDays: 45,
    says: {
      vi: 'Bé đã có giấy khai sinh. Đăng ký thường trú hoặc tạm trú cho bé trước ngày {day}.',
      en: 'The birth has been registered. Register the child’s residence before {day}.',
    },
    basis: {
      vi: 'Thủ tục 1.004222: trong 60 ngày kể từ ngày đăng ký khai sinh phải đăng ký cư trú cho trẻ',
      en: 'Procedure 1.004222: a child’s residence is registered within 60 days of the registration of birth',
    },
    nextProcedure: '1.004222',
  },
]
