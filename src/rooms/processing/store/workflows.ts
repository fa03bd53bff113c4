import type { Tx } from '#platform/db/index.ts'
import { loadService } from '#rooms/dossiers/index.ts'
import { processNames, type Service } from '#rooms/forms/index.ts'
import { compileWorkflow, type Workflow } from '../workflow.ts'

const compiled = new WeakMap<Service, Workflow>()

export interface ServiceOf {
  agencyId: number
  procedureCode: string
  serviceVersion: string
}

/** The process of a service version, compiled once: versions never change. */
export async function getWorkflow(tx: Tx, { agencyId, procedureCode, serviceVersion }: ServiceOf): Promise<Workflow> {
  const service = await loadService(tx, agencyId, { code: procedureCode, version: serviceVersion })
  const known = compiled.get(service)
  if (known) return known
  const workflow = compileWorkflow(service.package.process, processNames(service.package.form))
  compiled.set(service, workflow)
  return workflow
}
