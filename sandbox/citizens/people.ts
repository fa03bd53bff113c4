import type { Account, Group } from '../oidc/pages.ts'
import { html } from '../web/html.ts'

interface Person {
  sub: string
  HoVaTen: string
  NgayThangNamSinh: string
  GioiTinh: '1' | '2'
  DanToc?: string
  ThuongTru: string
  note: string
  level?: '01' | '02'
  /** Claims beyond the usual ones, or in place of them; `''` takes a claim away. */
  more?: Record<string, string>
}

// Numbers begin with 000, which no province has; telephones with 0000, which no network has.
const people: Person[] = [
  {
    sub: 'nguyen-thi-an',
    HoVaTen: 'Nguyễn Thị An',
    NgayThangNamSinh: '19920314',
    GioiTinh: '2',
    DanToc: 'Kinh',
    ThuongTru: 'Tổ 3, phường Mẫu Trung, tỉnh Mẫu',
    note: 'Sinh 1992, dân tộc Kinh',
  },
  {
    sub: 'vang-thi-my',
    HoVaTen: 'Vàng Thị Mỷ',
    NgayThangNamSinh: '19980920',
    GioiTinh: '2',
    DanToc: 'Mông',
    ThuongTru: 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu',
    note: 'Sinh 1998, dân tộc Mông',
  },
  {
    sub: 'lo-van-pang',
    HoVaTen: 'Lò Văn Pắng',
    NgayThangNamSinh: '19870105',
    GioiTinh: '1',
    DanToc: 'Thái',
    ThuongTru: 'Bản Pá Mẫu, xã Mẫu Sơn, tỉnh Mẫu',
    note: 'Sinh 1987, dân tộc Thái',
  },
  {
    sub: 'nong-thi-huyen',
    HoVaTen: 'Nông Thị Huyền',
    NgayThangNamSinh: '20010228',
    GioiTinh: '2',
    DanToc: 'Tày',
    ThuongTru: 'Thôn Bó Mẫu, xã Mẫu An, tỉnh Mẫu',
    note: 'Sinh 2001, dân tộc Tày',
    more: { NoiOHienNay: 'Số 8 ngõ 12, phường Mẫu Trung, tỉnh Mẫu' },
  },
  {
    sub: 'h-nguyet-nie-kdam',
    HoVaTen: 'H’Nguyệt Niê Kđăm',
    NgayThangNamSinh: '19941130',
    GioiTinh: '2',
    DanToc: 'Ê Đê',
    ThuongTru: 'Buôn Mẫu, xã Mẫu Sơn, tỉnh Mẫu',
    note: 'Sinh 1994, dân tộc Ê Đê',
  },
  {
    sub: 'ama-thuot',
    HoVaTen: 'Y Thuột Êban',
    NgayThangNamSinh: '19710812',
    GioiTinh: '1',
    DanToc: 'Ê Đê',
    ThuongTru: 'Buôn Mẫu, xã Mẫu Sơn, tỉnh Mẫu',
    note: 'Sinh 1971, dân tộc Ê Đê, không có điện thoại',
    more: { SoDienThoai: '' },
  },
  {
    sub: 'thach-so-phone',
    HoVaTen: 'Thạch Sô Phone',
    NgayThangNamSinh: '19830417',
    GioiTinh: '1',
    DanToc: 'Khmer',
    ThuongTru: 'Ấp Sóc Mẫu, phường Mẫu Trung, tỉnh Mẫu',
    note: 'Sinh 1983, dân tộc Khmer',
    more: { TonGiao: 'Phật giáo' },
  },
  {
    sub: 'ly-ta-may',
    HoVaTen: 'Lý Tả Mẩy',
    NgayThangNamSinh: '19651201',
    GioiTinh: '2',
    DanToc: 'Dao',
    ThuongTru: 'Thôn Tả Mẫu, xã Mẫu An, tỉnh Mẫu',
    note: 'Sinh 1965, dân tộc Dao, không có thư điện tử',
    more: { ThuDienTu: '' },
  },
  {
    sub: 'tran-van-cu',
    HoVaTen: 'Trần Văn Cụ',
    NgayThangNamSinh: '1938',
    GioiTinh: '1',
    DanToc: 'Kinh',
    ThuongTru: 'Thôn Mẫu Hạ, xã Mẫu An, tỉnh Mẫu',
    note: 'Cao tuổi, chỉ biết năm sinh 1938, không có thư điện tử và điện thoại',
    more: { ThuDienTu: '', SoDienThoai: '' },
  },
  {
    sub: 'pham-quoc-thap',
    HoVaTen: 'Phạm Quốc Thấp',
    NgayThangNamSinh: '19900606',
    GioiTinh: '1',
    DanToc: 'Kinh',
    ThuongTru: 'Tổ 9, phường Mẫu Trung, tỉnh Mẫu',
    note: 'Chỉ có định danh mức độ 01',
    level: '01',
  },
  {
    sub: 'do-minh-be',
    HoVaTen: 'Đỗ Minh Bé',
    NgayThangNamSinh: '20110909',
    GioiTinh: '1',
    DanToc: 'Kinh',
    ThuongTru: 'Tổ 3, phường Mẫu Trung, tỉnh Mẫu',
    note: 'Sinh 2011, chưa thành niên',
  },
  {
    sub: 'john-sample',
    HoVaTen: 'John Sample',
    NgayThangNamSinh: '19790715',
    GioiTinh: '1',
    ThuongTru: 'Số 5 phố Mẫu, phường Mẫu Trung, tỉnh Mẫu',
    note: 'Người nước ngoài cư trú, quốc tịch Anh',
    more: { QuocTich: 'Anh', HoChieu: '000SAMPLE', TonGiao: '', QueQuan: '' },
  },
]

