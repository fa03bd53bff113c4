import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalTextOf } from './legal-text.ts'

const read = (code: string, name = '') => {
  const { number, kind, issuer, issuedOn } = legalTextOf({ code, name }) ?? {}
  return [number, kind, issuer, issuedOn]
}

describe('R-012: what a publisher wrote of a legal text', () => {
  test.each([
    [
      '123/2015/NĐ-CP',
      'Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ',
      '123/2015/NĐ-CP',
      'decree',
      'Chính phủ',
      '2015-11-15',
    ],
    ['31/2024/QH15 ', 'Luật Đất đai ngày 18/01/2024;', '31/2024/QH15', 'law', 'Quốc hội', '2024-01-18'],
    ['254/2025/QH15', 'Nghị quyết quy định một số cơ chế', '254/2025/QH15', 'resolution', 'Quốc hội', null],
    ['Nghị định số 151/2026/NĐ-CP', '', '151/2026/NĐ-CP', 'decree', 'Chính phủ', null],
    ['35 /2025/NQ-HĐND', 'Nghị quyết', '35/2025/NQ-HĐND', 'resolution', 'Hội đồng nhân dân', null],
    ['09./2025/NQ-HĐND', '', '09/2025/NQ-HĐND', 'resolution', 'Hội đồng nhân dân', null],
    ['08.a/2010/TT-BTP', '', '08.a/2010/TT-BTP', 'circular', 'Bộ Tư pháp', null],
    ['66.7/2025/NQ-CP', '', '66.7/2025/NQ-CP', 'resolution', 'Chính phủ', null],
    ['2628/QĐ-UBND', 'Quyết định ngày 3 tháng 7 năm 2025', '2628/QĐ-UBND', 'decision', 'Ủy ban nhân dân', '2025-07-03'],
    ['02/2016/TTLT-BNG-BTP', '', '02/2016/TTLT-BNG-BTP', 'joint-circular', 'Bộ Ngoại giao, Bộ Tư pháp', null],
    ['Luật số 58', 'Luật sửa đổi', 'Luật số 58', 'other', '', null],
    [
      '',
      'Thông tư số 03/2023/TT-BTP ngày 02/8/2023 của Bộ trưởng',
      '03/2023/TT-BTP',
      'circular',
      'Bộ Tư pháp',
      '2023-08-02',
    ],
  ])('%s %s', (code, name, ...expected) => {
    expect(read(code, name)).toEqual(expected)
  })

  test('nothing is read out of nothing', () => {
    expect(legalTextOf({ code: ' ', name: 'Văn bản' })).toBeUndefined()
  })

  test('whatever is written, the address of a text can stand in one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (code, name) => {
        const slug = legalTextOf({ code, name })?.slug
        expect(slug === undefined || /^[a-z0-9][a-z0-9-]{0,119}$/.test(slug)).toBe(true)
      }),
    )
  })
})
