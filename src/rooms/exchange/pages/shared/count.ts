import { formatNumber, type Language } from '#platform/i18n/index.ts'
import { COUNTED_TO } from '../../counted.ts'

/** A figure; one that was counted no further says so: `999+`. */
export function sayCount(count: number, language: Language): string {
  return count >= COUNTED_TO ? `${COUNTED_TO - 1}+` : formatNumber(count, language)
}
