import type { Citizen } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import type { GivenFile, TagKind } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { ACCEPT, type Document, fileSizeLimit, listDocuments, sayScan } from '#rooms/documents/index.ts'
import type { UploadLimits } from '#rooms/forms/index.ts'

const STATES: Record<Document['scan'], TagKind> = {
  clean: 'done',
  'not-scanned': 'case',
  failed: 'look',
  infected: 'wrong',
}

/** what may be uploaded, said before anything is chosen. */
export function uploadLimits(): UploadLimits {
  return { formats: ['PDF', 'JPG', 'PNG'], accept: ACCEPT, maxMegabytes: Math.floor(fileSizeLimit() / 1_048_576) }
}

/** A document as a row under its question. */
export function givenFile(document: Document, language: Language, viewHref: string): GivenFile {
  return {
    id: document.id,
    name: document.name,
    bytes: document.size,
    state: { kind: STATES[document.scan], label: sayScan(document.scan, language) },
    viewHref,
  }
}

function ownAddress(id: string): string {
  return `/my/documents/${id}`
}

/** The person's own files among these, by id, each to be opened at the address the viewer may use. */
export async function ownFiles(
  tx: Tx,
  citizen: Citizen,
  { ids, language, href = ownAddress }: { ids: readonly string[]; language: Language; href?(id: string): string },
): Promise<Record<string, GivenFile>> {
  const found = await listDocuments(tx, citizen.agencyId, ids)
  return Object.fromEntries(
    found
      .filter(({ ownerPersonId }) => ownerPersonId === citizen.personId)
      .map((document) => [document.id, givenFile(document, language, href(document.id))]),
  )
}
