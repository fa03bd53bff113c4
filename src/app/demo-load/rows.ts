import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from '#platform/db/index.ts'

/** A row as the database answers it, which is also how it is sent: JSON stays JSON. */
export type Row<T extends keyof Tables> = Selectable<Tables[T]>

// Parents before children.
const TABLES = [
  'persons',
  'dossiers',
  'idempotency_keys',
  'receipts',
  'refusals',
  'withdrawals',
  'supplement_requests',
  'pauses',
  'dossier_log',
  'processes',
  'work_items',
  'handovers',
  'proposals',
] as const

type Filled = (typeof TABLES)[number]

/** What a batch writes, table by table. */
export type Rows = { [T in Filled]: Row<T>[] } & { results: Row<'results'>[] }

export function noRows(): Rows {
  return {
    persons: [],
    dossiers: [],
    idempotency_keys: [],
    receipts: [],
    refusals: [],
    withdrawals: [],
    supplement_requests: [],
    pauses: [],
    dossier_log: [],
    processes: [],
    work_items: [],
    handovers: [],
    proposals: [],
    results: [],
  }
}

// Unit and record separators stand in no text of ours, and JSON writes them otherwise.
const [BETWEEN, BEHIND, NOTHING] = ['\u001f', '\u001e', '\u001a']

/** As PostgreSQL reads it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return NOTHING
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

type AnyRow = Readonly<Record<string, unknown>>

/**
 * One statement, however many rows: they go as one text and are taken apart in the database. COPY would be faster, but
 * it does not obey row-level security, and what is loaded here obeys it as everything else does.
 */
export async function insertAll(tx: Tx, table: keyof Rows, rows: readonly AnyRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const types = await typesOf(tx, table)
  const text = rows.map((row) => names.map((name) => textOf(row[name])).join(BETWEEN)).join(BEHIND)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const values = sql.join(names.map((name, at) => sql`f[${sql.lit(at + 1)}]::${sql.raw(types.get(name) ?? 'text')}`))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${values} from (
      select string_to_array(line, ${BETWEEN}, ${NOTHING}) as f from string_to_table(${text}, ${BEHIND}) as line offset 0
    ) as read`.execute(tx)
}

const known = new Map<string, Map<string, string>>()

async function typesOf(tx: Tx, table: string): Promise<Map<string, string>> {
  const found = known.get(table)
  if (found) return found
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx)
  const types = new Map(rows.map(({ name, type }) => [name, type]))
  known.set(table, types)
  return types
}

/** Everything but the results, whose numbers are not known yet. */
export async function insertLives(tx: Tx, rows: Rows): Promise<void> {
  for (const table of TABLES) await insertAll(tx, table, rows[table])
}

/** How many numbers a place takes, and the last one it has given before them. */
export type Taken = Map<string, number>

/** Takes the numbers of the day, `{unit}/{day}` → how many; answers the last number given before. */
export async function takeCodes(tx: Tx, agencyId: number, wanted: Taken): Promise<Taken> {
  const places = [...wanted.keys()].sort()
  const { rows } = await sql<{ place: string; before: number }>`
    insert into code_counters as counter (agency_id, unit_id, counted_on, last_number)
    select ${agencyId}, split_part(place, '/', 1)::uuid, split_part(place, '/', 2)::date, count
      from unnest(${places}::text[], ${places.map((place) => wanted.get(place))}::int[]) as wanted (place, count)
    on conflict (agency_id, unit_id, counted_on) do update set last_number = counter.last_number + excluded.last_number
    returning unit_id || '/' || counted_on as place, last_number as before`.execute(tx)
  return new Map(rows.map(({ place, before }) => [place, before - (wanted.get(place) ?? 0)]))
}

/** The same for the numbers of results, `{unit}/{year}`. */
export async function takeResultNumbers(tx: Tx, agencyId: number, wanted: Taken): Promise<Taken> {
  const places = [...wanted.keys()].sort()
  const { rows } = await sql<{ place: string; before: number }>`
    insert into result_numbers as counter (agency_id, unit_id, year, last)
    select ${agencyId}, split_part(place, '/', 1)::uuid, split_part(place, '/', 2)::int, count
      from unnest(${places}::text[], ${places.map((place) => wanted.get(place))}::int[]) as wanted (place, count)
    on conflict (agency_id, unit_id, year) do update set last = counter.last + excluded.last
    returning unit_id || '/' || year as place, last as before`.execute(tx)
  return new Map(rows.map(({ place, before }) => [place, before - (wanted.get(place) ?? 0)]))
}

/** The marks of earlier loads with this seed: `demo-load/{seed}/{dossiers}/{last day}/{batch}`. */
export async function findMarks(tx: Tx, agencyId: number, seed: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('idempotency_keys')
    .select('key')
    .where('agency_id', '=', agencyId)
    .where('key', '>=', `demo-load/${seed}/`)
    .where('key', '<', `demo-load/${seed}0`) // '0' follows '/'
    .execute()
  return rows.map(({ key }) => key)
}

/** Codes of the services an agency offers. */
export async function listServiceCodes(tx: Tx, agencyId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('service_versions')
    .select('code')
    .distinct()
    .where('agency_id', '=', agencyId)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
