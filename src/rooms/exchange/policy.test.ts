import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Officer, Role } from '#kernel/viewer.ts'
import type { Message, MessageState } from './message.ts'
import { coverIn, isPersonal } from './personal.ts'
import { canKeep, canLook } from './policy.ts'
import { canReplay, canSettle } from './replay.ts'

const ROLES: readonly Role[] = ['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator']
const anyOfficer = fc.array(fc.subarray([...ROLES]), { maxLength: 3 }).map(
  (held): Officer => ({
    ...{ kind: 'officer', agencyId: 1, officerId: 'o', name: 'Trần Văn Thử' },
    appointments: held.map((roles, index) => ({ unitId: `u${index}`, unitCode: `H99.${index}`, roles })),
  }),
)

test('R-045: only administrators act; only they and supervisors look', () => {
  fc.assert(
    fc.property(anyOfficer, (officer) => {
      const held = new Set(officer.appointments.flatMap(({ roles }) => roles))
      expect(canKeep(officer)).toBe(held.has('administrator'))
      expect(canLook(officer) === true).toBe(held.has('administrator') || held.has('supervisor'))
    }),
  )
})

const STATES: readonly MessageState[] = ['waiting', 'sent', 'acknowledged', 'refused', 'dead', 'superseded', 'settled']
const now = new Date('2026-11-25T01:00:00Z')
const anyStanding = fc.record({
  direction: fc.constantFrom<Message['direction']>('out', 'in'),
  state: fc.constantFrom(...STATES),
  dueAt: fc.constantFrom(undefined, new Date(now.getTime() - 1), now, new Date(now.getTime() + 1)),
  saidByLater: fc.boolean(),
})

test('R-186: nothing acknowledged, on its way, incoming or already said is sent again, wherever it stands', () => {
  fc.assert(
    fc.property(anyStanding, (standing) => {
      const { direction, state, dueAt, saidByLater } = standing
      const stopped = state === 'refused' || state === 'dead' || state === 'settled'
      const verdict = canReplay(standing, now)
      expect(verdict === 'replay').toBe(direction === 'out' && stopped && !saidByLater)
      expect(verdict === 'hasten').toBe(
        direction === 'out' && state === 'waiting' && dueAt !== undefined && dueAt > now,
      )
      const open = state === 'waiting' || state === 'refused' || state === 'dead'
      expect(canSettle(standing) === 'settle').toBe(direction === 'out' && open)
    }),
  )
})

test('a field nobody has looked at is covered, and what it says is taken out of every answer', () => {
  for (const field of [
    'ChuHoSo',
    'SoGiayToChuHoSo',
    'DinhDanhCHS',
    'Email',
    'SoDienThoai',
    'NguoiXuLy',
    'TaiLieuNop',
    'Moi',
  ])
    expect(isPersonal(field), field).toBe(true)
  expect(isPersonal('MaHoSo')).toBe(false)
  const payload = {
    MaTTHC: '1.004873',
    ChuHoSo: 'Hà Thị Mẫu',
    DinhDanhCHS: { SoDinhDanh: '000198000012' },
    Moi: ['bí mật'],
  }
  const said = '1.004873 của Hà Thị Mẫu (000198000012, bí mật): 0900000012, mau@example.test, H99.12-261125-0001'
  expect(coverIn(said, payload)).toBe('1.004873 của ••• (•••, •••): •••, •••, H99.12-261125-0001')
  expect(coverIn('lúc 20261125084000', {})).toBe('lúc 20261125084000')
})
