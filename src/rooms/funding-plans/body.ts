import type { Unit } from '#rooms/agencies/index.ts'
import type { Body, Level } from './plan.ts'

/** Divisions and the like spend from the estimate of the body they belong to; all others draw up their own. */
function drawsUpEstimate({ kind }: Unit): boolean {
  return kind !== 'division'
}

function levelOf({ kind }: Unit, agency: 'ministry' | 'province'): Level {
  if (agency === 'ministry') return 'central'
  return kind === 'commune' ? 'commune' : 'province'
}

/** The bodies of an agency that draw up an estimate (đơn vị dự toán), each with the one above it, by code. */
export function bodiesOf(units: readonly Unit[], agency: 'ministry' | 'province'): Body[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const above = ({ parentId }: Unit): string | undefined => {
    const parent = parentId === undefined ? undefined : byId.get(parentId)
    if (!parent) return undefined
    return drawsUpEstimate(parent) ? parent.id : above(parent)
  }
  return units.filter(drawsUpEstimate).map((unit) => {
    const { id: unitId, code, name } = unit
    return { unitId, code, name, aboveId: above(unit), level: levelOf(unit, agency) }
  })
}

/** The body itself and those directly below it. R-211 */
export function withThoseBelow(bodies: readonly Body[], unitId: string): Body[] {
  return bodies.filter((body) => body.unitId === unitId || body.aboveId === unitId)
}
