import { localDate } from '#kernel/local-date.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { NewAgency } from './agency.ts'
import type { NewPosition, NewUnit } from './unit.ts'

// Ids are fixed, so that tests, packages and demonstrations may name them on every machine.
const unitId = (agencyId: number, number: number) => `00000${agencyId}99-0001-7000-8000-${pad(number)}`
const positionId = (agencyId: number, number: number) => `00000${agencyId}99-0002-7000-8000-${pad(number)}`
const pad = (number: number) => String(number).padStart(12, '0')

/** Ids of the two demonstration agencies. Everything in them is invented. */
export const DEMO = {
  agencies: { province: 1, ministry: 2 },
  units: {
    province: unitId(1, 0),
    serviceCentre: unitId(1, 1),
    justice: unitId(1, 5),
    construction: unitId(1, 7),
    mauAn: unitId(1, 12),
    mauSon: unitId(1, 13),
    mauTrung: unitId(1, 14),
    ministry: unitId(2, 0),
    ministryDesk: unitId(2, 1),
    firstDepartment: unitId(2, 3),
    secondDepartment: unitId(2, 4),
  },
  positions: {
    provinceAdministrator: positionId(1, 1),
    provinceSupervisor: positionId(1, 2),
    centreDesk: positionId(1, 11),
    centreSupervisor: positionId(1, 12),
    justiceCase: positionId(1, 51),
    justiceDirector: positionId(1, 52),
    constructionCase: positionId(1, 71),
    constructionDirector: positionId(1, 72),
    mauAnDesk: positionId(1, 121),
    mauAnCase: positionId(1, 122),
    mauAnChair: positionId(1, 123),
    mauSonDesk: positionId(1, 131),
    mauSonCase: positionId(1, 132),
    mauSonChair: positionId(1, 133),
    mauTrungDesk: positionId(1, 141),
    mauTrungCase: positionId(1, 142),
    mauTrungChair: positionId(1, 143),
    ministryAdministrator: positionId(2, 1),
    ministryDesk: positionId(2, 11),
    firstDepartmentCase: positionId(2, 31),
    firstDepartmentDirector: positionId(2, 32),
    secondDepartmentCase: positionId(2, 41),
    secondDepartmentDirector: positionId(2, 42),
  },
} as const

const U = DEMO.units
const P = DEMO.positions
const since = localDate('2025-07-01')
const text = (vi: string, en: string): Bilingual => ({ vi, en })

const province: NewAgency = {
  id: DEMO.agencies.province,
  code: 'H99',
  kind: 'province',
  name: text('Tỉnh Mẫu', 'Sample Province'),
  fullName: text('Ủy ban nhân dân tỉnh Mẫu', 'People’s Committee of Sample Province'),
  portalName: text('Cổng dịch vụ công tỉnh Mẫu', 'Sample Province Public Services'),
  contact: {
    unit: text('Văn phòng Ủy ban nhân dân tỉnh Mẫu', 'Office of the People’s Committee of Sample Province'),
    person: 'Lương Văn Mực',
    position: text('Chánh Văn phòng', 'Chief of Office'),
    address: text(
      'Số 1, đường Một Cửa, phường Mẫu Trung, tỉnh Mẫu',
      '1 Một Cửa Street, Mẫu Trung Ward, Sample Province',
    ),
    phone: '0200 000 001',
    hotline: '1022',
    email: 'hotro@tinhmau.example',
  },
  seedColour: '#9d1d2c',
  hosts: [
    { host: 'dichvucong.tinhmau.localhost', language: 'vi' },
    { host: 'e-services.sampleprovince.localhost', language: 'en' },
  ],
  rootUnitId: U.province,
}

