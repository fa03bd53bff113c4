import './tables.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { WordEntry } from '../search/lexicon.ts'

/** What an agency said about an entry, who said it and when. */
export interface SaidEntry {
  entry: string
  version: number
  /** Null: taken out of use. */
  words: WordEntry | null
  at: Date
  officerName: string
}

/** What counts of an entry, and what it said before it was taken out of use. */
export interface LatestEntry extends SaidEntry {
  lastWords: WordEntry | null
}

/** What the agency says today, one line for each entry. */
export async function listSaidWords(tx: Tx, agencyId: number): Promise<LatestEntry[]> {
  const { rows } = await sql<LatestEntry>`
    select distinct on (s.entry) s.entry, s.version, s.words, s.at, s.officer_name as "officerName",
      coalesce(s.words, (select o.words from search_words o where o.agency_id = s.agency_id and o.entry = s.entry
        and o.words is not null order by o.version desc limit 1)) as "lastWords"
    from search_words s where s.agency_id = ${agencyId} order by s.entry, s.version desc`.execute(tx)
  return rows
}

/** Everything that was said about one entry, the newest first. */
export async function listWordsHistory(tx: Tx, agencyId: number, entry: string): Promise<SaidEntry[]> {
  return tx
    .selectFrom('search_words')
    .select(['entry', 'version', 'words', 'at', 'officer_name as officerName'])
    .where('agency_id', '=', agencyId)
    .where('entry', '=', entry)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
}

export interface NewWords extends Omit<SaidEntry, 'officerName'> {
  by: { officerId: string; name: string }
}

export async function insertSaidWords(tx: Tx, agencyId: number, said: NewWords): Promise<void> {
  await tx
    .insertInto('search_words')
    .values({
      agency_id: agencyId,
      entry: said.entry,
      version: said.version,
      words: said.words === null ? null : JSON.stringify(said.words),
      at: said.at,
      officer_id: said.by.officerId,
      officer_name: said.by.name,
    })
    .execute()
}

/** Of these codes the ones that the catalogue has, with their names. */
export async function namesOfCodes(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from procedures where code = any(${[...codes]}::text[])`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
