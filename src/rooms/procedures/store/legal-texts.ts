import './tables.ts'
import { sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { fold } from '#kernel/vietnamese.ts'
import type { Tx } from '#platform/db/index.ts'
import { type LegalKind, type LegalText, legalTextOf } from '../legal-text.ts'
import type { ProcedureRecord } from '../record.ts'

/** Notes which legal texts these procedures rest on today. Only in a transaction that synchronises. */
export async function noteLegalTexts(tx: Tx, records: readonly ProcedureRecord[]): Promise<void> {
  const texts = new Map<string, LegalText>()
  const links = new Map<string, { code: string; slug: string }>()
  for (const { code, law } of records) {
    for (const text of law.flatMap((one) => legalTextOf(one) ?? [])) {
      const known = texts.get(text.slug)
      texts.set(text.slug, known ? fuller(known, text) : text)
      links.set(`${code} ${text.slug}`, { code, slug: text.slug })
    }
  }
  const codes = records.map(({ code }) => code)
  await sql`delete from procedure_legal_texts where code = any(${codes}::text[])`.execute(tx)
  if (texts.size === 0) return
  const rows = [...texts.values()].map((text) => ({ ...text, folded: fold(`${text.number} ${text.title}`) }))
  await sql`
    insert into legal_texts as known (slug, number, kind, issuer, issued_on, title, folded)
    select slug, number, kind, issuer, "issuedOn", title, folded
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(slug text, number text, kind text, issuer text, "issuedOn" date, title text, folded text)
    on conflict (slug) do update set title = excluded.title, folded = excluded.folded,
      issued_on = coalesce(known.issued_on, excluded.issued_on)
    where length(excluded.title) > length(known.title) or known.issued_on is null`.execute(tx)
  await sql`
    insert into procedure_legal_texts (code, slug)
    select code, slug from jsonb_to_recordset(${JSON.stringify([...links.values()])}::jsonb) as r(code text, slug text)`.execute(
    tx,
  )
}

/** Publishers name the same text in many ways: the longer title tells more. */
function fuller(one: LegalText, other: LegalText): LegalText {
  const longer = other.title.length > one.title.length ? other : one
  return { ...longer, issuedOn: one.issuedOn ?? other.issuedOn }
}

/** Of these codes the ones of which no legal text is noted yet. */
export async function withoutLegalTexts(tx: Tx, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${[...codes]}::text[]) as code
    where not exists (select 1 from procedure_legal_texts l where l.code = code.code)`.execute(tx)
  return new Set(rows.map(({ code }) => code))
}

export interface LegalTextLine extends LegalText {
  /** How many procedures rest on it. */
  procedures: number
}

export interface LegalTextsFound {
  lines: LegalTextLine[]
  total: number
  kinds: Map<LegalKind, number>
}

const LINE = sql.raw(`t.slug, t.number, t.kind, t.issuer, t.issued_on as "issuedOn", t.title,
  (select count(*)::int from procedure_legal_texts l where l.slug = t.slug) as procedures`)

/** Texts that have every word of the query in their number or title, those that most procedures rest on first. */
export async function findLegalTexts(
  tx: Tx,
  { query, kind, offset, limit }: { query: string; kind: LegalKind | undefined; offset: number; limit: number },
): Promise<LegalTextsFound> {
  const words = fold(query).split(/\s+/).filter(Boolean).slice(0, 12)
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const { rows: counted } = await sql<{ kind: LegalKind; count: number }>`
    select kind, count(*)::int as count from legal_texts where folded like all(${patterns}::text[])
    group by kind`.execute(tx)
  const kinds = new Map(counted.map((row) => [row.kind, row.count]))
  const { rows: lines } = await sql<LegalTextLine>`
    select ${LINE} from legal_texts t
    where t.folded like all(${patterns}::text[]) and (${kind ?? null}::text is null or t.kind = ${kind ?? null}::text)
    order by procedures desc, t.issued_on desc nulls last, t.slug offset ${offset} limit ${limit}`.execute(tx)
  const all = [...kinds.values()].reduce((sum, count) => sum + count, 0)
  return { lines, kinds, total: kind ? (kinds.get(kind) ?? 0) : all }
}

/** NotFound `procedures.no-such-text` when nothing rests on such a text. */
export async function getLegalText(tx: Tx, slug: string): Promise<LegalTextLine> {
  const { rows } = await sql<LegalTextLine>`select ${LINE} from legal_texts t where t.slug = ${slug}`.execute(tx)
  if (!rows[0]) throw new NotFound('procedures.no-such-text', { slug })
  return rows[0]
}

/** Codes of the procedures that rest on a text, by name. */
export async function listResting(
  tx: Tx,
  slug: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select p.code from procedure_legal_texts l join procedures p on p.code = l.code
    where l.slug = ${slug} order by p.name, p.code offset ${offset} limit ${limit}`.execute(tx)
  return rows.map(({ code }) => code)
}
