import { expect, test } from 'vitest'
import { alike, mostAlike, tellingWords } from './similar.ts'

const ANSWERED = [
  'Đăng ký khai sinh cho con cần giấy tờ gì?',
  'Con sinh ở bệnh viện tỉnh khác thì đăng ký khai sinh ở đâu?',
  'Lệ phí cấp bản sao giấy khai sinh là bao nhiêu?',
  'Xác nhận tình trạng hôn nhân mất bao lâu?',
  'Giờ làm việc của bộ phận một cửa?',
].map((question) => ({ question }))

test('R-169: a question finds those like it, however its marks are typed', () => {
  const [first] = mostAlike('dang ky khai sinh cho chau can giay to gi', ANSWERED)
  expect(first?.question).toBe('Đăng ký khai sinh cho con cần giấy tờ gì?')
  expect(mostAlike('Xin hỏi xác nhận tình trạng hôn nhân thì mấy ngày có?', ANSWERED)[0]?.question).toContain(
    'hôn nhân',
  )
})

test('R-169: what is about something else finds nothing', () => {
  expect(mostAlike('Cấp giấy phép xây dựng nhà cấp bốn', ANSWERED)).toEqual([])
  expect(mostAlike('cho tôi hỏi thì làm thế nào', ANSWERED)).toEqual([])
})

test('a question is like itself, and likeness goes both ways', () => {
  const [one, other] = ANSWERED.map(({ question }) => question)
  expect(alike(one ?? '', one ?? '')).toBe(1)
  expect(alike(one ?? '', other ?? '')).toBe(alike(other ?? '', one ?? ''))
})

test('no operator of the database is left in the words', () => {
  expect(tellingWords(`a & b | !c <-> 'd':* (đất) "ở" %_\\`)).toEqual(['dat'])
})
