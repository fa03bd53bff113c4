import type { Assurance, Citizen } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import {
  type Draft,
  type FormContext,
  formAt,
  loadPlaceLists,
  neededAssurance,
  type Option,
  type Service,
  validateStep,
  walk,
} from '#rooms/forms/index.ts'
import { getPerson, type Person } from '#rooms/identity/index.ts'
import { getInstalledService } from '#rooms/procedures/index.ts'
import { mayApply } from '../../commands/submit.ts'
import { loadPlaces, type Places } from '../../store/places.ts'
import { loadService } from '../../store/services.ts'
import { profileOf } from './profile.ts'

/** Somebody applying for a service: what they are asked with. */
export interface Applying {
  code: string
  service: Service
  context: FormContext
  person: Person
  places: Places
}

/** The version in force today, also for a draft begun under an older one: nobody files under a law that has gone. */
export async function prepareApplying(tx: Tx, citizen: Citizen, code: string): Promise<Applying> {
  // Asked together, they are one journey to the database.
  const [{ version }, person, places, country] = await Promise.all([
    getInstalledService(tx, citizen.agencyId, code),
    getPerson(tx, citizen.agencyId, citizen.personId),
    loadPlaces(tx, citizen.agencyId),
    loadPlaceLists(tx),
  ])
  return {
    code,
    service: await loadService(tx, citizen.agencyId, { code, version }),
    context: {
      today: today(),
      profile: profileOf(person, citizen.assurance),
      lists: { ...country, communes: communesOf(places) },
      applicant: { kind: citizen.assurance === 'organisation' ? 'organisation' : 'person' },
    },
    person,
    places,
  }
}

function communesOf({ units }: Places): Option[] {
  return units.filter(({ kind }) => kind === 'commune').map(({ code, name }) => ({ value: code, label: name }))
}

export type Bar = { why: 'not-online' } | { why: 'other-kind' } | { why: 'assurance'; needed: Assurance }

/** Why this account may not apply here; undefined when it may. R-036 */
export function barFor({ service }: Applying, citizen: Citizen): Bar | undefined {
  if (!service.package.service.channels.includes('online')) return { why: 'not-online' }
  const needed = neededAssurance(service, citizen.assurance === 'organisation' ? 'organisation' : 'person')
  if (needed === undefined) return { why: 'other-kind' }
  return mayApply(service, citizen) ? undefined : { why: 'assurance', needed }
}

/** The application as it is walked at this step: at `all`, with every step on one page. */
export function atStep(applying: Applying, step: string): Applying {
  return { ...applying, service: { ...applying.service, form: formAt(applying.service, step) } }
}

/** The first step that was never saved or is not in order; undefined when everything is ready to be checked. */
export function firstUnanswered({ service, context }: Applying, draft: Draft): string | undefined {
  return walk(service.form, draft, context).steps.find(
    ({ id }) =>
      draft.stepRevisions[id] === undefined || validateStep(service.form, id, { filled: draft, context }).length > 0,
  )?.id
}

/** Address of a step; without one, of the page where the answers are checked. */
export function stepAddress(code: string, step: string | undefined, query = ''): string {
  return `/procedures/${encodeURIComponent(code)}/apply/${step ?? 'check'}${step ? query : ''}`
}
