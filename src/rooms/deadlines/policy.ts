import { DomainError } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'

/** Who may change an agency's calendar: an administrator of that agency, since every promised date hangs on it. */
export function canKeepCalendar(officer: Officer): true | DomainError {
  return holds(officer, 'administrator') || new DomainError('deadlines.may-not-keep-calendar')
}
