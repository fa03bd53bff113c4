import { Readable } from 'node:stream'
import { isId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { putFile, scanFile } from '#platform/files/index.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import { announce } from '#platform/jobs/index.ts'
import { log } from '#platform/log/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { adapterFor } from '../../adapter.ts'
import { findConnection } from '../../store/connections.ts'
import { isDocumentSystem } from '../adapter.ts'
import type { DocumentClient, KnownDocument } from '../client.ts'
import { type DocumentIssued, type Draft, type Issued, type Returned, wrongIn } from '../draft.ts'
import { readDocument } from '../edxml/client.ts'
import { findDraft, listOut, lockDraft, saveIssued, saveProblem, saveReturned } from '../store/drafts.ts'

const ASKED_AT_ONCE = 50

/** Takes what came back to every agency, and asks about what has been out for long. One that is silent is asked next time. */
export async function takeBack(): Promise<void> {
  const adapter = adapterFor('document-system')
  if (!isDocumentSystem(adapter)) return
  for (const { id } of await asInstallation(listAgencies)) {
    const connection = await read(id, (tx) => findConnection(tx, 'document-system'))
    if (connection?.state !== 'on') continue
    try {
      await takeFor(id, adapter.client(connection))
    } catch (error) {
      log.warn({ agency: id, kind: kindOf(error) }, 'the document system could not be asked')
    }
  }
}

const kindOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)

async function takeFor(agencyId: number, client: DocumentClient): Promise<void> {
  for (const one of await client.inbox()) await apart(agencyId, one.id, () => take(agencyId, { client, one }))
  for (const { id } of await read(agencyId, (tx) => listOut(tx, ASKED_AT_ONCE))) {
    await apart(agencyId, id, async () => {
      const one = await client.ask(id)
      if (one && one.state !== 'received') await take(agencyId, { client, one })
    })
  }
}

/** A document about which nothing can be read is a matter of that document; silence is a matter of all. */
async function apart(agencyId: number, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Unreachable) throw error
    // What could not be read may speak of people: only its kind is logged.
    log.error({ agency: agencyId, document: id, kind: kindOf(error) }, 'a document could not be taken')
    if (isId(id)) await transaction(agencyId, (tx) => saveProblem(tx, id, 'unreadable'))
  }
}

/** Takes one document, once; what is taken is acknowledged, and what is not ours is left lying there. */
async function take(agencyId: number, { client, one }: { client: DocumentClient; one: KnownDocument }): Promise<void> {
  const draft = isId(one.id) ? await read(agencyId, (tx) => findDraft(tx, one.id)) : undefined
  if (!draft) return
  if (draft.state === 'out') {
    const problem = one.state === 'issued' ? await takeIssued(draft, client) : await takeReturned(draft, one)
    if (problem !== undefined) {
      await transaction(agencyId, (tx) => saveProblem(tx, draft.id, problem))
      log.warn({ agency: agencyId, document: draft.id, problem }, 'a document that came back was not taken')
      return
    }
  }
  await client.acknowledge(draft.id)
}

/** Why it was not taken; undefined when it was. */
async function takeIssued(draft: Draft, client: DocumentClient): Promise<string | undefined> {
  const came = readIf(await client.fetch(draft.id))
  if (!came) return 'unreadable'
  const wrong = wrongIn(draft, came)
  if (wrong !== undefined) return wrong
  if ((await scanFile(Readable.from([came.file]))).scan === 'infected') return 'infected'
  const { sha256 } = await putFile(came.file)
  const { number, notation, issuedOn, signer } = came
  await settle(draft, { number, notation, issuedOn, signer, sha256 })
  return undefined
}

async function settle({ agencyId, id, dossierId, dossierCode }: Draft, issued: Issued): Promise<void> {
  const happening: DocumentIssued = {
    ...{ type: 'document.issued', agencyId, draftId: id, dossierId, dossierCode },
    ...issued,
  }
  await transaction(agencyId, async (tx) => {
    if ((await lockDraft(tx, id))?.state !== 'out') return
    await saveIssued(tx, id, { issued, at: now() })
    await announce(tx, happening)
  })
}

async function takeReturned({ agencyId, id }: Draft, { state, reason }: KnownDocument): Promise<string | undefined> {
  if (state !== 'returned') return undefined
  // A reason is part of the answer: without one nobody knows what to mend.
  if (reason === undefined || reason === '') return 'no-reason'
  await transaction(agencyId, async (tx) => {
    if ((await lockDraft(tx, id))?.state === 'out') await saveReturned(tx, id, { reason, at: now() })
  })
  return undefined
}

function readIf(edxml: string): Returned | undefined {
  try {
    return readDocument(edxml)
  } catch {
    return undefined
  }
}
