import type { Tx } from '#platform/db/index.ts'
import { listLog } from '#rooms/dossiers/index.ts'
import type { Adapter, Composed, Given, NotComposed, StatusCodes, Theirs } from '../adapter.ts'
import {
  type Gathered,
  gather,
  listedAs,
  papersOf,
  resultOf,
  sayActor,
  techIdOf,
  unitNames,
} from '../commands/gather.ts'
import type { Connection } from '../connection.ts'
import type { Message, Reply } from '../message.ts'
import { existsAlready, type NationalAccount, NationalClient, replyOf } from './client.ts'
import { dossierMessage, refFor, withoutRef } from './dossier-message.ts'
import { progressMessage } from './progress-message.ts'
import { sayDone } from './progress-words.ts'
import { RATINGS, type ReadRatings, ratingsMessage } from './ratings-message.ts'
import { statusMessage } from './status-message.ts'

const DOSSIER = 'DongBoHoSoMC'
const PROGRESS = 'CapNhatTienDoHoSoMC'
const STATUS = 'DongBoTrangThaiHoSo'

/** The national portal (Cổng Dịch vụ công quốc gia). @see contract v1.4; R-186 */
export function nationalPortal(account: NationalAccount, readRatings?: ReadRatings): Adapter {
  const client = (connection: Connection) => new NationalClient(connection, account)
  return {
    destination: 'national-portal',
    contractVersion: '1.4',
    wholes: new Set([DOSSIER]),
    compose: (tx, message, given) =>
      message.service === RATINGS ? ratingsMessage(tx, message, readRatings) : compose(tx, message, given),
    send: (message, connection) => send(client(connection), message),
    arrived: (message, connection) => arrived(client(connection), message),
    read: async (ref, connection) => theirsIn(await lookUp(client(connection), ref)),
  }
}

async function compose(tx: Tx, message: Message, { codes }: Given): Promise<Composed | NotComposed> {
  const gathered = await gather(tx, message)
  if (message.service === STATUS) return composeStatus(tx, gathered, codes)
  const ref = refFor(gathered)
  if (ref === undefined) return withoutRef(gathered.life)
  return message.service === DOSSIER
    ? composeDossier(tx, gathered, { ref, codes })
    : composeProgress(tx, gathered, { ref, codes })
}

interface Told {
  ref: string
  codes: StatusCodes
}

async function composeDossier(tx: Tx, gathered: Gathered, { ref, codes }: Told): Promise<Composed> {
  const { dossier, life, slips, service, entry } = gathered
  const entries = (await listLog(tx, dossier)).filter(({ seq }) => seq <= entry.seq)
  const unitName = await unitNames(tx, [
    dossier.competentUnitId,
    ...slips.supplementRequests.map(({ unitId }) => unitId),
  ])
  const facts = {
    ...{ dossier, life, slips, codes, unitName },
    ...(await listedAs(tx, dossier)),
    papers: await papersOf(tx, gathered),
    result: await resultOf(tx, entries, service),
  }
  return dossierMessage(facts, ref)
}

async function composeProgress(tx: Tx, gathered: Gathered, { ref, codes }: Told): Promise<Composed> {
  const { entry, life, service } = gathered
  const unitId = life.unitId?.value || life.receivingUnitId.value
  const unitName = await unitNames(tx, [unitId])
  const facts = {
    ...{ entry, life, codes },
    actor: await sayActor(tx, entry.actor, gathered),
    unit: unitName(unitId),
    content: sayDone(entry, service.package.process),
  }
  return progressMessage(facts, ref)
}

async function composeStatus(tx: Tx, gathered: Gathered, codes: StatusCodes): Promise<Composed | NotComposed> {
  const content = sayDone(gathered.entry, gathered.service.package.process)
  return statusMessage({ ...gathered, codes, techId: await techIdOf(tx, gathered.dossier), content })
}

async function send(client: NationalClient, message: Message): Promise<Reply> {
  const { service, payload } = message
  // Not tried again within the call. Ratings whose answer was lost go again later under the same month, procedure and
  // unit: the contract has no question by which to learn whether they arrived.
  if (service === PROGRESS || service === RATINGS) {
    return replyOf(await client.call('integration', { service, data: [payload] }, { repeatable: false }))
  }
  // The state of a dossier of theirs may be told twice: it is the same state.
  if (service === STATUS) {
    return replyOf(await client.call('integration', { service, ...payload }, { repeatable: true }))
  }
  // The whole dossier may be sent twice: it replaces itself.
  const upsert = (isUpdating: boolean) =>
    client.call(
      'integration',
      { service, isUpdating: isUpdating ? 'True' : 'False', data: [payload] },
      { repeatable: true },
    )
  const first = await upsert(message.repeats === true)
  return replyOf(message.repeats !== true && existsAlready(first.envelope) ? await upsert(true) : first)
}

async function lookUp(client: NationalClient, ref: string): Promise<Record<string, unknown> | undefined> {
  const { envelope } = await client.call('share', { service: 'TraCuuHoSo', mahoso: ref }, { repeatable: true })
  const found = Array.isArray(envelope.result) ? envelope.result[0] : envelope.result
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined
}

/** Whether a line of progress whose answer was lost stands there already: a second one would tell a step twice. */
async function arrived(client: NationalClient, message: Message): Promise<boolean | undefined> {
  if (message.service !== PROGRESS || message.ref === undefined) return undefined
  const lines = (await lookUp(client, message.ref))?.TienDo
  if (!Array.isArray(lines)) return undefined
  const { ThoiDiemXuLy, NoiDungXuLy, TrangThai } = message.payload ?? {}
  return lines.some(
    (line) => line?.ThoiDiemXuLy === ThoiDiemXuLy && line?.NoiDungXuLy === NoiDungXuLy && line?.TrangThai === TrangThai,
  )
}

function theirsIn(found: Record<string, unknown> | undefined): Theirs | undefined {
  if (!found) return undefined
  const text = (name: string) => (typeof found[name] === 'string' && found[name] !== '' ? found[name] : undefined)
  return {
    status: text('TrangThaiHoSo') ?? '',
    receivedAt: text('NgayTiepNhan'),
    dueAt: text('NgayHenTra'),
    finishedAt: text('NgayKetThucXuLy'),
    returnedAt: text('NgayTra'),
  }
}
