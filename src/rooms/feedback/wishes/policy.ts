import { holds, type Officer } from '#kernel/viewer.ts'

/** Those who decide what goes online, and those who keep the portal. */
export function canSeeWishes(officer: Officer): boolean {
  return (['supervisor', 'approver', 'administrator'] as const).some((role) => holds(officer, role))
}
