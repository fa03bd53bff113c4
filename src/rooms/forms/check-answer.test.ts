import { expect, test } from 'vitest'
import { compileForm, takeStep } from './index.ts'
import { aContext, aFormDefinition, aStep } from './testing.ts'

type Row = [
  say: string,
  question: Record<string, unknown> & { kind: 'text' },
  typed: Record<string, unknown>,
  message: string | undefined,
]

const q = (question: Record<string, unknown>) => question as Row[1]
const date = (day: string, month: string, year: string) => ({ 'x-day': day, 'x-month': month, 'x-year': year })
const label = { vi: 'Ngày cấp', en: 'Date of issue' }

test.each<Row>([
  ['an empty text', q({ kind: 'text', label: { vi: 'Họ và tên', en: 'Name' } }), { x: ' ' }, 'Nhập họ và tên.'],
  [
    'its own words when it has them',
    q({ kind: 'text', missing: { vi: 'Nhập như trên căn cước.', en: '…' } }),
    {},
    'Nhập như trên căn cước.',
  ],
  ['an optional text', q({ kind: 'text', required: false }), {}, undefined],
  ['no choice', q({ kind: 'radios', label: { vi: 'Cách nhận', en: 'Delivery' } }), {}, 'Chọn cách nhận.'],
  ['a choice nobody offered', q({ kind: 'radios' }), { x: 'c' }, 'Chọn một trong các mục ở dưới.'],
  ['no box', q({ kind: 'checkboxes' }), {}, 'Chọn ít nhất một ô ở mục “x”.'],
  ['two boxes', q({ kind: 'checkboxes' }), { x: ['a', 'b'] }, undefined],
  ['neither yes nor no', q({ kind: 'yes-no' }), { x: 'maybe' }, 'Chọn Có hoặc Không.'],
  [
    'a name in digits',
    q({ kind: 'text', format: 'name' }),
    { x: '123' },
    'Nhập họ và tên bằng chữ, như trên căn cước.',
  ],
  ['a name of the highlands', q({ kind: 'text', format: 'name' }), { x: 'H’Nguyệt Niê Kđăm' }, undefined],
  [
    'eleven digits',
    q({ kind: 'text', format: 'identity-number' }),
    { x: '00009800001' },
    'Số định danh có 12 chữ số, ở mặt trước căn cước.',
  ],
  ['twelve digits with spaces', q({ kind: 'text', format: 'identity-number' }), { x: '0000 9800 0012' }, undefined],
  ['a phone with the country code', q({ kind: 'text', format: 'phone' }), { x: '+84 900 000 012' }, undefined],
  [
    'a short phone',
    q({ kind: 'text', format: 'phone' }),
    { x: '0900' },
    'Số điện thoại có 10 chữ số, bắt đầu bằng 0, ví dụ 0900 000 012.',
  ],
  [
    'half an e-mail',
    q({ kind: 'text', format: 'email' }),
    { x: 'mau@' },
    'Nhập địa chỉ thư điện tử đủ tên và tên miền, ví dụ ten@example.com.',
  ],
  ['a whole e-mail', q({ kind: 'text', format: 'email' }), { x: 'mau@example.com' }, undefined],
  [
    'a text too long',
    q({ kind: 'long-text', maxLength: 5 }),
    { x: 'một hai' },
    'Viết ngắn lại, nhiều nhất 5 ký tự. Bạn đã viết 7.',
  ],
  [
    'words for a number',
    q({ kind: 'number', label: { vi: 'Số bản', en: 'Copies' } }),
    { x: 'hai' },
    'Số bản phải là số, ví dụ 2. Bạn đã nhập “hai”.',
  ],
  [
    'a fraction',
    q({ kind: 'number', label: { vi: 'Số bản', en: 'Copies' } }),
    { x: '1.5' },
    'Số bản phải là số, ví dụ 2. Bạn đã nhập “1.5”.',
  ],
  [
    'too many',
    q({ kind: 'number', max: 10, label: { vi: 'Số bản', en: 'Copies' } }),
    { x: '11' },
    'Số bản nhiều nhất là 10.',
  ],
  ['money with dots', q({ kind: 'money' }), { x: '50.000 đồng' }, undefined],
  [
    'too little money',
    q({ kind: 'money', min: 1000, label: { vi: 'Giá', en: 'Price' } }),
    { x: '500' },
    'Giá ít nhất là 1.000 đồng.',
  ],
  ['no date', q({ kind: 'date', label }), date('', '', ''), 'Nhập ngày cấp, gồm ngày, tháng và năm.'],
  ['a date without a month', q({ kind: 'date', label }), date('1', '', '2020'), 'Ngày cấp còn thiếu tháng.'],
  ['a year of two digits', q({ kind: 'date', label }), date('1', '2', '98'), 'Ngày cấp còn thiếu năm, gồm 4 chữ số.'],
  [
    'a day that is not in the calendar',
    q({ kind: 'date', label }),
    date('30', '2', '2024'),
    'Không có ngày 30/2/2024 trong lịch. Xem lại ngày, tháng và năm.',
  ],
  [
    'a year to come',
    q({ kind: 'date', limit: 'past', label }),
    date('12', '3', '2062'),
    'Ngày cấp phải là một ngày đã qua. Bạn đã nhập năm 2062.',
  ],
  [
    'today, where only the past will do',
    q({ kind: 'date', limit: 'past', label }),
    date('25', '11', '2026'),
    'Ngày cấp phải là một ngày đã qua. Bạn đã nhập 25/11/2026.',
  ],
  ['today, where it will do', q({ kind: 'date', limit: 'not-future', label }), date('25', '11', '2026'), undefined],
  [
    'yesterday, where only the future will do',
    q({ kind: 'date', limit: 'future', label }),
    date('24', '11', '2026'),
    'Ngày cấp phải là một ngày sắp tới. Bạn đã nhập 24/11/2026.',
  ],
  [
    'two hundred years ago',
    q({ kind: 'date', label }),
    date('1', '1', '1826'),
    'Ngày cấp quá xa trong quá khứ. Bạn đã nhập năm 1826.',
  ],
])('R-051: %s', (_, question, typed, message) => {
  const form = compileForm(aFormDefinition(aStep('s', [{ ...question, id: 'x' }])))
  const taken = takeStep(form, 's', { body: typed, filled: { answers: {}, documents: {} }, context: aContext() })
  expect(taken.errors.map((error) => error.message.vi)).toEqual(message === undefined ? [] : [message])
})

test('text is kept in NFC and as it was meant', () => {
  const form = compileForm(
    aFormDefinition(
      aStep('s', [
        { id: 'x', kind: 'text', format: 'phone' },
        { id: 'y', kind: 'text' },
      ]),
    ),
  )
  const body = { x: '+84 900.000-012', y: '  Đặng  '.normalize('NFD') }
  const taken = takeStep(form, 's', { body, filled: { answers: {}, documents: {} }, context: aContext() })
  expect(taken.filled.answers).toEqual({ x: '0900000012', y: 'Đặng' })
})