const ministry: NewAgency = {
  id: DEMO.agencies.ministry,
  code: 'G99',
  kind: 'ministry',
  name: text('Bộ Mẫu', 'Ministry of Samples'),
  fullName: text('Bộ Mẫu', 'Ministry of Samples'),
  portalName: text('Cổng dịch vụ công Bộ Mẫu', 'Ministry of Samples Public Services'),
  contact: {
    unit: text('Văn phòng Bộ Mẫu', 'Office of the Ministry of Samples'),
    person: 'Trịnh Thị Giấy',
    position: text('Chánh Văn phòng', 'Chief of Office'),
    address: text('Số 99, phố Mẫu, Hà Nội', '99 Mẫu Street, Hà Nội'),
    phone: '0200 000 099',
    hotline: '1022',
    email: 'hotro@bomau.example',
  },
  seedColour: '#1f4e8c',
  hosts: [
    { host: 'dichvucong.bomau.localhost', language: 'vi' },
    { host: 'e-services.sampleministry.localhost', language: 'en' },
  ],
  rootUnitId: U.ministry,
}

interface Commune {
  id: string
  code: string
  name: Bilingual
  address: Bilingual
  phone: string
  place: string
}

function commune({ id, code, name, address, phone, place }: Commune): NewUnit {
  const kind = 'commune'
  return { id, code, parentId: U.province, kind, name, address, phone, place, desk: true, validFrom: since }
}

const provinceUnits: NewUnit[] = [
  {
    id: U.serviceCentre,
    code: 'H99.01',
    parentId: U.province,
    kind: 'service-centre',
    name: text('Trung tâm Phục vụ hành chính công tỉnh Mẫu', 'Sample Province Public Administration Service Centre'),
    address: text(
      'Số 2, đường Một Cửa, phường Mẫu Trung, tỉnh Mẫu',
      '2 Một Cửa Street, Mẫu Trung Ward, Sample Province',
    ),
    phone: '0200 000 101',
    desk: true,
    validFrom: since,
  },
  {
    id: U.justice,
    code: 'H99.05',
    parentId: U.province,
    kind: 'department',
    name: text('Sở Tư pháp tỉnh Mẫu', 'Sample Province Department of Justice'),
    address: text(
      'Số 5, đường Một Cửa, phường Mẫu Trung, tỉnh Mẫu',
      '5 Một Cửa Street, Mẫu Trung Ward, Sample Province',
    ),
    phone: '0200 000 105',
    field: 'justice',
    validFrom: since,
  },
  {
    id: U.construction,
    code: 'H99.07',
    parentId: U.province,
    kind: 'department',
    name: text('Sở Xây dựng tỉnh Mẫu', 'Sample Province Department of Construction'),
    address: text(
      'Số 7, đường Một Cửa, phường Mẫu Trung, tỉnh Mẫu',
      '7 Một Cửa Street, Mẫu Trung Ward, Sample Province',
    ),
    phone: '0200 000 107',
    field: 'construction',
    validFrom: since,
  },
  commune({
    id: U.mauAn,
    code: 'H99.12',
    name: text('Ủy ban nhân dân xã Mẫu An', 'People’s Committee of Mẫu An Commune'),
    address: text('Thôn Một, xã Mẫu An, tỉnh Mẫu', 'Thôn Một, Mẫu An Commune, Sample Province'),
    phone: '0200 000 112',
    place: '99012',
  }),
  commune({
    id: U.mauSon,
    code: 'H99.13',
    name: text('Ủy ban nhân dân xã Mẫu Sơn', 'People’s Committee of Mẫu Sơn Commune'),
    address: text('Bản Mẫu, xã Mẫu Sơn, tỉnh Mẫu', 'Bản Mẫu, Mẫu Sơn Commune, Sample Province'),
    phone: '0200 000 113',
    place: '99013',
  }),
  commune({
    id: U.mauTrung,
    code: 'H99.14',
    name: text('Ủy ban nhân dân phường Mẫu Trung', 'People’s Committee of Mẫu Trung Ward'),
    address: text(
      'Số 14, phố Mẫu Trung, phường Mẫu Trung, tỉnh Mẫu',
      '14 Mẫu Trung Street, Mẫu Trung Ward, Sample Province',
    ),
    phone: '0200 000 114',
    place: '99014',
  }),
]

