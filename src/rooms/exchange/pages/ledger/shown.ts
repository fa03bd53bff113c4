import type { FieldError } from '#kernel/errors.ts'
import type { TypedDate } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { KeptConnection, Listed } from '../../commands/list.ts'
import type { vi as saysVi } from '../../exchange.vi.ts'
import type { Asked } from './asked.ts'
import type { vi } from './ledger.vi.ts'

export type LedgerWords = typeof vi & { says: typeof saysVi }

export interface LedgerProps {
  connections: readonly KeptConnection[]
  /** Undefined when the agency is not connected to anything. */
  asked: Asked | undefined
  services: readonly string[]
  listed: Listed | undefined
  next: string | undefined
  /** Address of the beginning; undefined on the first page. */
  first: string | undefined
  mayKeep: boolean
  /** What a form has just done. */
  done: { replayed: number | undefined; settled: number | undefined; left: number | undefined }
  errors: readonly FieldError[]
  typed: {
    chosen?: readonly number[]
    reason?: string
    from?: string | TypedDate | undefined
    to?: string | TypedDate | undefined
  }
  language: Language
  path: string
  t: LedgerWords
}

/** For a part that is there: what its pieces are given. */
export type PartProps = LedgerProps & { asked: Asked; listed: Listed }
