import { fold } from '#kernel/vietnamese.ts'

// Syllables that stand in every question and tell nothing of what it is about, without their marks.
const EMPTY = new Set(
  (
    'la co cua cho toi minh em anh chi thi va o duoc khong gi can lam nhu the nao xin hoi ve voi da nay do khi thi neu ' +
    'bao nhieu dau ai cac nhung mot muon phai den tu trong de hay se roi a nhe ' +
    'the is are of to for in on at it and or do does can how what when where who my me we you an with if be'
  ).split(' '),
)

/** The syllables of a text that say what it is about: folded, each once, in their order. */
export function tellingWords(text: string, most = 40): string[] {
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  return [...new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word)))].slice(0, most)
}

function pairsOf(text: string): Set<string> {
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`)
  return new Set(pairs.filter((pair) => !pair.split(' ').some((word) => EMPTY.has(word))))
}

const shared = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) => [...one].filter((each) => other.has(each)).length

/**
 * How alike two questions are, 0 to 1. Most Vietnamese words are two syllables, and without marks a single syllable is
 * several words: pairs that stand together count for more than syllables do.
 */
export function alike(one: string, other: string): number {
  const words = new Set(tellingWords(one))
  const otherWords = new Set(tellingWords(other))
  const pairs = pairsOf(one)
  const otherPairs = pairsOf(other)
  const fewest = Math.min(words.size, otherWords.size) + 2 * Math.min(pairs.size, otherPairs.size)
  if (fewest === 0) return 0
  return Math.min(1, (shared(words, otherWords) + 2 * shared(pairs, otherPairs)) / fewest)
}

/** Less than this, and it is another question. */
export const ALIKE = 0.34

/** The most alike first, and none that is not. */
export function mostAlike<T extends { question: string }>(asked: string, candidates: readonly T[], most = 5): T[] {
  return candidates
    .map((one) => ({ one, score: alike(asked, one.question) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one }) => one)
}
