import { z } from 'zod'
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'

/** What every part of a package is made of. */
export const text = z.string().trim().min(1).max(4_000)

export const bilingual = z
  .strictObject({ vi: text, en: text })
  .meta({ description: 'Words people read, in Vietnamese and English; both are needed.' })

export const day = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  'not a day (2026-11-25)',
)

export const rule = z.string().min(1).max(2_000).meta({ description: 'A rule in FEEL: src/platform/rules/README.md.' })
export const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case is wanted')
export const camel = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/, 'camelCase is wanted')
export const whole = z.int().min(0)
