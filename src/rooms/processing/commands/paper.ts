import { dayOf, toLocal } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { getUnit, listAgencies, listUnits } from '#rooms/agencies/index.ts'
import { type Dossier, loadService, refOf } from '#rooms/dossiers/index.ts'
import {
  type FormContext,
  type ResultFacts,
  type ResultGiven,
  type Service,
  suggestFields,
  walk,
} from '#rooms/forms/index.ts'

/** The answers of a dossier, ready to be said: for the officer to read, and for the paper to quote. */
export interface Paper {
  service: Service
  context: FormContext
  given: Omit<ResultGiven, 'facts'>
  facts: Omit<ResultFacts, 'fields'>
}

/** Under the service version the dossier was filed under, as of the day it was filed. R-004 */
export async function paperOf(tx: Tx, dossier: Dossier): Promise<Paper> {
  const { agencyId, procedureCode, serviceVersion } = dossier
  const service = await loadService(tx, agencyId, { code: procedureCode, version: serviceVersion })
  const agency = (await listAgencies(tx)).find(({ id }) => id === agencyId)
  const filedOn = dayOf(toLocal(dossier.submittedAt))
  const communes = (await listUnits(tx, agencyId)).filter(({ kind }) => kind === 'commune')
  const lists = { communes: communes.map(({ code, name }) => ({ value: code, label: name })) }
  const context = { today: filedOn, lists, applicant: { kind: dossier.applicant.kind } }
  const journey = walk(service.form, { answers: dossier.answers, documents: dossier.documents }, context)
  const circumstances = { channel: dossier.channel, agency: agency?.code ?? '', on: filedOn }
  const unit = (await getUnit(tx, dossier.competentUnitId)).name.vi
  return {
    service,
    context,
    given: { journey, circumstances, context },
    facts: { issuedOn: today(), unit, dossierCode: refOf(dossier) },
  }
}

/** What the fields of the paper begin with, before the officer looks at them. */
export function suggestedFields({ service, given, facts }: Paper): Record<string, string> {
  return suggestFields(service, { ...given, facts })
}
