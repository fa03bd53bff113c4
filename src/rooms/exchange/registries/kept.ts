import type { Evidence, Finding, RegistryName } from './lookup.ts'

/** One question as it was written down, and what came of it. */
export interface KeptLookup {
  id: string
  registry: RegistryName
  operation: string
  component: string | undefined
  basis: string
  at: Date
  outcome: Finding['outcome']
  evidence: Evidence | undefined
  problem: string | undefined
  /** The officer who asked; undefined when the house did. */
  officerId: string | undefined
  /** Why they asked again. */
  reason: string | undefined
}
