import type { ColumnType, Selectable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Scan } from '#platform/files/index.ts'
import type { Document, MediaType } from './document.ts'

interface DocumentsTable {
  agency_id: number
  id: string
  owner_person_id: string | null
  sha256: string
  name: string
  media_type: MediaType
  size: number
  scan: Scan
  purpose: string
  created_at: Date
}

interface RefusedFilesTable {
  agency_id: number
  id: string
  person_id: string | null
  sha256: string
  size: number
  finding: string
  refused_at: ColumnType<Date, Date, never>
}

declare module '#platform/db/index.ts' {
  interface Tables {
    documents: DocumentsTable
    refused_files: RefusedFilesTable
  }
}

function documentOf(row: Selectable<DocumentsTable>): Document {
  return {
    agencyId: row.agency_id,
    id: row.id,
    ownerPersonId: row.owner_person_id ?? undefined,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    scan: row.scan,
    purpose: row.purpose,
    createdAt: row.created_at,
  }
}

export async function insertDocument(tx: Tx, document: Document): Promise<void> {
  await tx
    .insertInto('documents')
    .values({
      agency_id: document.agencyId,
      id: document.id,
      owner_person_id: document.ownerPersonId ?? null,
      sha256: document.sha256,
      name: document.name,
      media_type: document.mediaType,
      size: document.size,
      scan: document.scan,
      purpose: document.purpose,
      created_at: document.createdAt,
    })
    .execute()
}

/** The documents of these ids, in their order; those that are not there are left out. The caller has checked the right. */
export async function listDocuments(tx: Tx, agencyId: number, ids: readonly string[]): Promise<Document[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('documents')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', 'in', [...ids])
    .execute()
  const known = new Map(rows.map((row) => [row.id, documentOf(row)]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

export async function lockDocument(tx: Tx, agencyId: number, id: string): Promise<Document | undefined> {
  const row = await tx
    .selectFrom('documents')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && documentOf(row)
}

export async function setScan(tx: Tx, document: Document, scan: Scan): Promise<void> {
  await tx
    .updateTable('documents')
    .set({ scan })
    .where('agency_id', '=', document.agencyId)
    .where('id', '=', document.id)
    .execute()
}

export async function insertRefusedFile(tx: Tx, refused: Selectable<RefusedFilesTable>): Promise<void> {
  await tx.insertInto('refused_files').values(refused).execute()
}
