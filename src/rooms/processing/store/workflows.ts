import type { Tx } from '#platform/db/index.ts'
import { answerNames, type ServicePackage } from '#rooms/forms/index.ts'
import { getServiceVersion } from '#rooms/procedures/index.ts'
import { compileWorkflow, type Workflow } from '../workflow.ts'

const compiled = new Map<string, Workflow>()
const LIMIT = 500

export interface ServiceOf {
  agencyId: number
  procedureCode: string
  serviceVersion: string
}

/** Names the rules of a process may read: the answers, and the outcome that is proposed. */
export function processNames(service: ServicePackage): string[] {
  return [...answerNames(service.form), 'outcome']
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
  const workflow = compileWorkflow(installed.package.process, processNames(installed.package))
  if (compiled.size >= LIMIT) compiled.clear()
  compiled.set(key, workflow)
  return workflow
}
