import { Conflict, NotFound } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { isUniqueViolation, type Tx } from '#platform/db/index.ts'
import { SHIPPED, type WordEntry } from '../search/lexicon.ts'
import { MOST_ENTRIES, newName, type WordsProblem, wordsProblems } from '../search/words.ts'
import { insertSaidWords, listSaidWords, namesOfCodes } from '../store/search-words.ts'
import { touchAgency } from '../store/services.ts'

interface Given {
  /** Undefined: an entry that is new here. */
  entry?: string | undefined
  /** Version of the agency's words that was looked at; 0 where it had said nothing yet. */
  seen: number
  by: { officerId: string; name: string }
}

/**
 * Keeps what an agency says about an everyday word: the next search in any process goes by it. Answers what is wrong
 * with it; nothing is kept then. Conflict `procedures.words-changed` when somebody else said something in between.
 */
export async function setSearchWords(
  tx: Tx,
  agencyId: number,
  given: Given & { words: WordEntry },
): Promise<{ entry: string } | { problems: WordsProblem[] }> {
  const { words, by } = given
  const said = await listSaidWords(tx, agencyId)
  const problems = wordsProblems(words, new Set((await namesOfCodes(tx, words.codes)).keys()))
  if (given.entry === undefined && said.length >= MOST_ENTRIES) problems.push('many')
  if (problems.length > 0) return { problems }
  const taken = (name: string) => SHIPPED.has(name) || said.some((one) => one.entry === name)
  const entry = given.entry ?? newName(words, taken)
  await keep(tx, agencyId, { ...given, entry, words, by })
  return { entry }
}

/** Takes an entry out of use at this agency; what was said about it stays to be read. */
export async function retireSearchWords(tx: Tx, agencyId: number, given: Given & { entry: string }): Promise<void> {
  await keep(tx, agencyId, { ...given, words: null })
}

async function keep(
  tx: Tx,
  agencyId: number,
  { entry, seen, words, by }: Given & { entry: string; words: WordEntry | null },
): Promise<void> {
  const latest = (await listSaidWords(tx, agencyId)).find((one) => one.entry === entry)?.version ?? 0
  if (latest === 0 && seen === 0 && !SHIPPED.has(entry) && words === null)
    throw new NotFound('procedures.words-not-found')
  if (latest !== seen) throw new Conflict('procedures.words-changed', { entry })
  try {
    await insertSaidWords(tx, agencyId, { entry, version: seen + 1, words, at: now(), by })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('procedures.words-changed', { entry })
    throw error
  }
  await touchAgency(tx, agencyId)
}
