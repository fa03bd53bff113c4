import { mkdir, writeFile } from 'node:fs/promises'
import pg from 'pg'
import type { Viewer } from '#kernel/viewer.ts'
import { projectPath } from '#platform/config/index.ts'
import { read } from '#platform/db/index.ts'
import { createTestApp } from '#platform/http/testing.ts'
import { dossierRoutes } from '#rooms/dossiers/index.ts'
import { demonstrationOfficerId, getOfficer } from '#rooms/identity/index.ts'
import { deskRoutes } from '#rooms/processing/index.ts'
import { captured, type Statement } from './capture.ts'
import type { Portal } from './portal.ts'
import { asOwner } from './stage.ts'

const PAGES = [
  ['queue of the case officer: mine', 'lo-thi-mau', '/desk?view=mine'],
  ['queue of the case officer: free', 'lo-thi-mau', '/desk?view=free'],
  ['queue of the case officer: all', 'lo-thi-mau', '/desk?view=all'],
  ['queue of the case officer: waiting for the person', 'lo-thi-mau', '/desk?view=supplement'],
  ['queue of the desk: to be received', 'tran-van-thu', '/desk?view=intake'],
  ['workspace, by code', 'lo-thi-mau', '/desk/dossiers/:code'],
  ['register', 'tran-van-thu', '/desk/register'],
  ['tracking, by code', undefined, '/track/:code'],
  ['own dossiers', 'citizen', '/my'],
] as const

async function officer(subject: string): Promise<Viewer> {
  const officerId = demonstrationOfficerId(subject)
  const { name, appointments } = await read(1, (tx) => getOfficer(tx, officerId))
  return { kind: 'officer', agencyId: 1, officerId, name, appointments }
}

interface Sample {
  code: string
  person_id: string
}

async function viewerFor(who: string | undefined, { person_id }: Sample): Promise<Viewer | undefined> {
  if (who === undefined) return undefined
  if (who === 'citizen') return { kind: 'citizen', agencyId: 1, personId: person_id, name: 'Thử', assurance: 'level-2' }
  return officer(who)
}

/** The plan of every statement a page sends, as the application's own role gets it. */
async function explain(client: pg.Client, statements: readonly Statement[]): Promise<string[]> {
  const told: string[] = []
  const seen = new Set<string>()
  for (const { text, values } of statements) {
    if (!/^\s*(select|with)/i.test(text) || seen.has(text)) continue
    seen.add(text)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, [...values])
    told.push(`${text.trim()}\n\n${rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n')}\n`)
  }
  return told
}

/** Writes `bench/plans/{dossiers}.txt`: what to read when a page grows with the history behind it. */
export async function savePlans(portal: Portal, dossiers: number): Promise<string> {
  const [sample] = await asOwner<Sample>(
    portal.database,
    `select code, person_id from dossiers where competent_unit_id = (select id from units where code = 'H99.12')
       and status = 'processing' order by id desc limit 1`,
  )
  if (!sample) throw new Error('no dossier to explain')
  const site = await createTestApp([dossierRoutes, deskRoutes])
  const client = new pg.Client(portal.database.app)
  await client.connect()
  const parts: string[] = []
  for (const [name, who, path] of PAGES) {
    const viewer = await viewerFor(who, sample)
    const address = path.replace(':code', sample.code)
    const statements = await captured(async () => {
      const { statusCode } = await site.get(address, viewer ? { viewer } : {})
      if (statusCode !== 200) throw new Error(`${address} answers ${statusCode}`)
    })
    await client.query("begin read only; set local motcua.agency = '1'")
    parts.push(`== ${name}: ${path}\n`, ...(await explain(client, statements)))
    await client.query('rollback')
  }
  await client.end()
  await site.app.close()
  const file = projectPath('bench/plans', `${dossiers}.txt`)
  await mkdir(projectPath('bench/plans'), { recursive: true })
  await writeFile(file, parts.join('\n'))
  return file
}
