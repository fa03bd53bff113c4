import type { Bilingual } from '#platform/i18n/index.ts'

/** `unknown`: nothing could be looked at, or nothing looks; a gap all the same. */
export type Standing = 'met' | 'partly' | 'not-met' | 'not-applicable' | 'unknown'

export const CHECKS = [
  'host-names',
  'languages',
  'ipv6',
  'agency-portal',
  'national-portal',
  'measurement',
  'signing',
  'catalogue',
  'service-information',
  'tracking',
  'accessibility',
  'e-forms',
  'registries',
  'statistics',
  'equal-treatment',
  'funding-plan',
  'proactive',
] as const
export type CheckName = (typeof CHECKS)[number]

/** What is looked at every quarter of an hour, because it can break by itself. */
export const RESTLESS: readonly CheckName[] = [
  'agency-portal',
  'national-portal',
  'measurement',
  'signing',
  'registries',
]

/** What a check saw. Facts are for machines; nothing personal is among them. */
export interface Finding {
  standing: Standing
  evidence: Bilingual
  facts: Readonly<Record<string, string | number | boolean | null>>
}

export interface Checked extends Finding {
  check: CheckName
  /** Since when it stands like this. */
  since: Date
  checkedAt: Date
}

/** A check that stood differently before. */
export interface Change {
  check: CheckName
  at: Date
  before: Standing
  standing: Standing
  evidence: Bilingual
}

/** What the outside in miniature answers proves that we can speak, and not that the state was told. */
export function asSimulated(standing: Standing, simulated: boolean): Standing {
  return simulated && standing === 'met' ? 'partly' : standing
}
