import { type Selectable, sql } from 'kysely'
import { asInstallation, type Tables, type Tx } from '#platform/db/index.ts'
import type { Host } from '#platform/http/index.ts'
import type { Agency, NewAgency } from '../agency.ts'
import './tables.ts'

function agencyOf(row: Selectable<Tables['agencies']>): Agency {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    fullName: row.full_name,
    portalName: row.portal_name,
    contact: row.contact,
    seedColour: row.seed_colour,
  }
}

export async function listAgencies(tx: Tx): Promise<Agency[]> {
  const rows = await tx.selectFrom('agencies').selectAll().orderBy('id').execute()
  return rows.map(agencyOf)
}

export async function findAgencyByCode(tx: Tx, code: string): Promise<Agency | undefined> {
  const row = await tx.selectFrom('agencies').selectAll().where('code', '=', code).executeTakeFirst()
  return row && agencyOf(row)
}

export async function nextAgencyId(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`select nextval(pg_get_serial_sequence('agencies', 'id')) as id`.execute(tx)
  if (!rows[0]) throw new Error('the sequence of agencies gave no number')
  return rows[0].id
}

export async function insertAgency(tx: Tx, id: number, agency: NewAgency): Promise<void> {
  const { code, kind, name, contact } = agency
  await tx
    .insertInto('agencies')
    .values({
      id,
      code,
      kind,
      name,
      full_name: agency.fullName,
      contact,
      portal_name: agency.portalName,
      seed_colour: agency.seedColour,
    })
    .execute()
  const hosts = agency.hosts.map(({ host, language }) => ({ host: host.toLowerCase(), language, agency_id: id }))
  await tx.insertInto('agency_hosts').values(hosts).execute()
}

/** Every host of every agency: agency by agency, Vietnamese first. */
export async function listHosts(): Promise<Host[]> {
  return asInstallation(async (tx) => {
    const agencies = await listAgencies(tx)
    const rows = await tx.selectFrom('agency_hosts').selectAll().orderBy('language', 'desc').execute()
    return agencies.flatMap((agency) => {
      const own = rows.filter((row) => row.agency_id === agency.id)
      return own.map(({ host, language }) => {
        const sisterHost = own.find((row) => row.language !== language)?.host ?? host
        return { agency, language, host, sisterHost }
      })
    })
  })
}

async function loadHosts(): Promise<Map<string, Host>> {
  return new Map((await listHosts()).map((host) => [host.host, host]))
}

const FRESH_FOR_MS = 30_000
let known: { hosts: Promise<Map<string, Host>>; until: number } | undefined

/** Reads the hosts anew at the next request. */
export function forgetHosts(): void {
  known = undefined
}

/**
 * Whose portal a host name is, and in which language. Answers from memory, for every request: all hosts are read at
 * once and for half a minute, so that a flood of unknown names costs the database nothing.
 */
export async function findHost(hostname: string): Promise<Host | undefined> {
  if (!known || known.until < performance.now()) {
    const loading = { hosts: loadHosts(), until: performance.now() + FRESH_FOR_MS }
    known = loading
    loading.hosts.catch(() => known === loading && forgetHosts())
  }
  return (await known.hosts).get(hostname.toLowerCase())
}
