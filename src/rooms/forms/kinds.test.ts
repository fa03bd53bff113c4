import { expect, test } from 'vitest'
import type { Answer } from './definition.ts'
import { dateInWords, moneyInWords } from './in-words.ts'
import { compileForm, sayAnswer, summary, takeStep, walk } from './index.ts'
import { readNumber, sayNumber } from './numbers.ts'
import { aContext, aFormDefinition, aQuestion, aStep } from './testing.ts'

const bilingual = (vi: string, en = vi) => ({ vi, en })

/** Posts one question and says what was kept and what was wrong. */
function post(question: Record<string, unknown>, typed: Record<string, unknown>) {
  const form = compileForm(aFormDefinition(aStep('one', [{ id: 'x', ...question } as never])))
  const filled = { answers: {}, documents: {} }
  const taken = takeStep(form, 'one', { body: typed, filled, context: aContext() })
  return { answer: taken.filled.answers.x, errors: taken.errors.map(({ field, message }) => [field, message.vi]) }
}

const LABEL = bilingual('Năm sinh', 'Year of birth')
const parts = (day: string, month: string, year: string) => ({ 'x-day': day, 'x-month': month, 'x-year': year })

test.each<[string, Record<string, unknown>, Record<string, unknown>, Answer | undefined, string[][]]>([
  ['a year alone', { kind: 'partial-date' }, parts('', '', '1962'), '1962', []],
  ['a month of a year', { kind: 'partial-date' }, parts('', '5', '1962'), '1962-05', []],
  ['a whole day', { kind: 'partial-date' }, parts('19', '5', '1962'), '1962-05-19', []],
  [
    'a day without its month',
    { kind: 'partial-date', label: LABEL },
    parts('19', '', '1962'),
    { day: '19', month: '', year: '1962' },
    [['x-month', 'Năm sinh còn thiếu tháng.']],
  ],
  [
    'a day that is none',
    { kind: 'partial-date' },
    parts('31', '2', '1962'),
    { day: '31', month: '2', year: '1962' },
    [['x-day', 'Không có ngày 31/2/1962 trong lịch. Xem lại ngày, tháng và năm.']],
  ],
  [
    'a month that is still to come',
    { kind: 'partial-date', label: LABEL, limit: 'not-future' },
    parts('', '12', '2026'),
    '2026-12',
    [['x-year', 'Năm sinh không thể sau hôm nay. Bạn đã nhập 12/2026.']],
  ],
  [
    'this very month is not in the future',
    { kind: 'partial-date', limit: 'not-future' },
    parts('', '11', '2026'),
    '2026-11',
    [],
  ],
  ['an area', { kind: 'number', decimals: 2 }, { x: '1.085,5' }, 1085.5, []],
  ['an area with a point', { kind: 'number', decimals: 2 }, { x: '85.5' }, 85.5, []],
  [
    'more digits than asked for',
    { kind: 'number', decimals: 1, label: bilingual('Diện tích') },
    { x: '85,25' },
    85.25,
    [['x', 'Diện tích phải là số, ví dụ 85,5; nhiều nhất 1 chữ số sau dấu phẩy. Bạn đã nhập “85,25”.']],
  ],
  ['a declaration that is ticked', { kind: 'declaration' }, { x: 'yes' }, true, []],
  [
    'a declaration left open, also when its author calls it optional',
    { kind: 'declaration', required: false },
    { x: 'maybe' },
    undefined,
    [['x', 'Đánh dấu vào ô để cam đoan. Nếu không đúng với bạn, xem lại các câu trả lời ở trên.']],
  ],
  ['a tax code', { kind: 'text', format: 'tax-code' }, { x: '0100 109 106' }, '0100109106', []],
  ['a tax code of a branch', { kind: 'text', format: 'tax-code' }, { x: '0100109106001' }, '0100109106-001', []],
  ['a personal number as a tax code', { kind: 'text', format: 'tax-code' }, { x: '000198000012' }, '000198000012', []],
  [
    'a tax code with two digits changed over',
    { kind: 'text', format: 'tax-code' },
    { x: '0100190106' },
    '0100190106',
    [
      [
        'x',
        'Mã số thuế có 10 chữ số, 13 chữ số (đơn vị phụ thuộc) hoặc 12 chữ số (số định danh). Xem lại từng chữ số.',
      ],
    ],
  ],
  ['an account', { kind: 'text', format: 'account-number' }, { x: '1903 1234 5678 90' }, '19031234567890', []],
  ['a plate', { kind: 'text', format: 'plate' }, { x: '30A-123.45' }, '30A12345', []],
])('R-051: %s', (_say, question, typed, answer, errors) => {
  expect(post(question, typed)).toEqual({ answer, errors })
})

