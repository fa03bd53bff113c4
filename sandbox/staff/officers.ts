import type { Account, Group } from '../oidc/pages.ts'
import { html } from '../web/html.ts'

export interface Officer {
  sub: string
  name: string
  title: string
  unit: string
}

export interface Agency {
  code: string
  name: string
  officers: Officer[]
}

function officer(sub: string, name: string, title: string, unit: string): Officer {
  return { sub, name, title, unit }
}

const MAU_AN = 'Ủy ban nhân dân xã Mẫu An'
const MAU_SON = 'Ủy ban nhân dân xã Mẫu Sơn'
const MAU_TRUNG = 'Ủy ban nhân dân phường Mẫu Trung'
const CENTRE = 'Trung tâm Phục vụ hành chính công tỉnh Mẫu'
const JUSTICE = 'Sở Tư pháp tỉnh Mẫu'
const DESK = 'Cán bộ một cửa'
const CASE = 'Công chức thụ lý'

/** Subjects are stable: portals and tests name them. */
export const agencies: Agency[] = [
  {
    code: 'H99',
    name: 'Ủy ban nhân dân tỉnh Mẫu',
    officers: [
      officer('tran-van-thu', 'Trần Văn Thu', DESK, MAU_AN),
      officer('lo-thi-mau', 'Lò Thị Mẩu', CASE, MAU_AN),
      officer('nguyen-van-vi', 'Nguyễn Văn Vĩ', 'Chủ tịch Ủy ban nhân dân xã', MAU_AN),
      officer('sung-thi-don', 'Sùng Thị Dợn', DESK, MAU_SON),
      officer('ly-van-xet', 'Lý Văn Xết', CASE, MAU_SON),
      officer('giang-a-ky', 'Giàng A Ký', 'Chủ tịch Ủy ban nhân dân xã', MAU_SON),
      officer('kha-thi-nhan', 'Kha Thị Nhàn', DESK, MAU_TRUNG),
      officer('bui-van-tra', 'Bùi Văn Trà', CASE, MAU_TRUNG),
      officer('do-thi-chu', 'Đỗ Thị Chử', 'Chủ tịch Ủy ban nhân dân phường', MAU_TRUNG),
      officer('dang-thi-quay', 'Đặng Thị Quầy', DESK, CENTRE),
      officer('cu-a-giam', 'Cư A Giám', 'Giám sát', CENTRE),
      officer('vi-van-ho', 'Vi Văn Hộ', CASE, JUSTICE),
      officer('ha-thi-duyet', 'Hà Thị Duyệt', 'Giám đốc Sở', JUSTICE),
      officer('quan-tri-tinh', 'Lê Quản Trị', 'Quản trị hệ thống', CENTRE),
    ],
  },
  {
    code: 'G99',
    name: 'Bộ Mẫu',
    officers: [
      officer('pham-thi-bo', 'Phạm Thị Bộ', DESK, 'Bộ phận Một cửa Bộ Mẫu'),
      officer('hoang-van-vu', 'Hoàng Văn Vũ', CASE, 'Vụ Mẫu Một'),
      officer('vu-thi-truong', 'Vũ Thị Trường', 'Vụ trưởng', 'Vụ Mẫu Một'),
      officer('quan-tri-bo', 'Ngô Quản Trị', 'Quản trị hệ thống', 'Văn phòng Bộ Mẫu'),
    ],
  },
]

/** Units that have a seal, by identity code. */
export const units: Record<string, string> = {
  'H99.01': CENTRE,
  'H99.05': JUSTICE,
  'H99.07': 'Sở Xây dựng tỉnh Mẫu',
  'H99.12': MAU_AN,
  'H99.13': MAU_SON,
  'H99.14': MAU_TRUNG,
  'G99.01': 'Bộ phận Một cửa Bộ Mẫu',
  'G99.03': 'Vụ Mẫu Một',
  'G99.04': 'Cục Mẫu Hai',
}

export function findOfficer(sub: string): (Officer & { agency: Agency }) | undefined {
  for (const agency of agencies) {
    const found = agency.officers.find((candidate) => candidate.sub === sub)
    if (found) return { ...found, agency }
  }
  return undefined
}

export const STAFF_CLAIMS = ['name', 'email', 'preferred_username', 'agency_code', 'title', 'unit']

function account({ sub, name, title, unit }: Officer, agencyCode: string): Account {
  const email = `${sub}@${agencyCode === 'H99' ? 'tinhmau' : 'bomau'}.example`
  return {
    sub,
    name,
    note: `${title}, ${unit}`,
    claims: { name, email, preferred_username: sub, agency_code: agencyCode, title, unit },
  }
}

export function officerGroups(): Group[] {
  return agencies.map(({ code, name, officers }) => ({
    title: html`${name} (${code})`,
    accounts: officers.map((each) => account(each, code)),
  }))
}
