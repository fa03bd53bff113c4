import type { FieldError } from '#kernel/errors.ts'
import type { TypedDate } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { ShownPlan } from '../../commands/look.ts'
import type { RoomWords } from '../shared/words.ts'
import type { vi } from './plan.vi.ts'

export interface TypedParticulars {
  number: string
  noTraining: string
  issuedOn: string | TypedDate | undefined
  sentOn: string | TypedDate | undefined
}

export interface PlanProps {
  shown: ShownPlan
  typed: TypedParticulars
  errors: readonly FieldError[]
  language: Language
  t: typeof vi & { room: RoomWords }
}
