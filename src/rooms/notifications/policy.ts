import { Forbidden } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'

/** The channels are looked at by those who keep the house and by those who watch over the work. */
export function canLook(officer: Officer): true | Forbidden {
  return canKeep(officer) || holds(officer, 'supervisor') ? true : new Forbidden()
}

/** Authorising an account is for those who keep the house. */
export function canKeep(officer: Officer): boolean {
  return holds(officer, 'administrator')
}
