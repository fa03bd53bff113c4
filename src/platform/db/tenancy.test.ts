import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from './testing.ts'

const address = useTestDatabase()

/** Tables that hold no agency's rows, and why. */
const SHARED: Record<string, string> = {
  agencies: 'the list of tenants itself',
  agency_hosts: 'read before the tenant is known',
  procedures: 'the national catalogue',
  procedure_versions: 'the national catalogue',
  catalogue_imports: 'the national catalogue',
  catalogue_state: 'the national catalogue',
  national_calendar_decisions: 'the nation’s working calendar',
  exchange_topics: 'the contract of an outside system, the same for every agency',
  exchange_status_codes: 'the contract of an outside system, the same for every agency',
  legal_texts: 'the national catalogue: what procedures rest on',
  procedure_legal_texts: 'the national catalogue: what procedures rest on',
  intake_rules: 'what each way of working means, the same for every agency',
  places: 'provinces and communes of the whole country, the same for every agency',
  former_places: 'what communes were called before, the same for every agency',
  post_places: 'the carriers’ codes of places, the same for every agency',
  registry_questions: 'which registry knows what, the same for every agency',
  sessions: 'found by the cookie before the tenant is trusted',
  sign_in_attempts: 'found by the state that comes back',
}

interface Table {
  name: string
  protected: boolean
  forced: boolean
  tenant: boolean
}
let tables: Table[]
let uniques: { table: string; name: string; first: string }[]

beforeAll(async () => {
  const client = new pg.Client(address().owner)
  await client.connect()
  tables = (
    await client.query<Table>(`
      select c.relname as name, c.relrowsecurity as protected, c.relforcerowsecurity as forced,
             exists (select from pg_attribute where attrelid = c.oid and attname = 'agency_id') as tenant
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  ).rows
  uniques = (
    await client.query(`
      select c.relname as "table", i.relname as name, a.attname as first
        from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
       where c.relnamespace = 'public'::regnamespace and x.indisunique`)
  ).rows
  await client.end()
})

test('R-031: every table is a tenant’s, protected for its owner too, or is on the list of shared ones', () => {
  const open = tables.filter((table) => !(table.tenant && table.protected && table.forced)).map(({ name }) => name)
  expect(open.filter((name) => !(name in SHARED))).toEqual([])
})

test('every unique key of a tenant table leads with the agency, so that rows can be spread by agency', () => {
  const wrong = uniques.filter(({ table, first }) => !(table in SHARED) && first !== 'agency_id')
  expect(wrong).toEqual([])
})
