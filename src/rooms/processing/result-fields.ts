import { isLocalDate } from '#kernel/local-date.ts'
import type { ResultField } from '#rooms/forms/index.ts'

export interface FieldProblem {
  field: string
  code: 'field-missing' | 'field-no-date'
}

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** `02/10/1998` from the three boxes of a date, or what was typed when it is none; empty when nothing was. */
export function sayTypedDate(day: string, month: string, year: string): string {
  if (day === '' && month === '' && year === '') return ''
  return `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`
}

/** The three boxes of `02/10/1998`, as it was typed, or of `1998-10-02`, as the package suggests it. */
export function boxesOfDate(said: string): { day: string; month: string; year: string } {
  const [day = '', month = '', year = ''] = isLocalDate(said) ? said.split('-').toReversed() : said.split('/')
  return { day, month, year }
}

function isDate(said: string): boolean {
  const [, day = '', month = '', year = ''] = DATE.exec(said) ?? []
  return isLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/**
 * What is missing before a paper may be proposed: it is signed as it stands, so that nothing the law wants on it can
 * be left out.
 */
export function problemsOfFields(
  fields: readonly ResultField[],
  filled: Readonly<Record<string, string>>,
): FieldProblem[] {
  return fields.flatMap(({ id, kind, required }): FieldProblem[] => {
    const value = filled[id] ?? ''
    if (value === '') return required ? [{ field: id, code: 'field-missing' }] : []
    return kind === 'date' && !isDate(value) ? [{ field: id, code: 'field-no-date' }] : []
  })
}
