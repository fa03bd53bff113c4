import type { Tx } from '#platform/db/index.ts'
import { readFile } from '#platform/files/index.ts'
import type { Adapter, Composed, NotComposed } from '../adapter.ts'
import type { Connection } from '../connection.ts'
import type { Message } from '../message.ts'
import { type DocumentAccount, DocumentClient } from './client.ts'
import { writeDraft } from './edxml/client.ts'
import { findDraft } from './store/drafts.ts'

export interface DocumentSystem extends Adapter {
  destination: 'document-system'
  client(connection: Pick<Connection, 'settings'>): DocumentClient
}

/** The agency's document system: a draft goes out, and comes back with number and day. R-198 */
export function documentSystem(account: DocumentAccount): DocumentSystem {
  const client = (connection: Pick<Connection, 'settings'>) => new DocumentClient(connection, account)
  return {
    destination: 'document-system',
    contractVersion: '1',
    wholes: new Set(),
    client,
    compose,
    send: async (message, connection) => client(connection).send(await edxmlOf(message)),
    arrived: async ({ ref = '' }, connection) => (await client(connection).ask(ref)) !== undefined,
  }
}

export function isDocumentSystem(adapter: Adapter | undefined): adapter is DocumentSystem {
  return adapter?.destination === 'document-system' && 'client' in adapter
}

/** The key of the message is the id of the draft. The file itself stays where files are kept. */
async function compose(tx: Tx, { key }: Message): Promise<Composed | NotComposed> {
  const draft = await findDraft(tx, key)
  if (!draft) return { never: 'no-such-draft' }
  const payload = {
    ...{ DocumentId: draft.id, From: draft.fromCode, To: draft.toCode, Subject: draft.subject },
    ...{ TypeName: draft.typeName, Reference: draft.dossierCode },
    ...{ AttachmentName: draft.fileName, AttachmentSha256: draft.fileSha256 },
  }
  return { ref: draft.id, payload, proof: {} }
}

async function edxmlOf({ payload = {}, agencyId, dossierId = '', causedAt }: Message): Promise<string> {
  const said = (name: string) => String(payload[name] ?? '')
  const draft = {
    ...{ agencyId, dossierId, draftedAt: causedAt, id: said('DocumentId'), dossierCode: said('Reference') },
    ...{ fromCode: said('From'), toCode: said('To'), subject: said('Subject'), typeName: said('TypeName') },
    ...{ fileName: said('AttachmentName'), fileSha256: said('AttachmentSha256') },
  }
  return writeDraft(draft, await readFile(draft.fileSha256))
}
