import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { canonicalJson, fileDossier, refOf, sha256 } from '#rooms/dossiers/index.ts'
import type { Message } from '../../message.ts'
import { findConnection } from '../../store/connections.ts'
import { type BroughtDossier, readDossier } from '../dossier-brought.ts'
import { accepted, type Envelope, Refused, refused } from '../envelope.ts'
import { onlyItem, withoutBytes } from '../payload.ts'
import {
  answerCall,
  type Call,
  findCall,
  insertCall,
  insertRefused,
  keepWaiting,
  listFiles,
  lockCall,
  refuseWaiting,
  saveFiles,
} from '../store/inbound.ts'
import { type Prepared, prepare, submissionOf } from './prepare.ts'
import { foreignAddresses, takeFiles } from './take-files.ts'

const SERVICE = 'nhanhsdvcqg'

/**
 * A dossier born at the national portal becomes a dossier here, by the command of every door. Sent again it is answered
 * as the first time; other content under the same code is refused. The message and what it causes are one transaction.
 */
export async function takeDossier(agencyId: number, body: Record<string, unknown>): Promise<Envelope> {
  const item = onlyItem(body)
  const brought = item ? readDossier(item, now()) : [{ field: 'data', reason: 'phải có đúng một hồ sơ' }]
  const payload = withoutBytes(item ?? body)
  const ref = Array.isArray(brought) ? String(payload.MaHoSo ?? '').slice(0, 60) : brought.ref
  const call: Call = { agencyId, service: SERVICE, key: `${SERVICE}:${ref}`, ref: ref || undefined, payload }
  try {
    if (Array.isArray(brought)) throw new Refused(brought)
    const known = await read(agencyId, (tx) => findCall(tx, call.key))
    return known ? repeated(known, call) : await take(call, brought)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return keepRefusal(call, error)
  }
}

/** Under a key of its own: a message that is put right comes under the same code. */
async function keepRefusal(call: Call, { reasons }: Refused): Promise<Envelope> {
  const answer = refused(reasons)
  const key = `${call.key}:${sha256(canonicalJson(call.payload)).slice(0, 16)}`
  await transaction(call.agencyId, (tx) => insertRefused(tx, { ...call, key }, { answer, reasons }))
  return answer
}

function repeated(known: Message, call: Call): Envelope {
  if (canonicalJson(known.payload) !== canonicalJson(call.payload)) {
    throw new Refused([{ field: 'MaHoSo', reason: 'đã nhận hồ sơ mang mã này với nội dung khác' }])
  }
  return JSON.parse(known.answer ?? '{}')
}

async function take(call: Call, brought: BroughtDossier): Promise<Envelope> {
  const { agencyId } = call
  const origin = await read(agencyId, fileOrigin)
  const foreign = foreignAddresses(brought.files, origin)
  if (foreign.length > 0) throw new Refused(foreign)
  const prepared = await transaction(agencyId, (tx) => prepare(tx, agencyId, brought))
  const documents = await takeFiles({ ...prepared, files: brought.files, here: [], origin })
  const answer = await transaction(agencyId, async (tx) => {
    const id = await insertCall(tx, call)
    return id === undefined ? undefined : settle(tx, id, { prepared, documents })
  })
  if (answer) return answer
  const first = await read(agencyId, (tx) => findCall(tx, call.key))
  if (!first) throw new Error('a message that was kept cannot be found')
  return repeated(first, call)
}

/** Where the portal keeps files: its own host, or the one the connection names. */
async function fileOrigin(tx: Tx): Promise<string | undefined> {
  const settings = (await findConnection(tx, 'national-portal'))?.settings
  return URL.parse(settings?.filesUrl ?? settings?.url ?? '')?.origin
}

interface Taken {
  prepared: Prepared
  documents: readonly (string | undefined)[]
}

/** Files the dossier when all of it is here; otherwise keeps what is, and sends for the rest. */
async function settle(tx: Tx, messageId: number, { prepared, documents }: Taken): Promise<Envelope> {
  const { citizen, brought } = prepared
  const { agencyId } = citizen
  const ids = documents.filter((id) => id !== undefined)
  if (ids.length < documents.length) {
    const answer = accepted('Đã nhận; đang tải tệp đính kèm', { MaHoSo: brought.ref, MaHoSoDonVi: '', TrangThai: '' })
    await saveFiles(tx, { agencyId, messageId }, documents)
    await keepWaiting(tx, messageId, { answer, problem: 'files-awaited' })
    await enqueue(
      tx,
      'exchange:fetch-files',
      { agencyId, messageId },
      { jobKey: `fetch-files:${agencyId}:${messageId}` },
    )
    return answer
  }
  const dossier = await fileDossier(tx, citizen, submissionOf(prepared, ids))
  const answer = accepted('Đã nhận hồ sơ', { MaHoSo: brought.ref, MaHoSoDonVi: refOf(dossier), TrangThai: '1' })
  await answerCall(tx, messageId, { dossierId: dossier.id, answer })
  return answer
}

/** Fetches what was not there before. Throws while something still is not, so that the job is tried again. */
export async function fetchFiles(agencyId: number, messageId: number): Promise<void> {
  const waiting = await transaction(agencyId, async (tx) => {
    const message = await lockCall(tx, messageId)
    return message?.state === 'waiting' ? { message, here: await listFiles(tx, messageId) } : undefined
  })
  if (!waiting) return
  const brought = readDossier(waiting.message.payload, now())
  try {
    if (Array.isArray(brought)) throw new Refused(brought)
    const origin = await read(agencyId, fileOrigin)
    const prepared = await transaction(agencyId, (tx) => prepare(tx, agencyId, brought))
    const documents = await takeFiles({ ...prepared, files: brought.files, here: waiting.here, origin })
    const complete = documents.every((id) => id !== undefined)
    await transaction(agencyId, async (tx) => {
      if ((await lockCall(tx, messageId))?.state !== 'waiting') return
      if (complete) await settle(tx, messageId, { prepared, documents })
      else await saveFiles(tx, { agencyId, messageId }, documents)
    })
    if (!complete) throw new Error('the national portal does not give every file yet')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { reasons } = error
    await transaction(agencyId, (tx) => refuseWaiting(tx, messageId, { answer: refused(reasons), reasons }))
  }
}
