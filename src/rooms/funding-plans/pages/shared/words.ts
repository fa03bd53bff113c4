import type { FastifyRequest } from 'fastify'
import { wordsFor } from '#platform/i18n/index.ts'
import { en } from '../../words.en.ts'
import { vi } from '../../words.vi.ts'

/** The words of the room in the language of the request. */
export function roomWords(request: Pick<FastifyRequest, 'language'>): typeof vi {
  return wordsFor(request, { vi, en })
}

export type RoomWords = typeof vi
