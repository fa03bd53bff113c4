import { holds, type Officer } from '#kernel/viewer.ts'

/** Asking the public in the agency's name is for those who supervise, and for those who keep the portal. */
export function canAsk(officer: Officer): boolean {
  return holds(officer, 'supervisor') || holds(officer, 'administrator')
}
