import { Conflict, NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Draft, getHelpedDraft } from '#rooms/forms/index.ts'
import { type Person, personAtCounter } from '#rooms/identity/index.ts'
import { type DeskService, listDeskServices } from '#rooms/procedures/index.ts'
import { desksWith } from '../../commands/counter.ts'
import { takenAtDesk } from '../../commands/submit.ts'
import { loadPlaces } from '../../store/places.ts'
import { type Applying, prepareApplying } from '../apply/applying.ts'

/** A form that is filled in at a desk of this officer, with the person standing there. */
export interface AtDesk {
  officer: Officer
  draft: Draft
  person: Person
  citizen: Citizen
  applying: Applying
}

export interface DraftParams {
  person: string
  draft: string
}

/** Under which forms at the counter stand. The person is named, so that the audit trail says whose form was opened. */
export const DRAFTS = '/desk/counter/people/:person/drafts/:draft'

export function draftBase({ id, personId }: Pick<Draft, 'id' | 'personId'>): string {
  return `/desk/counter/people/${personId}/drafts/${id}`
}

/** Where it is shown what a form at the counter has become. */
export function takenInAddress(ref: string): string {
  return `/desk/counter/received/${ref}`
}

/** NotFound for a draft of another desk: it is not this officer's to know of. */
export async function prepareAtDesk(
  tx: Tx,
  officer: Officer,
  { person: personId, draft: id }: DraftParams,
): Promise<AtDesk> {
  if (!isId(id)) throw new NotFound('forms.no-such-draft')
  const places = await loadPlaces(tx, officer.agencyId)
  const draft = await getHelpedDraft(tx, desksWith(officer, places), id)
  if (draft.personId !== personId) throw new NotFound('forms.no-such-draft')
  const { person, citizen } = await personAtCounter(tx, officer.agencyId, draft.personId)
  return { officer, draft, person, citizen, applying: await prepareApplying(tx, citizen, draft.procedureCode) }
}

/** The services people may bring to the agency's desks. R-020 */
export async function servicesAtDesks(tx: Tx, agencyId: number): Promise<DeskService[]> {
  return (await listDeskServices(tx, agencyId)).filter(({ service }) => takenAtDesk(service))
}

/** The one of this code; Conflict when it is not taken in at desks. */
export async function getServiceAtDesks(tx: Tx, agencyId: number, code: string): Promise<DeskService> {
  const found = (await servicesAtDesks(tx, agencyId)).find((service) => service.code === code)
  if (!found) throw new Conflict('dossiers.not-at-desks', { code })
  return found
}
