import { compareVietnamese, fold } from '#kernel/vietnamese.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { DeskService } from '#rooms/procedures/index.ts'

/** The official name before the everyday one, and that before keywords. */
const MARKS = [4, 2, 1]

function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean)
}

/** 0 when a word is nowhere. */
function scoreOf({ code, service, plain }: DeskService, typed: readonly string[]): number {
  const keywords = [code, ...(plain.vi.keywords ?? []), ...(plain.en.keywords ?? [])]
  const texts = [[service.name.vi, service.name.en], [plain.vi.name, plain.en.name], keywords]
  const places = texts.map((text) => fold(text.join(' ')))
  const marks = typed.map((word) => MARKS[places.findIndex((place) => place.includes(word))] ?? 0)
  return marks.includes(0) ? 0 : marks.reduce((sum, mark) => sum + mark, 0)
}

/** The services in which everything that was typed is found, with marks or without; all of them when nothing was. */
export function findServices(services: readonly DeskService[], query: string, language: Language): DeskService[] {
  const typed = words(query)
  const scored = services.map((one) => ({ one, score: typed.length === 0 ? 1 : scoreOf(one, typed) }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compareVietnamese(a.one.service.name[language], b.one.service.name[language]))
    .map(({ one }) => one)
}
