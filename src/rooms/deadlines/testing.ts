import fc from 'fast-check'
import { fromDayNumber, type LocalDateTime } from '#kernel/local-date.ts'
import type { Pause, PauseReason } from './deadline.ts'
import type { Limit } from './limit.ts'
import { formatTime } from './office-hours.ts'

const FIRST_DAY = 19_723 // 2024-01-01
const LAST_DAY = 21_184 // 2028-01-01

/** Any minute from 2024 to 2027, at night and on holidays too. */
export const anyMoment: fc.Arbitrary<LocalDateTime> = fc
  .integer({ min: FIRST_DAY * 1440, max: LAST_DAY * 1440 - 1 })
  .map(toMoment)

export const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant('h' as const) }),
  fc.record({ amount: fc.integer({ min: 0, max: 40 }), unit: fc.constant('wd' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant('d' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 4 }), unit: fc.constant('mo' as const) }),
)

const anyReason = fc.constantFrom<PauseReason>('supplement', 'payment', 'consultation', 'verification', 'other')

/** A pause of minutes to three weeks that begins within two months of `moment`, before it too. */
export function anyPauseNear(moment: LocalDateTime): fc.Arbitrary<Pause> {
  const start = Date.parse(`${moment}:00Z`) / 60_000
  return fc
    .tuple(fc.integer({ min: -10 * 1440, max: 60 * 1440 }), fc.integer({ min: 0, max: 21 * 1440 }), anyReason)
    .map(([offset, length, reason]) => ({
      from: toMoment(start + offset),
      to: toMoment(start + offset + length),
      reason,
    }))
}

export function toMoment(minutes: number): LocalDateTime {
  return `${fromDayNumber(Math.floor(minutes / 1440))}T${formatTime(minutes % 1440)}` as LocalDateTime
}
