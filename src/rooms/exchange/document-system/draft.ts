import type { LocalDate } from '#kernel/local-date.ts'

export type DraftState = 'out' | 'issued' | 'returned'

/** What the document system is asked to sign. */
export interface Draft {
  agencyId: number
  id: string
  dossierId: string
  dossierCode: string
  /** Codes of the unit that drafts and of the one that issues. */
  fromCode: string
  toCode: string
  subject: string
  typeName: string
  fileName: string
  fileSha256: string
  draftedAt: Date
  state: DraftState
  issued: Issued | undefined
  /** Why it came back unsigned. */
  reason: string | undefined
  problem: string | undefined
}

/** What makes a draft a document. */
export interface Issued {
  number: string
  /** `UBND-TP`, of `12/UBND-TP`. */
  notation: string | undefined
  issuedOn: LocalDate
  signer: string | undefined
  sha256: string
}

/** A document as it came back, before its file was looked at. */
export interface Returned extends Omit<Issued, 'sha256'> {
  documentId: string
  /** Our code of the dossier, as we gave it. */
  reference: string
  file: Buffer
}

/** Announced when a document came back signed. */
export interface DocumentIssued extends Issued {
  type: 'document.issued'
  agencyId: number
  draftId: string
  dossierId: string
  dossierCode: string
}

/** Why a document cannot be the answer to this draft; undefined when it can. */
export function wrongIn(draft: Draft, { documentId, reference, file }: Returned): string | undefined {
  if (documentId !== draft.id) return 'another-document'
  if (reference !== '' && reference !== draft.dossierCode) return 'another-dossier'
  return file.subarray(0, 5).toString('latin1') === '%PDF-' ? undefined : 'no-pdf'
}
