import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import { putFile, readFile } from '#platform/files/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import type { Dossier } from '#rooms/dossiers/index.ts'
import { aDossier, anOfficer, installSample } from '#rooms/dossiers/testing.ts'
import { breakSandbox, mendSandbox, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { useAdapters } from '../adapter.ts'
import { connect } from '../commands/connect.ts'
import { deliverAll } from '../testing.ts'
import { documentSystem } from './adapter.ts'
import { sendDraft } from './commands/send-draft.ts'
import { takeBack } from './commands/take-back.ts'
import { readDocument, writeDraft } from './edxml/client.ts'
import { listDrafts } from './store/drafts.ts'

const database = useTestDatabase()
let sandbox: RunningSandbox
let fileSha256: string

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  await installSample()
  useAdapters([documentSystem({ token: 'sandbox-documents-token' })])
  fileSha256 = (await putFile(Buffer.from('%PDF-1.7 dự thảo'))).sha256
  await transaction(1, (tx) =>
    connect(tx, {
      ...{ agencyId: 1, destination: 'document-system', contractVersion: '1', perMinute: 10_000, since: new Date() },
      settings: { url: `${sandbox.origin}/document-system`, organId: 'H99' },
    }),
  )
})
afterEach(() => mendSandbox(sandbox))
afterAll(() => sandbox.stop())

/** A draft for a dossier at work, given to the document system. */
async function aDraft(): Promise<Dossier> {
  const dossier = await aDossier({ status: 'processing' })
  await give(dossier, newId())
  return dossier
}

async function give(dossier: Dossier, key: string): Promise<void> {
  const officer = await anOfficer(DEMO.units.mauAn, ['case-officer'])
  const more = { subject: 'Về việc xác nhận & trả lời', typeName: 'Giấy xác nhận', fileName: 'dự thảo.pdf', fileSha256 }
  await transaction(1, (tx) => sendDraft(tx, officer, { dossier, key, ...more }))
}

const draftsOf = (dossier: Dossier) => read(1, (tx) => listDrafts(tx, dossier.id))

/** In the sandbox a document is issued when it is asked about the second time. */
async function takeBackTwice(): Promise<void> {
  await takeBack()
  await takeBack()
}

const announcedOf = async (dossier: Dossier) =>
  (
    await asOwner(
      database(),
      `select payload from graphile_worker._private_jobs where payload->>'type' = 'document.issued' and payload->>'dossierId' = '${dossier.id}'`,
    )
  ).rows.map(({ payload }) => payload)

const theirs = async (id: string) => {
  const answer = await fetch(`${sandbox.origin}/document-system/_state/documents`)
  const { documents } = (await answer.json()) as { documents: { id: string; acknowledged: boolean; state: string }[] }
  return documents.filter((one) => one.id === id)
}

const draft = {
  ...{ agencyId: 1, id: 'D-1', dossierId: newId(), dossierCode: 'H99-1', fromCode: 'H99.12', toCode: 'H99' },
  ...{ typeName: 'Thông báo', fileName: 'a.pdf', draftedAt: new Date(0) },
  fileSha256: '',
}

