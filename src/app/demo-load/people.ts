import type { Party } from '#rooms/dossiers/index.ts'
import type { Dice } from './dice.ts'
import type { Row } from './rows.ts'

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Lò',
  'Vàng',
  'Giàng',
  'Hà',
  'Lường',
  'Quàng',
  'Cà',
  'Tòng',
  'Sùng',
  'Lý',
  'Đặng',
]
const MIDDLES = { male: ['Văn', 'A', 'Đức', 'Mẫu'], female: ['Thị', 'Mẫu', 'Thu', 'Ngọc'] } as const
const GIVEN = [
  'Thử',
  'Mẫu',
  'Giấy',
  'Mỷ',
  'Dợn',
  'Xuân',
  'Hạ',
  'Đông',
  'Lụa',
  'Mận',
  'Páo',
  'Súa',
  'Tơ',
  'Vĩ',
  'Xết',
  'Nhàn',
]
const ETHNICITIES = ['Kinh', 'Thái', 'Mông', 'Mường', 'Dao']
const VILLAGES = ['Bản Nà Mẫu', 'Bản Pá Mẫu', 'Thôn Một', 'Thôn Hai', 'Tổ 3', 'Tổ 5']

/** An invented person with an account: identity numbers of no province, telephone numbers of no network. */
export function person(dice: Dice, { agencyId, place, seenAt }: Given): Row<'persons'> {
  const gender = dice.chance(0.5) ? 'male' : 'female'
  const bornYear = dice.whole(1946, 2007)
  const two = (number: number) => String(number).padStart(2, '0')
  const id = dice.idAt(seenAt)
  return {
    agency_id: agencyId,
    id,
    kind: 'person',
    issuer: ISSUER,
    subject: id,
    tech_id: null,
    id_number: `000${bornYear % 1000}${String(dice.whole(0, 1_000_000)).padStart(6, '0')}`,
    name: `${dice.pick(FAMILIES)} ${dice.pick(MIDDLES[gender])} ${dice.pick(GIVEN)}`,
    born_on: `${bornYear}-${two(dice.whole(1, 13))}-${two(dice.whole(1, 29))}` as Row<'persons'>['born_on'],
    born_year: bornYear,
    gender,
    nationality: 'Việt Nam',
    ethnicity: dice.pick(ETHNICITIES),
    residence: `${dice.pick(VILLAGES)}, ${place}`,
    current_residence: null,
    email: null,
    phone: `0900${String(dice.whole(0, 1_000_000)).padStart(6, '0')}`,
    tax_code: null,
    organisation_code: null,
    representative: null,
    claims: {},
    claims_at: seenAt,
    first_seen_at: seenAt,
    last_seen_at: seenAt,
  }
}

/** No provider of this name exists: nobody can sign in as one of these people. */
const ISSUER = 'urn:motcua:demo-load'

interface Given {
  agencyId: number
  place: string
  seenAt: Date
}

export function partyOf({ name, id_number, residence, phone }: Row<'persons'>): Party {
  return {
    kind: 'person',
    name,
    identityNumber: id_number ?? undefined,
    address: residence ?? undefined,
    phone: phone ?? undefined,
  }
}
