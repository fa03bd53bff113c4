import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { en } from '../pages/rate/rate.en.ts'
import { vi } from '../pages/rate/rate.vi.ts'
import { ratingPath } from './link.ts'

/** What a letter says at its end, and where that leads: one dossier, rated without signing in. R-163 */
export function inviteToRate(
  agencyId: number,
  { dossierId, language }: { dossierId: string; language: Language },
): { says: string; path: string } {
  return { says: wordsFor({ language }, { vi, en }).invitation, path: ratingPath(agencyId, dossierId) }
}
