import { describe, expect, test } from 'vitest'
import { statedPerson } from './claims.ts'
import { maskIdNumber } from './person.ts'

const person = {
  sub: 'nguyen-thi-an',
  LoaiTaiKhoan: '1',
  TechID: 'T-0001',
  loAs: '02',
  SoDinhDanh: '000192000001',
  HoVaTen: 'Nguyễn Thị An'.normalize('NFD'),
  NgayThangNamSinh: '19920314',
  GioiTinh: '2',
  DanToc: 'Kinh',
  QuocTich: 'Việt Nam',
  ThuongTru: 'Tổ 3, phường Mẫu Trung, tỉnh Mẫu',
}

const business = {
  sub: 'cong-ty-mau',
  LoaiTaiKhoan: '2',
  TechID: 'T-9001',
  SoDinhDanh: '000180000009',
  HoVaTen: 'Hoàng Văn Đại',
  MaSoDoanhNghiep: '0000000019',
  TenDoanhNghiep: 'Công ty Mẫu',
  DiaChi: 'Số 9, phường Mẫu Trung, tỉnh Mẫu',
  MaSoThue: '0000000019',
  NguoiDaiDien: 'Hoàng Văn Đại',
}

describe('R-035: what the provider states becomes a person', () => {
  test('a person: names in NFC, the day of birth, the gender in words', () => {
    expect(statedPerson(person)).toMatchObject({
      kind: 'person',
      subject: 'nguyen-thi-an',
      techId: 'T-0001',
      idNumber: '000192000001',
      name: 'Nguyễn Thị An'.normalize('NFC'),
      bornOn: '1992-03-14',
      bornYear: 1992,
      gender: 'female',
      residence: 'Tổ 3, phường Mẫu Trung, tỉnh Mẫu',
    })
  })

  test.each([
    ['1938', undefined, 1938],
    ['19380000', undefined, 1938],
    ['19920230', undefined, 1992],
    ['14/03/1992', undefined, undefined],
    ['', undefined, undefined],
  ])('born %s: day %s, year %s', (stated, bornOn, bornYear) => {
    expect(statedPerson({ ...person, NgayThangNamSinh: stated })).toMatchObject({ bornOn, bornYear })
  })

  test('an organisation goes by its own name; the number of its representative identifies nobody', () => {
    const stated = statedPerson(business)
    expect(stated).toMatchObject({
      kind: 'organisation',
      name: 'Công ty Mẫu',
      organisationCode: '0000000019',
      taxCode: '0000000019',
      representative: 'Hoàng Văn Đại',
      residence: 'Số 9, phường Mẫu Trung, tỉnh Mẫu',
    })
    expect(stated.idNumber).toBeUndefined()
  })

  test.each([
    ['sub', { ...person, sub: undefined }],
    ['LoaiTaiKhoan', { ...person, LoaiTaiKhoan: '3' }],
    ['name', { ...person, HoVaTen: ' ' }],
    ['name', { ...business, TenDoanhNghiep: undefined }],
  ])('claims without %s are refused', (claim, claims) => {
    expect(() => statedPerson(claims)).toThrow(expect.objectContaining({ facts: { claim } }))
  })
})

test.each([
  [{ loAs: '02', IAL: undefined }, 'level-2'],
  [{ loAs: '01', IAL: '02' }, 'level-1'],
  [{ loAs: undefined, IAL: '02' }, 'level-2'],
  [{ loAs: undefined, IAL: undefined }, 'level-1'],
  [{ loAs: 'cao', IAL: undefined }, 'level-1'],
  [{ LoaiTaiKhoan: '2', TenDoanhNghiep: 'Công ty Mẫu', loAs: '02' }, 'organisation'],
])('R-036: %o is assurance %s', (claims, assurance) => {
  expect(statedPerson({ ...person, ...claims }).assurance).toBe(assurance)
})

test.each([
  ['000192000012', '000•••••••12'],
  ['12345678', '12••••78'],
  ['123', '•••'],
  ['', ''],
])('%s is shown as %s', (idNumber, shown) => {
  expect(maskIdNumber(idNumber)).toBe(shown)
})
