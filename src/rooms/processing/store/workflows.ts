import type { Tx } from '#platform/db/index.ts'
import { processNames, type ServicePackage } from '#rooms/forms/index.ts'
import { getServiceVersion } from '#rooms/procedures/index.ts'
import { compileWorkflow, type Workflow } from '../workflow.ts'

const compiled = new Map<string, Workflow>()
const LIMIT = 500

export interface ServiceOf {
  agencyId: number
  procedureCode: string
  serviceVersion: string
}

/** The process of a service version, compiled once: versions never change. */
export async function getWorkflow(tx: Tx, service: ServiceOf): Promise<Workflow> {
  const key = `${service.agencyId} ${service.procedureCode} ${service.serviceVersion}`
  const known = compiled.get(key)
  if (known) return known
  const installed = await getServiceVersion<ServicePackage>(
    tx,
    service.agencyId,
    service.procedureCode,
    service.serviceVersion,
  )
  const workflow = compileWorkflow(installed.package.process, processNames(installed.package.form))
  if (compiled.size >= LIMIT) compiled.clear()
  compiled.set(key, workflow)
  return workflow
}
