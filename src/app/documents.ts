import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import pg from 'pg'
import { configSchema, projectPath } from '#platform/config/index.ts'

/** A generated document: where it lies and what it must hold. */
export interface GeneratedDocument {
  path: string
  content: string
}

/** `docs/operate/configure.md`, from the schema of the configuration. */
export function describeConfiguration(): GeneratedDocument {
  const rows = Object.entries(configSchema.shape).map(([key, field]) => {
    const byDefault = configSchema.partial().safeParse({}).data?.[key as keyof typeof configSchema.shape]
    const shown = typeof byDefault === 'boolean' ? (byDefault ? 'on' : 'off') : byDefault
    return `| \`${key}\` | ${shown === undefined ? 'unset' : `\`${shown}\``} | ${field.description ?? ''} |`
  })
  const content = `# Configuration

Every key is read from the environment when a process starts; wrong ones are all listed at once, and the process stops. Generated from \`src/platform/config/config.ts\`.

| Key | Default | Meaning |
|---|---|---|
${rows.join('\n')}
`
  return { path: 'docs/operate/configure.md', content }
}

const REQUIREMENT = /\bR-\d{3}\b/g

/** `conformance/README.md`: each requirement against the tests that name it. */
export async function describeConformance(): Promise<GeneratedDocument> {
  const proofs = new Map<string, Set<string>>()
  for (const folder of ['src', 'sandbox', 'conformance', 'journeys']) {
    for (const file of await listTests(projectPath(folder))) {
      const text = await readFile(file, 'utf8')
      for (const [, title = ''] of text.matchAll(
        /\b(?:test|it)(?:\.each\([^)]*\)|\.skipIf\([^)]*\))*\(\s*['"`]([^'"`]*)/g,
      )) {
        for (const [id] of title.matchAll(REQUIREMENT)) {
          const tests = proofs.get(id) ?? new Set()
          proofs.set(id, tests.add(`${title.replaceAll('|', '\\|')} (\`${relative(projectPath(), file)}\`)`))
        }
      }
    }
  }
  const rows = [...proofs]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, tests]) => `| ${id} | ${[...tests].sort().join('<br>')} |`)
  const content = `# What is shown, and by which test

Requirements whose number stands in the name of a test. Generated; a requirement that is not here is not claimed.

| Requirement | Tests |
|---|---|
${rows.join('\n')}
`
  return { path: 'conformance/README.md', content }
}

async function listTests(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
         pg_get_expr(d.adbin, d.adrelid) as "default"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname, a.attnum`
const RULES = `
  select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as text
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, contype desc, conname`
const INDEXES = `
  select i.tablename as "table", i.indexdef as text from pg_indexes i
   where schemaname = 'public'
     and not exists (select from pg_constraint where conname = i.indexname) order by 1, i.indexname`
const PROTECTION = `
  select c.relname as "table", c.relrowsecurity and c.relforcerowsecurity as tenant,
         has_table_privilege('motcua_app', c.oid, 'update') as changeable
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

interface Row {
  table: string
  name: string
  text: string
  type: string
  required: boolean
  default: string | null
  tenant: boolean
  changeable: boolean
}

/** \`db/schema/<table>.txt\`: every table in words, as the migrations leave it. */
export async function describeSchema(database: pg.ClientConfig): Promise<GeneratedDocument[]> {
  const client = new pg.Client(database)
  await client.connect()
  const ask = async (statement: string) => (await client.query<Row>(statement)).rows
  const [columns, rules, indexes, protection] = [
    await ask(COLUMNS),
    await ask(RULES),
    await ask(INDEXES),
    await ask(PROTECTION),
  ]
  await client.end()

  return protection.map(({ table, tenant, changeable }) => {
    const mine = (rows: Row[]) => rows.filter((row) => row.table === table)
    const lines = [
      table,
      tenant ? 'rows belong to an agency (row-level security, forced)' : 'one for the whole installation',
      ...(changeable ? [] : ['the application adds rows and never changes them']),
      '',
      ...mine(columns).map(
        ({ name, type, required, default: byDefault }) =>
          `  ${name}: ${type}${required ? '' : ', may be empty'}${byDefault ? `, else ${byDefault}` : ''}`,
      ),
      '',
      ...mine(rules).map(({ text }) => `  ${text}`),
      ...mine(indexes).map(({ text }) => `  ${text.replace(/^CREATE /, '').replace(/ ON public\./, ' on ')}`),
    ]
    return { path: `db/schema/${table}.txt`, content: `${lines.join('\n').trimEnd()}\n` }
  })
}

/** Writes what differs. Returns the paths that differed. */
export async function writeDocuments(documents: GeneratedDocument[], { check }: { check: boolean }): Promise<string[]> {
  const changed: string[] = []
  for (const { path, content } of documents) {
    const present = await readFile(projectPath(path), 'utf8').catch(() => undefined)
    if (present === content) continue
    changed.push(path)
    if (!check) await writeFile(projectPath(path), content)
  }
  return changed
}
