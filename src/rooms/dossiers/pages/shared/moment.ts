import { dayOf, type LocalDateTime, toLocal } from '#kernel/local-date.ts'
import { formatDay, formatTime, type Language } from '#platform/i18n/index.ts'

function lowerWeekday(text: string, language: Language): string {
  return language === 'vi' ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** `08:40, thứ Năm, 19/11/2026` */
export function sayMoment(moment: Date | LocalDateTime, language: Language): string {
  const local = typeof moment === 'string' ? moment : toLocal(moment)
  return `${formatTime(local)}, ${lowerWeekday(formatDay(dayOf(local), language), language)}`
}
