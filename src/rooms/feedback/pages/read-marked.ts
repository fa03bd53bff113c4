import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedList, postedText } from '#platform/http/index.ts'
import type { PersonalFact } from '../personal-facts.ts'
import type { vi } from './marked-text.vi.ts'

export interface PostedMarked {
  dismissed: string[]
  /** Publish, rather than look again at what was changed. */
  publishes: boolean
  errors: FieldError[]
}

/** What an officer sent of a text that others will read; `limits` of its fields by name. */
export function readMarked(request: FastifyRequest, limits: Record<string, number>, t: typeof vi): PostedMarked {
  const publishes = postedText(request, 'do') === 'publish'
  const errors: FieldError[] = []
  for (const [field, most] of Object.entries(limits)) {
    const { length } = postedText(request, field)
    if (length === 0) errors.push({ field, message: t.empty })
    if (length > most) errors.push({ field, message: t.tooLong(most) })
  }
  if (publishes && postedText(request, 'looked') !== 'yes') errors.push({ field: 'looked', message: t.notLooked })
  return { dismissed: postedList(request, 'dismiss'), publishes, errors }
}

/** One line for each mark that is left. */
export function errorsOfLeft(left: readonly PersonalFact[], t: typeof vi): FieldError[] {
  return [...new Set(left.map(({ text }) => text))].map((text) => ({ field: 'dismiss', message: t.left(text) }))
}
