import { formatNumber, type Language } from '#platform/i18n/index.ts'
import { QUARTERS_A_DAY } from '../../office-clock.ts'
import type { PublicShare } from '../../published.ts'
import type { vi } from './said.vi.ts'

export interface Saying {
  language: Language
  says: typeof vi
}

/** A count, or that it is too small to be told. */
export function sayCount(count: number | null, { language, says }: Saying): string {
  return count === null ? says.few : formatNumber(count, language)
}

export function sayShare(share: PublicShare, { language, says }: Saying): string {
  if (share === 'none') return says.noData
  if (share === 'hidden') return says.few
  if ('atLeast' in share) return says.atLeast(formatNumber(share.atLeast, language))
  return says.percent(formatNumber(share.percent, language))
}

/** Tenths of a working day, rounded half up; less than a day in hours and minutes. */
export function sayTime(quarters: number | null | undefined, { language, says }: Saying): string {
  if (quarters === undefined) return says.noData
  if (quarters === null) return says.few
  if (quarters >= QUARTERS_A_DAY) {
    const tenths = Math.floor((quarters * 20 + QUARTERS_A_DAY) / (2 * QUARTERS_A_DAY))
    return says.days(formatNumber(tenths / 10, language))
  }
  const [hours, minutes] = [Math.floor(quarters / 4), (quarters % 4) * 15]
  if (hours === 0) return says.minutes(String(minutes))
  return minutes === 0 ? says.hours(String(hours)) : says.hoursAndMinutes(String(hours), String(minutes))
}

export function sayMonth(month: string, { says }: Saying): string {
  return says.month(String(Number(month.slice(5, 7))), month.slice(0, 4))
}
