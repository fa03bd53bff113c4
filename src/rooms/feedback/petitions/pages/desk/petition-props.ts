import type { FieldError } from '#kernel/errors.ts'
import type { OpenedPetition } from '../../commands/desk.ts'
import type { Shared } from '../said.ts'
import type { vi } from './desk.vi.ts'

export type Done = keyof (typeof vi)['done']

export interface PetitionProps {
  opened: OpenedPetition
  done?: Done | undefined
  /** What was typed into the form that could not be taken. */
  typed?: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
  t: typeof vi
  says: Shared
}

export const deskPath = (id: string) => `/desk/petitions/${id}`
