import { localDate } from '#kernel/local-date.ts'
import type { Decision, Holiday } from './calendar-day.ts'

const TET_2024 = ['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12']
const TET_2025 = ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']
const TET_2026 = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']

/**
 * What the Prime Minister decided for state bodies. Years that are not here follow the default rules of
 * `holidays.ts` until somebody records the notice; `calendar_decisions` adds to this list without a release.
 * The notices for 2027 were not issued when this was written.
 *
 * @see Labour Code 2019, Art. 112(3)
 */
export const NATIONAL_DECISIONS: readonly Decision[] = [
  ...holidays('tet', TET_2024, ''),
  ...swap('2024-04-29', '2024-05-04', '2450/VPCP-KGVX'),
  ...holidays('national-day', ['2024-09-02', '2024-09-03'], ''),
  ...holidays('tet', TET_2025, ''),
  ...swap('2025-05-02', '2025-04-26', ''),
  ...holidays('national-day', ['2025-09-01', '2025-09-02'], ''),
  ...swap('2026-01-02', '2026-01-10', ''),
  ...holidays('tet', TET_2026, '9441/TB-BNV'),
  ...swap('2026-08-31', '2026-08-22', ''),
  ...holidays('national-day', ['2026-09-01', '2026-09-02'], '9441/TB-BNV'),
]

function holidays(holiday: Holiday, dates: readonly string[], legal: string): Decision[] {
  return dates.map((date) => ({ kind: 'holiday', holiday, date: localDate(date), legal }))
}

/** A working day given off in exchange for a rest day that is worked (hoán đổi). */
function swap(off: string, worked: string, legal: string): Decision[] {
  const [offOn, workedOn] = [localDate(off), localDate(worked)]
  return [
    { kind: 'swap-off', date: offOn, other: workedOn, legal },
    { kind: 'swap-work', date: workedOn, other: offOn, legal },
  ]
}