test('R-051: a personal number agrees with the birth and sex beside it, or says with which it does not', () => {
  const person = {
    id: 'mother',
    kind: 'person',
    label: bilingual('Mẹ', 'Mother'),
    ask: ['name', 'bornOn', 'gender', 'identityNumber'],
  }
  const form = compileForm({ steps: [{ id: 'one', title: bilingual('x'), questions: [person as never] }] })
  const say = (number: string, year: string, gender: string) => {
    const body = {
      motherName: 'Lò Thị Mẫu',
      ...{ 'motherBornOn-day': '1', 'motherBornOn-month': '2', 'motherBornOn-year': year },
      ...{ motherGender: gender, motherIdentityNumber: number },
    }
    const taken = takeStep(form, 'one', { body, filled: { answers: {}, documents: {} }, context: aContext() })
    return taken.errors.map(({ message }) => message.en)
  }
  expect(say('000198000012', '1998', 'female')).toEqual([])
  expect(say('000198000012', '1989', 'female')).toEqual([expect.stringContaining('another year')])
  expect(say('000198000012', '1998', 'male')).toEqual([expect.stringContaining('other sex')])
})

test('a block is asked as its parts, which are named after it, in errors too', () => {
  const block = { id: 'home', kind: 'address', label: bilingual('Nơi ở', 'Home'), when: 'moved = true' }
  const form = compileForm({
    steps: [
      { id: 'one', title: bilingual('x'), questions: [aQuestion({ id: 'moved', kind: 'yes-no' }), block as never] },
    ],
  })
  const lists = {
    provinces: [{ value: '01', label: bilingual('Thành phố Hà Nội') }],
    'all-communes': [{ value: '00004', label: bilingual('Phường Ba Đình'), within: '01' }],
  }
  const context = aContext({ lists })
  const ask = (answers: Record<string, Answer>) =>
    walk(form, { answers, documents: {} }, context).steps[0]?.asked.map(({ id }) => id)
  expect(ask({ moved: false })).toEqual(['moved'])
  expect(ask({ moved: true })).toEqual(['moved', 'homeProvince', 'homeDetail'])
  expect(ask({ moved: true, homeProvince: '01' })).toEqual(['moved', 'homeProvince', 'homeCommune', 'homeDetail'])

  const answers = { moved: true, homeProvince: '01', homeCommune: '00004', homeDetail: 'Số 1 phố Mẫu' }
  const rows = summary(form, { answers, documents: {} }, { context, language: 'vi' }).flatMap((group) => group.rows)
  expect(rows.map(({ label, value }) => [label, value])).toEqual([
    ['moved', 'Có'],
    ['Nơi ở', 'Số 1 phố Mẫu, Phường Ba Đình, Thành phố Hà Nội'],
  ])
  const body = {
    '--asked': 'moved,homeProvince,homeCommune,homeDetail',
    moved: 'yes',
    homeProvince: '01',
    homeCommune: '99999',
  }
  const taken = takeStep(form, 'one', { body, filled: { answers: {}, documents: {} }, context })
  expect(taken.errors.map(({ field, message }) => [field, message.vi])).toEqual([
    ['homeCommune', expect.stringContaining('Không có mục nào khớp với “99999”')],
    ['homeDetail', 'Nhập số nhà, đường, thôn, bản, tổ dân phố (Nơi ở).'],
  ])
})

test('a commune whose province has no list is written by hand, and read by an officer', () => {
  const form = compileForm({
    steps: [
      {
        id: 'one',
        title: bilingual('x'),
        questions: [{ id: 'home', kind: 'address', label: bilingual('x'), detail: false }],
      },
    ],
  })
  const context = aContext({ lists: { provinces: [{ value: '01', label: bilingual('Hà Nội') }], 'all-communes': [] } })
  const body = { homeProvince: '01', homeCommune: 'Phường Ba Đình' }
  const taken = takeStep(form, 'one', { body, filled: { answers: {}, documents: {} }, context })
  expect(taken.errors).toEqual([])
  expect(taken.filled.answers).toEqual(body)
})

