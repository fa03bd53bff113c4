import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonal, undismissed } from './personal-facts.ts'

const found = (text: string, names: string[] = []) => findPersonal(text, names).map(({ kind, text: at }) => [kind, at])

test.each([
  ['an identity number', 'Số của tôi là 099203001234.', ['number', '099203001234']],
  ['an identity number in groups', 'CCCD 099 203 001 234 mới cấp', ['number', '099 203 001 234']],
  ['an old identity number', 'CMND 123456789', ['number', '123456789']],
  ['a passport', 'hộ chiếu C1234567 hết hạn', ['number', 'C1234567']],
  ['a telephone', 'gọi 0912.345.678 nhé', ['phone', '0912.345.678']],
  ['a telephone from abroad', 'gọi +84 912 345 678', ['phone', '+84 912 345 678']],
  ['an address of e-mail', 'thư ha.mau@example.vn, cảm ơn', ['email', 'ha.mau@example.vn']],
  ['a dossier code', 'hồ sơ H99.12-261125-0012 đến đâu', ['dossier', 'H99.12-261125-0012']],
  ['a birthday', 'cháu sinh ngày 01/02/2020 ở xã', ['birthday', 'sinh ngày 01/02/2020']],
  ['a house number', 'ở số nhà 12B ngõ 3', ['house', 'số nhà 12B']],
  ['a name after a form of address', 'gặp chị Lò Thị Mẩu ở quầy', ['name', 'Lò Thị Mẩu']],
  ['a given name alone', 'gặp anh Thu ở quầy', ['name', 'Thu']],
  ['a name that is said', 'Tôi tên là Hà Thị Mẫu, xin hỏi', ['name', 'Hà Thị Mẫu']],
])('%s is marked', (_what, text, [kind, at]) => {
  expect(found(text)).toEqual([[kind, at]])
})

test('the name of the asker is marked with marks, without, and in capitals', () => {
  const text = 'Ha Thi Mau hỏi. HÀ THỊ MẪU ký tên. hà  thị mẫu'
  expect(found(text, ['Hà Thị Mẫu']).map(([, at]) => at)).toEqual(['Ha Thi Mau', 'HÀ THỊ MẪU', 'hà  thị mẫu'])
  expect(found('Hàng thị mẫu', ['Hà Thị Mẫu'])).toEqual([])
})

test.each([
  'Lệ phí là 8.000 đồng, nộp trong 15 ngày làm việc từ 25/11/2026.',
  'Theo Nghị định 118/2025/NĐ-CP, Điều 14, thủ tục 1.004873 làm ở xã.',
  'Anh chị nộp hai bản sao, mỗi bản 2 trang.',
  'Ông Chủ tịch xã ký, cán bộ Tư pháp trả kết quả cho anh chị.',
  'Tiền đất là 1.250.000.000 đồng, hay 150 000 000 đ.',
  'Năm 2026 có 34 tỉnh và 3.321 xã.',
])('what names nobody is left alone: %s', (text) => {
  expect(found(text)).toEqual([])
})

test('of two people in a sentence both are marked', () => {
  expect(found('Hỏi anh Trần Văn Thử và chị Mẩu nhé').map(([, at]) => at)).toEqual(['Trần Văn Thử', 'Mẩu'])
})

test('a dismissal is for the very words, and for nothing else', () => {
  const facts = findPersonal('Gọi 0200 000 001 hoặc 0912 345 678.')
  expect(undismissed(facts, ['0200 000 001']).map(({ text }) => text)).toEqual(['0912 345 678'])
  expect(undismissed(facts, ['0200 000'])).toHaveLength(2)
})

test('any twelve digits are marked, however they are written and whatever stands around them', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{11}$/), fc.stringMatching(/^[ .-]?$/), (number, gap) => {
      const written = number.replace(/(\d{3})(?=\d)/g, `$1${gap}`)
      expect(findPersonal(`số ${written}, cảm ơn`).map(({ text }) => text)).toEqual([written])
    }),
  )
})
