import { citizenGroups } from '../../citizens/people.ts'
import type { Content } from '../../web/xml.ts'

type Relation = 'Cha' | 'Me' | 'VoChong' | 'Con'

/** A person in the register. Everybody is invented; numbers begin with 000. */
export interface Citizen {
  number: string
  oldNumber: string
  name: string
  /** `yyyyMMdd`, or `yyyy`. */
  born: string
  gender: string
  ethnicity: string
  religion: string
  nationality: string
  marital: '1' | '2' | '3' | '4'
  blood: string
  residence: string
  current: string
  origin: string
  household: string
  /** Relation to the head of the household. */
  place: string
  relatives: { relation: Relation; number: string }[]
  died?: string
}

const BLOOD = ['A', 'B', 'AB', 'O']

/** Who belongs to whom: `[person, relation, relative]`, by the last digits of their numbers. */
const FAMILIES: [number, Relation, number][] = [
  [1, 'Cha', 901],
  [1, 'Me', 902],
  [1, 'VoChong', 903],
  [1, 'Con', 11],
  [11, 'Me', 1],
  [11, 'Cha', 903],
  [903, 'VoChong', 1],
  [903, 'Con', 11],
  [901, 'VoChong', 902],
  [901, 'Con', 1],
  [902, 'VoChong', 901],
  [902, 'Con', 1],
  [2, 'Cha', 904],
  [2, 'Me', 905],
  [904, 'VoChong', 905],
  [904, 'Con', 2],
  [905, 'VoChong', 904],
  [905, 'Con', 2],
  [3, 'VoChong', 906],
  [906, 'VoChong', 3],
  [9, 'VoChong', 907],
]

interface Relative {
  number: number
  name: string
  born: string
  gender: '1' | '2'
  ethnicity: string
  residence: string
  died?: string
}

const AN = 'Tổ 3, phường Mẫu Trung, tỉnh Mẫu'
const MY = 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu'
const PANG = 'Bản Pá Mẫu, xã Mẫu Sơn, tỉnh Mẫu'

const RELATIVES: Relative[] = [
  { number: 901, name: 'Nguyễn Văn Sáu', born: '19620501', gender: '1', ethnicity: 'Kinh', residence: AN },
  { number: 902, name: 'Trần Thị Bảy', born: '1965', gender: '2', ethnicity: 'Kinh', residence: AN, died: '20240310' },
  { number: 903, name: 'Đỗ Văn Mười', born: '19890720', gender: '1', ethnicity: 'Kinh', residence: AN },
  { number: 904, name: 'Vàng A Páo', born: '19750303', gender: '1', ethnicity: 'Mông', residence: MY },
  { number: 905, name: 'Giàng Thị Dở', born: '19770909', gender: '2', ethnicity: 'Mông', residence: MY },
  { number: 906, name: 'Lường Thị Ín', born: '19900111', gender: '2', ethnicity: 'Thái', residence: PANG },
  {
    ...{ number: 907, name: 'Nguyễn Thị Hai', born: '1940', gender: '2', ethnicity: 'Kinh' },
    ...{ residence: 'Thôn Mẫu Hạ, xã Mẫu An, tỉnh Mẫu', died: '20190815' },
  },
]

const HOUSEHOLDS: [number, [number, string][]][] = [
  [
    903,
    [
      [903, 'Chủ hộ'],
      [1, 'Vợ'],
      [11, 'Con'],
    ],
  ],
  [
    904,
    [
      [904, 'Chủ hộ'],
      [905, 'Vợ'],
      [2, 'Con'],
    ],
  ],
  [
    3,
    [
      [3, 'Chủ hộ'],
      [906, 'Vợ'],
    ],
  ],
]

const full = (number: number) => `000${String(number).padStart(9, '0')}`

function householdOf(number: string): { household: string; place: string } {
  for (const [head, members] of HOUSEHOLDS) {
    const member = members.find(([one]) => full(one) === number)
    if (member) return { household: full(head), place: member[1] }
  }
  return { household: number, place: 'Chủ hộ' }
}

function relativesOf(number: string): Citizen['relatives'] {
  return FAMILIES.filter(([of]) => full(of) === number).map(([, relation, to]) => ({ relation, number: full(to) }))
}

const isDead = (number: string) => RELATIVES.some((one) => full(one.number) === number && one.died)

function maritalOf(number: string): Citizen['marital'] {
  if (number === full(7)) return '3'
  const spouse = relativesOf(number).find(({ relation }) => relation === 'VoChong')
  if (!spouse) return '1'
  return isDead(spouse.number) ? '4' : '2'
}

function complete(
  number: string,
  given: Omit<Citizen, 'number' | 'oldNumber' | 'marital' | 'blood' | 'household' | 'place' | 'relatives'>,
): Citizen {
  const index = Number(number)
  return {
    number,
    oldNumber: `000${String(index).padStart(6, '0')}`,
    marital: maritalOf(number),
    blood: BLOOD[index % 4] ?? 'O',
    ...householdOf(number),
    relatives: relativesOf(number),
    ...given,
  }
}

/** The people who can sign in, and their families. */
export function citizens(): Citizen[] {
  const accounts = citizenGroups()
    .flatMap((group) => group.accounts)
    .filter(({ claims }) => claims.LoaiTaiKhoan === '1')
  const people = accounts.map(({ claims }) =>
    complete(claims.SoDinhDanh ?? '', {
      name: claims.HoVaTen ?? '',
      born: claims.NgayThangNamSinh ?? '',
      gender: claims.GioiTinh ?? '',
      ethnicity: claims.DanToc ?? '',
      religion: claims.TonGiao ?? '',
      nationality: claims.QuocTich ?? '',
      residence: claims.ThuongTru ?? '',
      current: claims.NoiOHienNay ?? '',
      origin: claims.QueQuan ?? '',
    }),
  )
  const relatives = RELATIVES.map(({ number, residence, ...one }) =>
    complete(full(number), {
      ...{ ...one, religion: 'Không', nationality: 'Việt Nam' },
      ...{ residence, current: residence, origin: residence },
    }),
  )
  return [...people, ...relatives]
}

/** `Nguyễn Thị An` is Nguyễn, Thị, An; a name of one word is a given name. */
export function nameParts(name: string): { Ho: string; ChuDem: string; Ten: string } {
  const words = name.split(' ')
  const last = words.at(-1) ?? ''
  return words.length === 1
    ? { Ho: '', ChuDem: '', Ten: last }
    : { Ho: words[0] ?? '', ChuDem: words.slice(1, -1).join(' '), Ten: last }
}

const COMMUNES: [string, string][] = [
  ['xã Mẫu An', '99001'],
  ['xã Mẫu Sơn', '99002'],
  ['phường Mẫu Trung', '99003'],
]

/** The district is empty: there has been none since 1 July 2025. */
export function placeOf(address: string): Content {
  const commune = COMMUNES.find(([name]) => address.includes(name))
  const ChiTiet = address.split(', ')[0] ?? ''
  return { MaTinhThanh: '99', MaQuanHuyen: '', MaPhuongXa: commune?.[1] ?? '', ChiTiet, QuocGia: 'VN' }
}

export function birthOf(born: string): Content {
  return born.length === 4 ? { Nam: born } : { NgayThangNam: born }
}