describe('the document system of the sandbox', () => {
  test('R-198: a draft goes out once, and comes back with number, day and file', async () => {
    const dossier = await aDossier({ status: 'processing' })
    await give(dossier, 'item-1')
    await give(dossier, 'item-1')
    await deliverAll('document-system')
    expect(await draftsOf(dossier)).toMatchObject([{ state: 'out', dossierCode: dossier.code }])
    await takeBackTwice()
    const [draft] = await draftsOf(dossier)
    expect(draft).toMatchObject({
      state: 'issued',
      issued: { number: expect.stringMatching(/^\d+$/), notation: 'TB-UBND', signer: 'Nguyễn Văn Vĩ' },
    })
    const file = await readFile(draft?.issued?.sha256 ?? '')
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await announcedOf(dossier)).toMatchObject([{ draftId: draft?.id, ...draft?.issued }])
    expect(await theirs(draft?.id ?? '')).toMatchObject([{ acknowledged: true }])
    await takeBackTwice()
    expect(await announcedOf(dossier)).toHaveLength(1)
  })

  test('R-198: a draft that was returned says why', async () => {
    const dossier = await aDraft()
    await deliverAll('document-system')
    const [draft] = await draftsOf(dossier)
    const body = new URLSearchParams({ id: draft?.id ?? '', decision: 'return', reason: 'Sai thể thức' })
    await fetch(`${sandbox.origin}/document-system/_act/decide`, { method: 'POST', body, redirect: 'manual' })
    await takeBack()
    expect(await draftsOf(dossier)).toMatchObject([{ state: 'returned', reason: 'Sai thể thức' }])
    expect(await announcedOf(dossier)).toEqual([])
  })

  test('R-236: an answer that was lost is found there; what came back wrong is kept apart and taken when it is right', async () => {
    const dossier = await aDraft()
    await breakSandbox(sandbox, { target: 'documents', kind: 'lost-answer', path: 'drafts', times: 3 })
    await deliverAll('document-system')
    setClock(() => new Date(Date.now() + 60_000))
    await mendSandbox(sandbox)
    await deliverAll('document-system')
    setClock()
    const [draft] = await draftsOf(dossier)
    expect(await theirs(draft?.id ?? '')).toHaveLength(1)
    await breakSandbox(sandbox, { target: 'documents', kind: 'wrong-answer', path: '/edxml' })
    await takeBackTwice()
    expect(await draftsOf(dossier)).toMatchObject([{ state: 'out', problem: 'unreadable' }])
    await breakSandbox(sandbox, { target: 'documents', kind: 'error500' })
    await takeBack() // one agency's silence stops nothing
    await mendSandbox(sandbox)
    await takeBack()
    expect(await draftsOf(dossier)).toMatchObject([{ state: 'issued', problem: undefined }])
  })

  test('a document that is not ours is left lying there, and stops nothing', async () => {
    const headers = { authorization: 'Bearer sandbox-documents-token', 'content-type': 'application/xml' }
    const other = { ...draft, subject: 'Của hệ thống khác' }
    await fetch(`${sandbox.origin}/document-system/drafts`, {
      ...{ method: 'POST', headers, body: writeDraft(other, Buffer.from('%PDF-')) },
    })
    const issue = new URLSearchParams({ id: 'D-1', decision: 'issue' })
    await fetch(`${sandbox.origin}/document-system/_act/decide`, { method: 'POST', body: issue, redirect: 'manual' })
    const dossier = await aDraft()
    await deliverAll('document-system')
    await takeBackTwice()
    expect(await draftsOf(dossier)).toMatchObject([{ state: 'issued' }])
    expect(await theirs('D-1')).toMatchObject([{ state: 'issued', acknowledged: false }])
  })

  test('without a document system nothing can be given to one', async () => {
    const dossier = await aDossier({ status: 'processing' })
    await transaction(1, (tx) => tx.updateTable('connections').set({ state: 'off' }).execute())
    await expect(give(dossier, 'x')).rejects.toThrow('exchange.no-document-system')
    expect(await draftsOf(dossier)).toEqual([])
  })
})

describe('edXML', () => {
  test('R-198: whatever a subject says stays text, and the same draft is the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (subject) => {
        const xml = writeDraft({ ...draft, subject }, Buffer.from('%PDF-'))
        expect(xml.match(/<Subject>/g)).toHaveLength(1)
        expect(xml).toBe(writeDraft({ ...draft, subject }, Buffer.from('%PDF-')))
      }),
    )
  })

  test('a document without number, day or file, or with a document type of its own, is not read', () => {
    const header = '<DocumentId>D-1</DocumentId><Code><CodeNumber>7</CodeNumber></Code>'
    const day = '<PromulgationInfo><PromulgationDate>25/11/2026</PromulgationDate></PromulgationInfo>'
    const file =
      '<AttachmentEncoded><Attachment><EncodedContent>JVBERi0=</EncodedContent></Attachment></AttachmentEncoded>'
    const wrap = (inner: string, rest: string) =>
      `<edXML><edXMLEnvelope><edXMLHeader><MessageHeader>${inner}</MessageHeader></edXMLHeader></edXMLEnvelope>${rest}</edXML>`
    expect(readDocument(wrap(header + day, file))).toMatchObject({ number: '7', issuedOn: '2026-11-25' })
    for (const text of [wrap(header, file), wrap(day, file), wrap(header + day, ''), '<html/>']) {
      expect(() => readDocument(text)).toThrow()
    }
    expect(() => readDocument(`<!DOCTYPE x>${wrap(header + day, file)}`)).toThrow('document type')
  })
})
