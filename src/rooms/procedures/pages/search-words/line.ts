import { fold } from '#kernel/vietnamese.ts'
import { SHIPPED, type WordEntry } from '../../search/lexicon.ts'
import { hasMarks } from '../../search/syllables.ts'
import { type Standing, standingOf } from '../../search/words.ts'
import type { LatestEntry } from '../../store/search-words.ts'

/** One entry in the list of an agency. */
export interface WordsLine {
  entry: string
  words: WordEntry
  standing: Standing
  /** Who said it last, where somebody did. */
  last: { at: Date; name: string } | undefined
}

/** What the agency said last comes first, then the shipped ones; those that have the words, where some are given. */
export function linesOf(said: readonly LatestEntry[], filter: string): WordsLine[] {
  const here = new Map(said.map((one) => [one.entry, one]))
  const standing = new Map(said.map(({ entry, words }) => [entry, words]))
  const fits = fitting(filter.trim())
  return [...new Set([...here.keys(), ...SHIPPED.keys()])]
    .flatMap((entry): WordsLine[] => {
      const last = here.get(entry)
      const words = last?.lastWords ?? SHIPPED.get(entry)
      if (!words || !fits(textOf(words))) return []
      return [
        { entry, words, standing: standingOf(entry, standing), last: last && { at: last.at, name: last.officerName } },
      ]
    })
    .sort((one, other) => (other.last?.at.getTime() ?? 0) - (one.last?.at.getTime() ?? 0))
}

/** Marks that were typed must be there: `sổ` is not `số`. */
function fitting(filter: string): (text: string) => boolean {
  const wanted = hasMarks(filter) ? filter.toLowerCase() : fold(filter)
  return (text) => (hasMarks(filter) ? text.toLowerCase() : fold(text)).includes(wanted)
}

function textOf(words: WordEntry): string {
  const said = words.kind === 'phrase' ? words.said : [...words.when.flat(), ...words.unless]
  return [...said, words.means, ...words.codes].join(' ')
}
