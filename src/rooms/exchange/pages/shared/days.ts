import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { TypedDate } from '#platform/html/index.ts'

/** The day of three boxes (`from-day`, …) or of one value; what was typed when it is none; undefined when nothing was. */
export function dayIn(
  values: Readonly<Record<string, string | undefined>>,
  name: string,
): LocalDate | TypedDate | undefined {
  const whole = values[name] ?? ''
  if (isLocalDate(whole)) return whole
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => values[`${name}-${part}`])
  if (day === '' && month === '' && year === '') return undefined
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(typed) ? typed : { day, month, year }
}
