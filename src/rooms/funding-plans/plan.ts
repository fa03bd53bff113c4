import type { LocalDate } from '#kernel/local-date.ts'
import { canonical } from './canonical.ts'
import type { State } from './life.ts'
import type { Line } from './line.ts'

/** cấp ngân sách: whose budget bears the plan. */
export const LEVELS = ['central', 'province', 'commune'] as const
export type Level = (typeof LEVELS)[number]

/** The part of the state budget that a level is: ngân sách trung ương or ngân sách địa phương. */
export function budgetOf(level: Level): 'central' | 'local' {
  return level === 'central' ? 'central' : 'local'
}

/** A body of the agency that draws up its own estimate (đơn vị dự toán). */
export interface Body {
  unitId: string
  code: string
  name: { vi: string; en: string }
  /** The body above inside the agency; undefined for the root, whose competent body is outside. */
  aboveId: string | undefined
  level: Level
}

/** The yearly plan of one body (kế hoạch bảo đảm kinh phí). @see Decree 42/2022, Art. 20.2 */
export interface Plan {
  id: string
  agencyId: number
  unitId: string
  year: number
  level: Level
  createdAt: Date
}

/** The yearly digital-transformation plan that the tasks belong to. @see Decree 224/2026, Art. 7.3 d */
export interface DigitalPlan {
  number: string
  issuedOn: LocalDate | undefined
  /** Day it was sent to the Ministry of Science and Technology. */
  sentOn: LocalDate | undefined
}

/** One version of a plan. Once it is signed nothing in it changes; an adjustment is another version. */
export interface Version {
  id: string
  planId: string
  number: number
  kind: 'original' | 'adjustment'
  state: State
  /** Why it is adjusted; empty for the original. */
  reason: string
  /** Said out loud when no training is planned: “0 đồng”, and why. Empty otherwise. R-202 */
  noTraining: string
  digitalPlan: DigitalPlan
  lines: readonly Line[]
  /** Officers who wrote in it: none of them appraises it. */
  writers: readonly string[]
  /** SHA-256 of the content as it was signed. */
  contentSha256: string | undefined
  signedSha256: string | undefined
  sentOn: LocalDate | undefined
}

/** What of a version is signed, as one text that is the same for the same content. */
export function contentOf(plan: Pick<Plan, 'unitId' | 'year' | 'level'>, version: Omit<Version, 'state'>): string {
  const { number, kind, reason, noTraining, digitalPlan, lines } = version
  const { unitId, year, level } = plan
  return canonical({ unitId, year, level, number, kind, reason, noTraining, digitalPlan, lines })
}
