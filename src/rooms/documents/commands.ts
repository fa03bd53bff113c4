import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import { config } from '#platform/config/index.ts'
import { transaction } from '#platform/db/index.ts'
import { FileTooLarge, type Incoming, openFile, putFile, scanFile, spoolFile } from '#platform/files/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { type Document, type IntakeProblem, isMediaType, type MediaType, safeName } from './document.ts'
import { insertDocument, insertRefusedFile, lockDocument, setScan } from './store.ts'

export interface GivenFile {
  agencyId: number
  /** Whose it will be. */
  personId: string | undefined
  name: string
  bytes: Readable
  purpose: string
  /** As the request declares it, to say how large a file that is too large is. */
  declaredSize?: number | undefined
  /** Told after the bytes have come: whether the framework cut them. */
  wasCut?: () => boolean
}

export type Intake = { document: Document } | { problem: IntakeProblem }

/** In bytes. */
export function fileSizeLimit(): number {
  return config.MAX_FILE_MB * 1_048_576
}

/**
 * Takes one file in: counted, its type read from its bytes, scanned, and only then kept. What the person can repair
 * comes back as a problem; nothing of a refused file is kept but the finding.
 */
export async function intakeFile(given: GivenFile): Promise<Intake> {
  const limit = fileSizeLimit()
  const shown = safeName(given.name, 'application/pdf')
    .replace(/\.pdf$/, '')
    .slice(0, 80)
  const name = given.name.toLowerCase().endsWith('.pdf') ? `${shown}.pdf` : shown
  let incoming: Incoming
  try {
    incoming = await spoolFile(given.bytes, limit)
  } catch (error) {
    if (!(error instanceof FileTooLarge)) throw error
    return { problem: { code: 'too-large', name, size: given.declaredSize, limit } }
  }
  try {
    if (given.wasCut?.()) return { problem: { code: 'too-large', name, size: given.declaredSize, limit } }
    if (incoming.size === 0) return { problem: { code: 'empty', name } }
    const type = await fileTypeFromBuffer(await incoming.head(4100))
    if (!isMediaType(type?.mime)) return { problem: { code: 'wrong-type', name } }
    return await keep({ ...given, name: safeName(given.name, type.mime) }, incoming, type.mime)
  } finally {
    await incoming.discard()
  }
}

async function keep(given: GivenFile, incoming: Incoming, mediaType: MediaType): Promise<Intake> {
  const { agencyId, personId, name, purpose } = given
  const { scan, finding = '' } = await scanFile(incoming.open())
  if (scan === 'infected') {
    await transaction(agencyId, (tx) =>
      insertRefusedFile(tx, {
        agency_id: agencyId,
        id: newId(),
        person_id: personId ?? null,
        sha256: incoming.sha256,
        size: incoming.size,
        finding,
        refused_at: now(),
      }),
    )
    return { problem: { code: 'infected', name, finding } }
  }
  const { sha256, size } = await putFile(incoming.open())
  const kept = { agencyId, id: newId(), ownerPersonId: personId, sha256, size, name, mediaType, scan, purpose }
  const document: Document = { ...kept, createdAt: now() }
  await transaction(agencyId, async (tx) => {
    await insertDocument(tx, document)
    if (scan === 'failed') await enqueue(tx, 'documents:scan', { agencyId, id: document.id })
  })
  return { document }
}

/** Scans a file again whose scanner was away. Throws while it still is, so that the job is tried again. */
export async function scanAgain(agencyId: number, id: string): Promise<void> {
  const answered = await transaction(agencyId, async (tx) => {
    const document = await lockDocument(tx, agencyId, id)
    if (document?.scan !== 'failed') return true
    const { scan } = await scanFile(await openFile(document.sha256))
    if (scan === 'failed') return false
    await setScan(tx, document, scan)
    return true
  })
  if (!answered) throw new Error('the virus scanner does not answer')
}
