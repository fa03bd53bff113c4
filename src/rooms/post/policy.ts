import { holds, type Officer } from '#kernel/viewer.ts'
import type { Item } from './item.ts'

/** Packing and ordering is the work of the desk that received the dossier. */
export function canSend(officer: Officer, { unitId }: Pick<Item, 'unitId'>): boolean {
  return holds(officer, 'desk-officer', unitId)
}

/** The units whose items the officer sees. */
export function unitsOf(officer: Officer): string[] {
  return officer.appointments.filter(({ roles }) => roles.includes('desk-officer')).map(({ unitId }) => unitId)
}
