import type { Citizen } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { type Dossier, loadPlaces, submitDossier } from '#rooms/dossiers/index.ts'
import type { FormContext } from '#rooms/forms/index.ts'
import { captured } from './capture.ts'
import { CITIZEN } from './desk.ts'
import { type Figure, spreadOf } from './figures.ts'
import type { Portal } from './portal.ts'
import { replay } from './replay.ts'
import { draftId, personId, SERVICE, sampleService, stageCitizens, stageDrafts } from './stage.ts'
import { Visitor } from './visitor.ts'

const CLIENTS = 8
const GROUP = 'Filing'

/** Takes the numbers one after another, several at a time. */
async function each(numbers: readonly number[], work: (number: number) => Promise<void>): Promise<void> {
  const left = [...numbers]
  const lane = async () => {
    for (let number = left.shift(); number !== undefined; number = left.shift()) await work(number)
  }
  await Promise.all(Array.from({ length: CLIENTS }, lane))
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}

async function filer(): Promise<(number: number) => Promise<Dossier>> {
  const { package: service } = await sampleService()
  const places = await read(1, (tx) => loadPlaces(tx, 1))
  const communes = places.units.filter(({ kind }) => kind === 'commune')
  const context: FormContext = {
    today: today(),
    applicant: { kind: 'person' },
    lists: { communes: communes.map(({ code, name }) => ({ value: code, label: name })), provinces: [] },
  }
  return (number) => {
    const citizen: Citizen = {
      kind: 'citizen',
      agencyId: 1,
      personId: personId(number),
      name: 'Vàng Thị Thử',
      assurance: 'level-2',
    }
    return submitDossier(citizen, {
      key: draftId(number),
      procedureCode: SERVICE,
      serviceVersion: service.service.version,
      channel: 'online',
      language: 'vi',
      from: { draftId: draftId(number) },
      context,
      applicant: { kind: 'person', name: citizen.name, identityNumber: '000198000002' },
    })
  }
}

/** Filing, as the command that the web process calls; against the same statements sent by a client that does nothing else. */
export async function measureFiling(portal: Portal, { filings, seconds }: { filings: number; seconds: number }) {
  const file = await filer()
  const warm = Math.ceil(filings / 5)
  const first = CITIZEN + 1
  const drafts = first + warm + filings
  await stageCitizens(portal.database, drafts)
  await stageDrafts(portal.database, { from: first, to: drafts })
  await each(range(first, warm), async (number) => void (await file(number)))

  const times: number[] = []
  const began = performance.now()
  await each(range(first + warm, filings), async (number) => {
    const start = performance.now()
    await file(number)
    times.push(performance.now() - start)
  })
  const perSecond = (filings / (performance.now() - began)) * 1000
  const spread = spreadOf(times)

  let dossier: Dossier | undefined
  const statements = await captured(async () => {
    dossier = await file(drafts)
  })
  if (!dossier) throw new Error('nothing was filed')
  const filed = { statements, number: drafts, dossierId: dossier.id, temporaryCode: dossier.temporaryCode }
  const bare = await replay({ address: portal.database, filed, clients: CLIENTS, seconds, drafts })
  const note = `${bare.by}, the same ${statements.length} statements: ${Math.round(bare.perSecond)}/s`
  const figures: Figure[] = [
    { group: GROUP, name: 'command, one process', value: perSecond, unit: 'dossiers/s', note: `${CLIENTS} at a time` },
    {
      group: GROUP,
      name: 'command, of the bare statements',
      value: (100 * perSecond) / bare.perSecond,
      unit: '%',
      budget: { least: 50 },
      note,
    },
    {
      group: GROUP,
      name: 'command, p95',
      value: spread.p95,
      unit: 'ms',
      budget: { most: 200 },
      note: `p50 ${spread.p50.toFixed(1)} ms`,
    },
  ]
  return [...figures, ...(await overHttp(portal, { from: drafts + 1, filings }))]
}

/** The last button of the form, pressed in several browsers. */
async function overHttp(portal: Portal, { from, filings }: { from: number; filings: number }): Promise<Figure[]> {
  const cookies = await stageCitizens(portal.database, from + filings)
  await stageDrafts(portal.database, { from, to: from + filings - 1 })
  const visitors = new Map<number, Visitor>()
  for (const number of range(from, filings)) visitors.set(number, new Visitor(cookies[number - 1]))
  await each(range(from, filings), async (number) => {
    const shown = await visitors.get(number)?.get(`/procedures/${SERVICE}/apply/check`)
    if (shown?.status !== 200) throw new Error(`the check of answers says ${shown?.status}`)
  })
  const times: number[] = []
  const before = await portal.usage()
  const began = performance.now()
  await each(range(from, filings), async (number) => {
    const answer = await visitors
      .get(number)
      ?.post(`/procedures/${SERVICE}/apply/check`, { draft: draftId(number), revision: '1', declaration: 'yes' })
    if (answer?.status !== 303 || !answer.headers.location?.endsWith('/submitted'))
      throw new Error(`filing says ${answer?.status} ${answer?.headers.location}`)
    times.push(answer.milliseconds)
  })
  const seconds = (performance.now() - began) / 1000
  const cpu = ((await portal.usage()).cpuSeconds - before.cpuSeconds) / filings
  const spread = spreadOf(times)
  return [
    {
      group: GROUP,
      name: 'over HTTP, one process',
      value: filings / seconds,
      unit: 'dossiers/s',
      note: `${CLIENTS} at a time`,
    },
    {
      group: GROUP,
      name: 'over HTTP, p95',
      value: spread.p95,
      unit: 'ms',
      budget: { most: 200 },
      note: `p50 ${spread.p50.toFixed(1)} ms`,
    },
    { group: 'CPU a request', name: 'whole submission', value: cpu * 1000, unit: 'ms', budget: { most: 8 } },
  ]
}
