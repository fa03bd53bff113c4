import { isLight } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'
import { syllablesOf } from './syllables.ts'

/** More syllables than this begin alike only where a single letter was typed. */
const MOST_TRIED = 400

/**
 * The query as it will probably be when the word being typed is finished: `dang ky ket h` → `dang ky ket hon`. The last
 * syllable is left alone when it is a word as it stands; otherwise it becomes the one that most often follows the
 * syllable before it.
 */
export function completed(index: SearchIndex, query: string): string {
  const syllables = syllablesOf(query)
  const last = syllables.at(-1)
  if (!last || /[^\p{L}\p{N}]$/u.test(query)) return query
  const before = syllables.at(-2)?.key
  const together = (key: string) => (before === undefined ? 0 : index.pairs.count(`${before} ${key}`))
  if (isLight(last.key) || (index.terms.has(last.key) && (before === undefined || together(last.key) > 0))) return query
  const best = beginningWith(index.vocabulary, last.key)
    .map((key) => ({ key, worth: together(key) * 1000 + index.terms.count(key) }))
    .sort((one, other) => other.worth - one.worth)[0]
  return best ? query.replace(/[\p{L}\p{M}\p{N}]+$/u, best.key) : query
}

function beginningWith(vocabulary: readonly string[], start: string): string[] {
  let low = 0
  let high = vocabulary.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((vocabulary[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; at < vocabulary.length && found.length < MOST_TRIED; at += 1) {
    const word = vocabulary[at] ?? ''
    if (!word.startsWith(start)) break
    found.push(word)
  }
  return found
}
