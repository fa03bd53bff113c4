import type { FastifyRequest } from 'fastify'
import { wordsFor } from '#platform/i18n/index.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'

/** The words that all pages of petitions share. */
export const sharedWords = (request: FastifyRequest) => wordsFor(request, { vi, en })

export type Shared = typeof vi