const ministryUnits: NewUnit[] = [
  {
    id: U.ministryDesk,
    code: 'G99.01',
    parentId: U.ministry,
    kind: 'service-centre',
    name: text('Bộ phận Một cửa Bộ Mẫu', 'One-stop Desk of the Ministry of Samples'),
    address: text('Số 99, phố Mẫu, Hà Nội', '99 Mẫu Street, Hà Nội'),
    phone: '0200 000 901',
    desk: true,
    validFrom: since,
  },
  {
    id: U.firstDepartment,
    code: 'G99.03',
    parentId: U.ministry,
    kind: 'division',
    name: text('Vụ Mẫu Một', 'First Sample Division'),
    validFrom: since,
  },
  {
    id: U.secondDepartment,
    code: 'G99.04',
    parentId: U.ministry,
    kind: 'department',
    name: text('Cục Mẫu Hai', 'Second Sample Department'),
    validFrom: since,
  },
]

function position(id: string, of: string, role: Role, title: Bilingual): NewPosition {
  return { id, unitId: of, title, roles: [role] }
}

const desk = text('Cán bộ một cửa', 'One-stop desk officer')
const caseOfficer = text('Công chức thụ lý', 'Case officer')
const director = text('Giám đốc Sở', 'Director of the Department')
const administrator = text('Quản trị hệ thống', 'System administrator')
const chairOfCommune = text('Chủ tịch Ủy ban nhân dân xã', 'Chair of the Commune People’s Committee')
const chairOfWard = text('Chủ tịch Ủy ban nhân dân phường', 'Chair of the Ward People’s Committee')

const provincePositions: NewPosition[] = [
  position(P.provinceAdministrator, U.province, 'administrator', administrator),
  position(P.provinceSupervisor, U.province, 'supervisor', text('Giám sát cơ chế một cửa', 'One-stop supervisor')),
  position(P.centreDesk, U.serviceCentre, 'desk-officer', desk),
  position(P.centreSupervisor, U.serviceCentre, 'supervisor', text('Giám sát', 'Supervisor')),
  position(P.justiceCase, U.justice, 'case-officer', caseOfficer),
  position(P.justiceDirector, U.justice, 'approver', director),
  position(P.constructionCase, U.construction, 'case-officer', caseOfficer),
  position(P.constructionDirector, U.construction, 'approver', director),
  position(P.mauAnDesk, U.mauAn, 'desk-officer', desk),
  position(P.mauAnCase, U.mauAn, 'case-officer', caseOfficer),
  position(P.mauAnChair, U.mauAn, 'approver', chairOfCommune),
  position(P.mauSonDesk, U.mauSon, 'desk-officer', desk),
  position(P.mauSonCase, U.mauSon, 'case-officer', caseOfficer),
  position(P.mauSonChair, U.mauSon, 'approver', chairOfCommune),
  position(P.mauTrungDesk, U.mauTrung, 'desk-officer', desk),
  position(P.mauTrungCase, U.mauTrung, 'case-officer', caseOfficer),
  position(P.mauTrungChair, U.mauTrung, 'approver', chairOfWard),
]

const ministryPositions: NewPosition[] = [
  position(P.ministryAdministrator, U.ministry, 'administrator', administrator),
  position(P.ministryDesk, U.ministryDesk, 'desk-officer', desk),
  position(P.firstDepartmentCase, U.firstDepartment, 'case-officer', caseOfficer),
  position(P.firstDepartmentDirector, U.firstDepartment, 'approver', text('Vụ trưởng', 'Head of the Division')),
  position(P.secondDepartmentCase, U.secondDepartment, 'case-officer', caseOfficer),
  position(
    P.secondDepartmentDirector,
    U.secondDepartment,
    'approver',
    text('Cục trưởng', 'Director of the Department'),
  ),
]

export const demonstrationAgencies = [
  { agency: province, units: provinceUnits, positions: provincePositions },
  { agency: ministry, units: ministryUnits, positions: ministryPositions },
]
