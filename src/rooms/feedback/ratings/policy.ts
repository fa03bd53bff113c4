import { holds, type Officer, type Viewer } from '#kernel/viewer.ts'
import type { Unit } from '#rooms/agencies/index.ts'

type Place = Pick<Unit, 'id' | 'parentId' | 'kind'>

/** A person rates; whoever works here does not. */
export function canRate(viewer: Viewer | undefined): boolean {
  return viewer?.kind !== 'officer'
}

/** Sums are for those who answer for others' work. An officer who handles dossiers sees none but the public ones. */
export function canSeeSums(officer: Officer): boolean {
  return holds(officer, 'supervisor') || holds(officer, 'approver')
}

/** The head of the agency and its inspection: who supervises at the root or at the service centre. */
export function inspects(officer: Officer, units: Iterable<Place>): boolean {
  return [...units].some(
    ({ id, parentId, kind }) =>
      (parentId === undefined || kind === 'service-centre') && holds(officer, 'supervisor', id),
  )
}

/** Ids of the units whose sums this officer may see in full; undefined when all of them. R-224 */
export function unitsSeen(officer: Officer, units: Iterable<Place>): ReadonlySet<string> | undefined {
  const all = [...units]
  if (inspects(officer, all)) return undefined
  const led = all.filter(({ id }) => holds(officer, 'supervisor', id) || holds(officer, 'approver', id))
  return new Set(led.map(({ id }) => id))
}

/** What people wrote is read by head and inspection only: words may say who wrote them. R-224 */
export function canReadComments(officer: Officer, units: Iterable<Place>): boolean {
  return inspects(officer, units)
}
