import { entryName, SHIPPED, type WordEntry } from './lexicon.ts'
import { keysOf } from './syllables.ts'

/** What an agency says about an entry; null: it is not used here. */
export type SaidWords = ReadonlyMap<string, WordEntry | null>

/** The shipped entries with what an agency says in their places, and its own after them. */
export function wordsInForce(said: SaidWords): WordEntry[] {
  const shipped = [...SHIPPED].flatMap(([name, entry]) => {
    const here = said.get(name)
    return here === undefined ? [entry] : here === null ? [] : [here]
  })
  const own = [...said].flatMap(([name, entry]) => (entry !== null && !SHIPPED.has(name) ? [entry] : []))
  return [...shipped, ...own]
}

export type Standing = 'shipped' | 'changed' | 'own' | 'retired'

export function standingOf(name: string, said: SaidWords): Standing {
  const here = said.get(name)
  if (here === null) return 'retired'
  if (!SHIPPED.has(name)) return 'own'
  return here === undefined ? 'shipped' : 'changed'
}

/** What somebody may have got wrong when they wrote an entry. */
export type WordsProblem = 'said' | 'said-long' | 'when' | 'means' | 'codes' | 'many'

const MOST_SAID = 60
const MOST_GROUPS = 4
const MOST_CODES = 10
const LONGEST = 80
const LONGEST_MEANING = 200
/** More than this an agency cannot look after, and every search would pay for it. */
export const MOST_ENTRIES = 1000

/** What is wrong with an entry; empty when it can be kept. `known` are the codes that the catalogue has. */
export function wordsProblems(entry: WordEntry, known: ReadonlySet<string>): WordsProblem[] {
  const problems = entry.kind === 'phrase' ? phraseProblems(entry.said) : situationProblems(entry)
  if (keysOf(entry.means).length === 0 || entry.means.length > LONGEST_MEANING) problems.push('means')
  if (entry.codes.length > MOST_CODES || entry.codes.some((code) => !known.has(code))) problems.push('codes')
  return problems
}

function phraseProblems(said: readonly string[]): WordsProblem[] {
  if (said.length === 0) return ['said']
  return said.length > MOST_SAID || said.some(isBad) ? ['said-long'] : []
}

function situationProblems({ when, unless }: { when: string[][]; unless: string[] }): WordsProblem[] {
  if (when.length === 0 || when.length > MOST_GROUPS) return ['when']
  // A group is looked for by one, two or three syllables: a longer one would never be found.
  const longer = [...when.flat(), ...unless].some((words) => isBad(words) || keysOf(words).length > 3)
  return longer || when.flat().length + unless.length > MOST_SAID ? ['when'] : []
}

function isBad(words: string): boolean {
  return keysOf(words).length === 0 || words.length > LONGEST
}

/** The name of an entry that is new here; a number behind it where the words are taken already. */
export function newName(entry: WordEntry, taken: (name: string) => boolean): string {
  const first = entry.kind === 'phrase' ? (entry.said[0] ?? '') : `khi ${entry.when.map(([one = '']) => one).join(' ')}`
  const name = entryName(first).slice(0, 100).replace(/-$/, '') || 'loi'
  if (!taken(name)) return name
  let number = 2
  while (taken(`${name}-${number}`)) number += 1
  return `${name}-${number}`
}
