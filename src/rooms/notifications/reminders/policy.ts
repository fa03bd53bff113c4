import { Forbidden } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'

/** What people are reminded of is decided by those who supervise, and by those who keep the portal. */
export function canKeepRules(officer: Officer): true | Forbidden {
  return holds(officer, 'administrator') || holds(officer, 'supervisor') ? true : new Forbidden()
}
