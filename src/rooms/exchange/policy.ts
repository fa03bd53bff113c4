import { Forbidden } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'

/** The ledger is looked at by those who keep the house and by those who watch over the work. */
export function canLook(officer: Officer): true | Forbidden {
  return holds(officer, 'administrator') || holds(officer, 'supervisor') ? true : new Forbidden('exchange.may-not-look')
}

/** Sending again, settling, pausing, and reading about people is for those who keep the house. */
export function canKeep(officer: Officer): boolean {
  return holds(officer, 'administrator')
}