test('a long list is searched by a few letters, with or without marks; one that fits is taken, several are offered', () => {
  const question = { kind: 'select', search: true, options: 'countries' }
  const form = compileForm(aFormDefinition(aStep('one', [{ id: 'x', ...question } as never])))
  const take = (typed: unknown) => {
    const filled = { answers: {}, documents: {} }
    const { errors, filled: after } = takeStep(form, 'one', { body: { x: typed }, filled, context: aContext() })
    return { value: walk(form, after, aContext()).answers.x, error: errors[0]?.message.en }
  }
  expect(take('viet nam')).toEqual({ value: 'VN', error: undefined })
  expect(take('Hoa Kỳ')).toEqual({ value: 'US', error: undefined })
  expect(take('nig').error).toContain('Several match “nig”')
  expect(take('Atlantis')).toEqual({ value: 'Atlantis', error: expect.stringContaining('Nothing matches “Atlantis”') })
  // What was offered stands after the words under the same name, and counts.
  expect(take(['nig', 'NE'])).toEqual({ value: 'NE', error: undefined })
})

test('a calculated value follows from the answers; a posted one is not looked at', () => {
  const form = compileForm(
    aFormDefinition(
      aStep('one', [
        { id: 'pages', kind: 'number' },
        { id: 'price', kind: 'calculated', value: 'pages * 2000', as: 'money' },
        { id: 'why', kind: 'text', when: 'price > 10000' },
      ]),
    ),
  )
  const filled = { answers: { price: 1 }, documents: {} }
  const taken = takeStep(form, 'one', { body: { pages: '6', price: '1' }, filled, context: aContext() })
  const journey = walk(form, taken.filled, aContext())
  expect(journey.answers).toEqual({ pages: 6, price: 12000 })
  expect(journey.steps[0]?.asked.map(({ id }) => id)).toEqual(['pages', 'price', 'why'])
})

test.each([
  [0, 'Không đồng', 'Zero đồng'],
  [5, 'Năm đồng', 'Five đồng'],
  [15, 'Mười lăm đồng', 'Fifteen đồng'],
  [21, 'Hai mươi mốt đồng', 'Twenty-one đồng'],
  [24, 'Hai mươi tư đồng', 'Twenty-four đồng'],
  [105, 'Một trăm linh năm đồng', 'One hundred and five đồng'],
  [8000, 'Tám nghìn đồng', 'Eight thousand đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng', 'One million five thousand đồng'],
  [2_500_000_000, 'Hai tỷ năm trăm triệu đồng', 'Two billion five hundred million đồng'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng', 'One trillion đồng'],
  [3_000_000_001, 'Ba tỷ không trăm linh một đồng', 'Three billion one đồng'],
])('R-048: %d đồng in words', (amount, vi, en) => {
  expect([moneyInWords(amount, 'vi'), moneyInWords(amount, 'en')]).toEqual([vi, en])
})

test('R-048: an amount is shown with its words; a birth is written out', () => {
  const capital = aQuestion({ id: 'capital', kind: 'money', inWords: true })
  const of = { context: aContext(), language: 'vi' } as const
  expect(sayAnswer(capital, 50_000_000, of)).toBe('50.000.000 đồng (Năm mươi triệu đồng)')
  expect(dateInWords('1998-03-12', 'vi')).toBe('Ngày mười hai tháng ba năm một nghìn chín trăm chín mươi tám')
  expect(dateInWords('2026-04', 'vi')).toBe('Tháng tư năm hai nghìn không trăm hai mươi sáu')
})

test('numbers are read and said as people here write them', () => {
  expect(['1.234', '1234', '1 234', '-5', '1,5', 'hai', '1e5', ''].map((text) => readNumber(text))).toEqual([
    ...[1234, 1234, 1234, -5, undefined, undefined, undefined, undefined],
  ])
  expect(['1,5', '1.234,56', '85.5', '1.234'].map((text) => readNumber(text, 2))).toEqual([1.5, 1234.56, 85.5, 1234])
  expect([1234.5, 12345.25, 2026, -3].map(sayNumber)).toEqual(['1234,5', '12.345,25', '2026', '-3'])
})

test('R-050: sensitive answers are masked where they are summed up, and whole for those who decide', () => {
  const form = compileForm(
    aFormDefinition(
      aStep('one', [
        { id: 'illness', kind: 'text', sensitive: true },
        { id: 'account', kind: 'text', sensitive: true },
        { id: 'name', kind: 'text' },
      ]),
    ),
  )
  const filled = { answers: { illness: 'bệnh tim', account: '19031234567', name: 'Lan' }, documents: {} }
  const values = (more: { unmasked?: boolean }) =>
    summary(form, filled, { context: aContext(), language: 'vi', ...more })[0]?.rows.map(({ value }) => value)
  expect(values({})).toEqual(['••••••', '•••••• 567', 'Lan'])
  expect(values({ unmasked: true })).toEqual(['bệnh tim', '19031234567', 'Lan'])
})
