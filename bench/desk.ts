import { type Figure, spreadOf } from './figures.ts'
import type { Portal } from './portal.ts'
import { asOwner, SERVICE, stageCitizens, stageDrafts, stageOfficer } from './stage.ts'
import { Visitor } from './visitor.ts'

export interface Times {
  p50: number
  p95: number
  cpu: number
}

/** One after another, after a warm-up: what one person waits, and what it costs the server. */
export async function timePages(
  portal: Portal,
  visitor: Visitor,
  { paths, times, expect = 200 }: { paths: readonly string[]; times: number; expect?: number },
): Promise<Times> {
  const ask = async (index: number) => {
    const path = paths[index % paths.length] ?? '/'
    const { status, milliseconds } = await visitor.get(path)
    if (status !== expect) throw new Error(`${path} answers ${status}`)
    return milliseconds
  }
  for (let index = 0; index < Math.min(times, 60); index += 1) await ask(index)
  const before = await portal.usage()
  const taken: number[] = []
  for (let index = 0; index < times; index += 1) taken.push(await ask(index))
  const after = await portal.usage()
  const { p50, p95 } = spreadOf(taken)
  return { p50, p95, cpu: ((after.cpuSeconds - before.cpuSeconds) / times) * 1000 }
}

const VIEWS = [
  { subject: 'lo-thi-mau', who: 'case officer', views: ['mine', 'free', 'all', 'supplement'] },
  { subject: 'tran-van-thu', who: 'desk', views: ['intake', 'all'] },
] as const

/** The queue and the workspace as an officer of the busiest kind sees them, with so many dossiers behind. */
export async function measureDesk(portal: Portal, { dossiers, times }: { dossiers: number; times: number }) {
  const label = dossiers.toLocaleString('en-GB')
  const group = `Desk, ${label} dossiers`
  const figures: Figure[] = []
  let cpu = 0
  for (const { subject, who, views } of VIEWS) {
    const visitor = new Visitor(await stageOfficer(portal.database, subject))
    await visitor.get('/desk')
    for (const view of views) {
      const spread = await timePages(portal, visitor, { paths: [`/desk?view=${view}`], times })
      cpu = Math.max(cpu, spread.cpu)
      const note = `p50 ${spread.p50.toFixed(1)} ms`
      figures.push({
        group,
        name: `queue of the ${who}, ${view}, p95`,
        value: spread.p95,
        unit: 'ms',
        budget: { most: 40 },
        note,
      })
    }
  }
  const visitor = new Visitor(await stageOfficer(portal.database, 'lo-thi-mau'))
  const paths = await workspaces(portal)
  const opened = await timePages(portal, visitor, { paths, times })
  const note = `p50 ${opened.p50.toFixed(1)} ms, ${paths.length} dossiers of all ages`
  figures.push({
    group,
    name: 'workspace of a dossier, p95',
    value: opened.p95,
    unit: 'ms',
    budget: { most: 80 },
    note,
  })
  figures.push({
    group: 'CPU a request',
    name: `queue, ${label} dossiers`,
    value: cpu,
    unit: 'ms',
    budget: { most: 5 },
    note: 'the dearest view',
  })
  figures.push({
    group: 'CPU a request',
    name: `workspace, ${label} dossiers`,
    value: opened.cpu,
    unit: 'ms',
    budget: { most: 5 },
  })
  return figures
}

/** Dossiers of one commune from the first day to the last: what is open, and what is long done. */
async function workspaces(portal: Portal): Promise<string[]> {
  const rows = await asOwner<{ code: string }>(
    portal.database,
    `with edge as (select min(received_at) as first, max(received_at) as last from dossiers where received_at is not null)
     select found.code from edge, generate_series(0, 39) as part, lateral (
       select code from dossiers
        where agency_id = 1 and receiving_unit_id = (select id from units where code = 'H99.12')
          and received_at >= edge.first + (edge.last - edge.first) * part / 40.0
        order by received_at limit 1) as found`,
  )
  return [...new Set(rows.map(({ code }) => `/desk/dossiers/${code}`))]
}

/** Nobody else’s number: those who file begin behind it. */
export const CITIZEN = 1

/** Pages of the public side: kept bytes for who has no session, made anew for who has. */
export async function measurePages(portal: Portal, { times }: { times: number }): Promise<Figure[]> {
  const cookies = await stageCitizens(portal.database, CITIZEN)
  const citizen = new Visitor(cookies[CITIZEN - 1])
  const group = 'CPU a request'
  const budget = { most: 1.2 }
  const anonymous = await timePages(portal, new Visitor(), { paths: [`/procedures/${SERVICE}`], times: times * 5 })
  const signedIn = await timePages(portal, citizen, { paths: [`/procedures/${SERVICE}`], times })
  await stageDrafts(portal.database, { from: CITIZEN, to: CITIZEN })
  const step = await timePages(portal, citizen, { paths: [`/procedures/${SERVICE}/apply/about-you`], times })
  return [
    { group, name: 'procedure page', value: anonymous.cpu, unit: 'ms', budget, note: 'anonymous: kept bytes' },
    {
      group,
      name: 'procedure page, signed in',
      value: signedIn.cpu,
      unit: 'ms',
      budget,
      note: `made anew, p95 ${signedIn.p95.toFixed(1)} ms`,
    },
    { group, name: 'form step', value: step.cpu, unit: 'ms', budget, note: `p95 ${step.p95.toFixed(1)} ms` },
  ]
}
