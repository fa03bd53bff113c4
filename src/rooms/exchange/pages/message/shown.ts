import type { FieldError } from '#kernel/errors.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { OpenedMessage } from '../../commands/list.ts'
import type { vi as saysVi } from '../../exchange.vi.ts'
import type { vi } from './message.vi.ts'

export type MessageWords = typeof vi & { says: typeof saysVi }

/** What the page of a message is given, and each of its parts. */
export interface MessageProps {
  opened: OpenedMessage
  /** Somebody has said why, and the personal fields are shown. */
  isOpen: boolean
  mayKeep: boolean
  simulated: boolean
  errors: readonly FieldError[]
  language: Language
  path: string
  t: MessageWords
}