interface Business {
  sub: string
  TenDoanhNghiep: string
  MaSoDoanhNghiep: string
  DiaChi: string
  representative: { number: number; name: string }
  note: string
}

const businesses: Business[] = [
  {
    sub: 'cong-ty-mau',
    TenDoanhNghiep: 'Công ty TNHH Thực phẩm Mẫu',
    MaSoDoanhNghiep: '0000000101',
    DiaChi: 'Lô 2, cụm công nghiệp Mẫu, phường Mẫu Trung, tỉnh Mẫu',
    representative: { number: 1, name: 'Nguyễn Thị An' },
    note: 'Người đại diện: Nguyễn Thị An',
  },
  {
    sub: 'hop-tac-xa-na-mau',
    TenDoanhNghiep: 'Hợp tác xã Thổ cẩm Nà Mẫu',
    MaSoDoanhNghiep: '0000000102',
    DiaChi: 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu',
    representative: { number: 2, name: 'Vàng Thị Mỷ' },
    note: 'Người đại diện: Vàng Thị Mỷ',
  },
  {
    sub: 'ho-kinh-doanh-mau',
    TenDoanhNghiep: 'Hộ kinh doanh Lò Văn Pắng',
    MaSoDoanhNghiep: '0000000103',
    DiaChi: 'Bản Pá Mẫu, xã Mẫu Sơn, tỉnh Mẫu',
    representative: { number: 3, name: 'Lò Văn Pắng' },
    note: 'Người đại diện: Lò Văn Pắng',
  },
]

export const CITIZEN_CLAIMS = [
  'LoaiTaiKhoan',
  'TechID',
  'loAs',
  'IAL',
  'SoDinhDanh',
  'HoChieu',
  'HoVaTen',
  'NgayThangNamSinh',
  'GioiTinh',
  'DanToc',
  'TonGiao',
  'QuocTich',
  'QueQuan',
  'ThuongTru',
  'NoiOHienNay',
  'ThuDienTu',
  'SoDienThoai',
  'MaSoDoanhNghiep',
  'TenDoanhNghiep',
  'DiaChi',
  'MaSoThue',
  'NguoiDaiDien',
]

const identityNumber = (index: number) => `000${String(index).padStart(9, '0')}`

function present(claims: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).filter((entry): entry is [string, string] => !!entry[1]))
}

function personAccount({ sub, note, level = '02', more, ...person }: Person, index: number): Account {
  const claims = present({
    LoaiTaiKhoan: '1',
    TechID: `SANDBOX-P-${String(index + 1).padStart(4, '0')}`,
    loAs: level,
    IAL: level,
    SoDinhDanh: identityNumber(index + 1),
    QuocTich: 'Việt Nam',
    TonGiao: 'Không',
    QueQuan: person.ThuongTru,
    NoiOHienNay: person.ThuongTru,
    ThuDienTu: `${sub}@nguoidan.example`,
    SoDienThoai: `0000${String(index + 1).padStart(6, '0')}`,
    ...person,
    ...more,
  })
  return { sub, name: person.HoVaTen, note: `${note}. Mức ${level}, số ${claims.SoDinhDanh}`, acr: level, claims }
}

function businessAccount(business: Business, index: number): Account {
  const { sub, note, representative, ...claims } = business
  return {
    sub,
    name: business.TenDoanhNghiep,
    note: `${note}. Mã số ${business.MaSoDoanhNghiep}`,
    claims: {
      LoaiTaiKhoan: '2',
      TechID: `SANDBOX-B-${String(index + 1).padStart(4, '0')}`,
      MaSoThue: business.MaSoDoanhNghiep,
      NguoiDaiDien: representative.name,
      HoVaTen: representative.name,
      SoDinhDanh: identityNumber(representative.number),
      ThuDienTu: `${sub}@doanhnghiep.example`,
      SoDienThoai: `0000${String(index + 101).padStart(6, '0')}`,
      ...claims,
    },
  }
}

export function citizenGroups(): Group[] {
  return [
    { title: html`Cá nhân <span lang="en">· People</span>`, accounts: people.map(personAccount) },
    {
      title: html`Doanh nghiệp, tổ chức <span lang="en">· Businesses</span>`,
      accounts: businesses.map(businessAccount),
    },
  ]
}
