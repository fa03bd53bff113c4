import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Officer, Role } from '#kernel/viewer.ts'
import { type PetitionState, parseNumber, problemsOf, SUBJECTS } from './petition.ts'
import { canClassify, canSee } from './policy.ts'
import { superiorOf } from './superior.ts'

const units = [
  { id: 'root', parentId: undefined },
  { id: 'commune', parentId: 'root' },
  { id: 'team', parentId: 'commune' },
]
const person = (id: string, unitId: string, ...roles: Role[]) => ({ id, appointments: [{ unitId, roles }] })

test.each([
  ['the head of the unit', 'a', [person('a', 'commune', 'case-officer'), person('b', 'commune', 'approver')], 'b'],
  [
    'the unit above, where there is no head',
    'a',
    [person('a', 'team', 'case-officer'), person('b', 'commune', 'approver')],
    'b',
  ],
  ['whoever stands above a head', 'b', [person('b', 'commune', 'approver'), person('c', 'root', 'supervisor')], 'c'],
  ['never the officer, and nobody where nobody stands above', 'c', [person('c', 'root', 'supervisor')], undefined],
])('R-170: %s decides', (_what, concernedId, officers, expected) => {
  const concerned = officers.find(({ id }) => id === concernedId)
  expect(concerned && superiorOf(concerned, officers, units)?.id).toBe(expected)
})

const ROLES: readonly Role[] = ['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator']
const STATES: readonly PetitionState[] = ['registered', 'refused', 'forwarded', 'handling', 'explaining', 'answered']

test('R-224: whatever else an officer is, what is about them is neither seen nor classified by them', () => {
  const appointments = fc.array(
    fc.record({
      unitId: fc.constantFrom('root', 'commune'),
      unitCode: fc.constant('H99'),
      roles: fc.subarray([...ROLES]),
    }),
  )
  fc.assert(
    fc.property(
      appointments,
      fc.constantFrom(...STATES),
      fc.constantFrom(...SUBJECTS),
      fc.boolean(),
      fc.constantFrom('me', 'other', undefined),
      (mine, state, subject, hasSupervisor, assignedTo) => {
        const officer: Officer = { kind: 'officer', agencyId: 1, officerId: 'me', name: 'Tôi', appointments: mine }
        const house = { front: new Set(['root']), hasSupervisor }
        const about = { state, subject, assignedTo, concernedOfficer: 'me' }
        expect(canSee(officer, about, house)).not.toBe(true)
        expect(canClassify(officer, about, house)).not.toBe(true)
        // And nobody sees what is neither theirs nor at their front.
        const atFront = mine.some(
          ({ unitId, roles }) => unitId === 'root' && (roles.includes('desk-officer') || roles.includes('supervisor')),
        )
        const other = { ...about, concernedOfficer: undefined }
        if (!atFront && assignedTo !== 'me') expect(canSee(officer, other, house)).not.toBe(true)
      },
    ),
  )
})

test('R-166: clear content, a name, an address, and one way to reach the sender', () => {
  const whole = {
    subject: 'other',
    content: 'Đèn đường ở ngõ 3 hỏng từ tháng mười, tối đi không thấy gì.',
    name: 'Hà Thị Mẫu',
    address: 'Bản Mẫu, xã Mẫu An',
    phone: '0912 345 678',
    email: '',
  }
  const found = (change: Partial<typeof whole>) =>
    problemsOf({ ...whole, ...change }, (text) => text.includes('@')).map(({ field, is }) => `${field} ${is}`)
  expect(found({})).toEqual([])
  expect(found({ phone: '', email: 'a@b.vn' })).toEqual([])
  expect(found({ phone: '' })).toEqual(['phone no-contact'])
  expect(found({ phone: 'không có', email: 'sai' })).toEqual(['phone bad-phone', 'email bad-email'])
  expect(found({ subject: 'x', content: 'Ngắn', name: '', address: '' })).toEqual([
    'subject no-subject',
    'content short',
    'name no-name',
    'address no-address',
  ])
})

test.each(['12/2026-PAKN', '12/2026', ' 12 / 2026 ', '12/2026 - pakn'])('%s is read as a number', (text) => {
  expect(parseNumber(text)).toEqual({ number: 12, year: 2026 })
})
