import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

/** The words of the frame and of the components themselves. */
export function frameWords(language: Language): typeof vi {
  return wordsFor({ language }, { vi, en })
}
