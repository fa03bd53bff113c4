import pg from 'pg'
import { DatabaseProblem } from './problem.ts'

const ROLES = { motcua_owner: 'nologin', motcua_app: 'login', motcua_migrator: 'login' } as const

/** What has to hold, each with the statement that brings it about. `$db` and `$me` stand for the database and the login. */
const GRANTS = [
  ["pg_has_role('motcua_migrator', 'motcua_owner', 'usage')", 'grant motcua_owner to motcua_migrator'],
  ["pg_has_role('motcua_owner', 'usage')", 'grant motcua_owner to $me'],
  ["pg_has_role('motcua_app', 'usage')", 'grant motcua_app to $me'],
  ["has_schema_privilege('motcua_owner', 'public', 'create')", 'grant create on schema public to motcua_owner'],
  [
    "has_database_privilege('motcua_owner', current_database(), 'create') and has_database_privilege('motcua_owner', current_database(), 'temporary')",
    'grant create, temporary on database $db to motcua_owner',
  ],
] as const

const NOT_ALLOWED = '42501'
const NO_SUCH_ROLE = '42704'

/** Runs what this login may run. Of a right it cannot give, PostgreSQL says so by an error or by a warning only. */
async function attempt(client: pg.ClientBase, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && [NOT_ALLOWED, NO_SUCH_ROLE].includes(error.code ?? ''))) throw error
  }
}

/**
 * The three roles and what they may. A login that may create roles makes them; otherwise an administrator has made them
 * before. Throws DatabaseProblem with the statements the administrator has to run.
 */
export async function ensureRoles(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query("select format('%I', current_user) as me, format('%I', current_database()) as db")
  const { me, db } = rows[0] as { me: string; db: string }
  const wanted = [
    ...Object.entries(ROLES).map(([role, kind]) => [
      `exists (select from pg_roles where rolname = '${role}')`,
      `create role ${role} ${kind}`,
    ]),
    ...GRANTS.map(([holds, grant]) => [holds, grant.replace('$me', me).replace('$db', db)]),
  ]
  const left: string[] = []
  for (const [holds = '', statement = ''] of wanted) {
    if (await isTrue(client, holds)) continue
    await attempt(client, statement)
    if (!(await isTrue(client, holds))) left.push(statement)
  }
  if (left.length > 0) {
    throw new DatabaseProblem(
      `The login of DATABASE_URL may not prepare the database. An administrator of PostgreSQL has to run, once, in ${db}:\n${left.map((statement) => `  ${statement};`).join('\n')}`,
    )
  }
}

/** Of a role that is not there yet, nothing is true. */
async function isTrue(client: pg.ClientBase, condition: string): Promise<boolean> {
  try {
    const { rows } = await client.query<{ holds: boolean }>(`select ${condition} as holds`)
    return rows[0]?.holds === true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_ROLE) return false
    throw error
  }
}
