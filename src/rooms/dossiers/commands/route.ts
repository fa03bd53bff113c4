import { dayOf, toLocal } from '#kernel/local-date.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import { type CompetentUnit, competentFor, type Journey, type Service } from '#rooms/forms/index.ts'
import type { Channel } from '../dossier.ts'
import type { Places } from '../store/places.ts'

export interface Routed {
  receivingUnitId: string
  competentUnitId: string
  /** No rule knew: it stands at the centre's desk, in sight, to be sent on by a person. R-073 */
  unrouted: boolean
}

function unitOf(wanted: CompetentUnit | undefined, units: readonly Unit[]): Unit | undefined {
  if (wanted?.by === 'code') return units.find(({ code }) => code === wanted.code)
  if (wanted?.by !== 'kind') return undefined
  return units.find(({ kind, field }) => kind === wanted.kind && (wanted.field === undefined || field === wanted.field))
}

/**
 * Who decides and who receives: the competent unit's own desk, or the service centre for units without one. R-072
 *
 * @see Decree 118/2025, Art. 14 and 20
 */
export function routeFor(service: Service, journey: Journey, given: RouteGiven): Routed {
  const { units, reach } = given.places
  const centre = units.find(({ id }) => reach.centres.has(id)) ?? units.find(({ desk }) => desk)
  if (!centre) throw new Error('the agency has no desk at which a dossier can be received')
  const wanted = competentFor(service, journey, circumstances(given))
  if (wanted?.by === 'receiving') {
    const id = given.receivedAtUnit ?? centre.id
    return { receivingUnitId: id, competentUnitId: id, unrouted: false }
  }
  const competent = unitOf(wanted, units)
  const desk = competent?.desk ? competent : centre
  return {
    receivingUnitId: given.receivedAtUnit ?? desk.id,
    competentUnitId: (competent ?? centre).id,
    unrouted: competent === undefined,
  }
}

export interface RouteGiven {
  places: Places
  channel: Channel
  at: Date
  /** The desk a person stands at; undefined online. */
  receivedAtUnit?: string | undefined
}

/** What a service's rules are asked with. */
export function circumstances({ places, channel, at }: RouteGiven) {
  const agency = places.units.find(({ id }) => id === places.reach.root)?.code ?? ''
  return { channel, agency, on: dayOf(toLocal(at)) }
}
