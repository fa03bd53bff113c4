import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Conflict, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aDocument } from '#rooms/documents/testing.ts'
import { type Draft, leaveDraft, saveStep, setDocuments, startDraft } from '#rooms/forms/index.ts'
import { personAtCounter, recordAtCounter } from '#rooms/identity/index.ts'
import { anOfficer, aCitizen as signsIn } from '#rooms/identity/testing.ts'
import { type BroughtToCounter, beginAtCounter, takeInAtCounter } from './commands/counter.ts'
import { getDossier, listLog } from './commands/find.ts'
import { listSaidLog } from './commands/say-log.ts'
import { SCANS } from './commands/submission.ts'
import { submitDossier } from './commands/submit.ts'
import { listLinks } from './store/dossiers.ts'
import { loadService } from './store/services.ts'
import { installSample, sampleAnswers, sampleContext, sampleService } from './testing.ts'

useTestDatabase()
useTestFiles()

const of = { code: sampleService.service.code, version: sampleService.service.version }
const papers = [{ name: 'Tờ khai mẫu', kind: 'original', copies: 1 }] as const
const applicant = { kind: 'person', name: 'Giàng Thị Quầy', identityNumber: '000198000077' } as const
let desk: Officer
let elsewhere: Officer
let ministry: Officer

beforeAll(async () => {
  await installSample()
  desk = await anOfficer('tran-van-thu')
  elsewhere = await anOfficer('sung-thi-don')
  ministry = await anOfficer('pham-thi-bo')
})
beforeEach(() => setClock())

const numbers = Array.from({ length: 99 }, (_, n) => `0001980001${String(n).padStart(2, '0')}`)

function stated(idNumber = numbers.shift() ?? '') {
  const born = { bornOn: localDate('1961-05-04'), gender: 'female' } as const
  return { idNumber, name: 'Giàng Thị Quầy', ...born, residence: 'Bản Nà Mẫu', phone: '0900000077', email: undefined }
}

async function someoneAtCounter(): Promise<Citizen> {
  return transaction(1, async (tx) => {
    const { id } = await recordAtCounter(tx, desk, stated())
    return (await personAtCounter(tx, 1, id)).citizen
  })
}

async function startOf(citizen: Citizen) {
  const { form } = await read(1, (tx) => loadService(tx, 1, of))
  return {
    citizen,
    form,
    procedureCode: of.code,
    serviceVersion: of.version,
    language: 'vi',
    context: sampleContext(),
  } as const
}

/** A form filled in at the counter of Mẫu An, for the given commune to decide. */
async function filledIn(citizen: Citizen, commune = 'H99.12', unitId: string = DEMO.units.mauAn): Promise<Draft> {
  const start = await startOf(citizen)
  const { id } = await beginAtCounter(desk, { ...start, unitId, identified: 'card', asked: true })
  const { form, context } = start
  const body = Object.fromEntries(
    Object.entries({ ...sampleAnswers, residenceCommune: commune }).map(([name, value]) => [name, String(value)]),
  )
  let draft: Draft | undefined
  for (const step of ['about-you', 'paper', 'result']) {
    draft = (await saveStep(citizen, { id, step, body, form, context })).draft
  }
  if (!draft) throw new Error('the sample form has steps')
  return draft
}

function brought(draft: Draft, change: Partial<BroughtToCounter> = {}): BroughtToCounter {
  const { id: draftId, revision } = draft
  return { draftId, revision, serviceVersion: of.version, context: sampleContext(), applicant, papers, ...change }
}

describe('taking in at the counter', () => {
  test('R-070: one press files and receives: a code, a due date, a receipt with the papers that were brought', async () => {
    setClock(() => new Date('2026-11-25T14:20:00+07:00'))
    const citizen = await someoneAtCounter()
    const draft = await filledIn(citizen)
    const scan = await aDocument({ personId: citizen.personId, name: 'to-khai-da-ky.pdf' })
    const { revision } = await setDocuments(citizen, draft.id, { question: SCANS, documents: () => [scan.id] })
    const receipt = await takeInAtCounter(desk, brought({ ...draft, revision }))

    expect(receipt).toMatchObject({ unitId: DEMO.units.mauAn, officerName: 'Trần Văn Thu', documents: papers })
    expect(receipt.code).toMatch(/^H99\.12-261125-\d{4}$/)
    expect(receipt.dueAt).toBe('2026-11-30T17:00') // three working days after the day of reception
    const dossier = await read(1, (tx) => getDossier(tx, citizen, receipt.code))
    expect(dossier).toMatchObject({
      ...{ status: 'received', channel: 'counter', personId: citizen.personId },
      helped: { unitId: DEMO.units.mauAn, officerId: desk.officerId },
      documents: { [SCANS]: [scan.id] }, // in sight of who decides
    })
    expect(dossier.clockFrom).toEqual(dossier.receivedAt)
    const links = await read(1, (tx) => listLinks(tx, dossier))
    expect(links).toEqual([{ documentId: scan.id, question: undefined, supplementNumber: undefined }])
  })

  test('R-084: the log says who helped, in which position and where, apart from where it was received and who decides', async () => {
    const citizen = await someoneAtCounter()
    const { code } = await takeInAtCounter(desk, brought(await filledIn(citizen, 'H99.13')))
    const { log, said, seenByPerson } = await read(1, async (tx) => {
      const dossier = await getDossier(tx, citizen, code)
      const said = await listSaidLog(tx, dossier, { kind: 'officer', language: 'vi' })
      const seenByPerson = await listSaidLog(tx, dossier, { kind: 'citizen', language: 'vi' })
      return { log: await listLog(tx, dossier), said, seenByPerson }
    })
    expect(log.map(({ type }) => type)).toEqual(['dossier.submitted', 'dossier.received'])
    expect(log[0]).toMatchObject({
      actor: { kind: 'officer', id: desk.officerId },
      facts: {
        ...{ channel: 'counter', filedBy: citizen.personId, identified: 'card' },
        ...{ helpedAtUnitId: DEMO.units.mauAn, receivingUnitId: DEMO.units.mauAn, competentUnitId: DEMO.units.mauSon },
        by: { unitId: DEMO.units.mauAn },
      },
    })
    expect(said.at(-1)?.words).toMatch(/^Trần Văn Thu \(.+\): nộp hồ sơ tại quầy cùng người dân$/)
    expect(seenByPerson.at(-1)?.words).not.toContain('Trần Văn Thu')
  })

  test('R-072: any desk receives, and the unit that is competent decides', async () => {
    const citizen = await someoneAtCounter()
    const { code } = await takeInAtCounter(desk, brought(await filledIn(citizen, 'H99.14')))
    const dossier = await read(1, (tx) => getDossier(tx, citizen, code))
    expect(dossier).toMatchObject({ receivingUnitId: DEMO.units.mauAn, competentUnitId: DEMO.units.mauTrung })
  })

  test('pressed twice, or six times at once, it is one dossier and one receipt', async () => {
    const citizen = await someoneAtCounter()
    const draft = await filledIn(citizen)
    const receipts = await Promise.all(Array.from({ length: 6 }, () => takeInAtCounter(desk, brought(draft))))
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(1)
    expect((await takeInAtCounter(desk, brought(draft))).code).toBe(receipts[0]?.code)
  })

  test('what fails leaves nothing: no dossier without a receipt, and the draft stays open', async () => {
    const citizen = await someoneAtCounter()
    const draft = await filledIn(citizen)
    const theirs = await aDocument({ personId: newId() })
    const { revision } = await setDocuments(citizen, draft.id, { question: SCANS, documents: () => [theirs.id] })
    await expect(takeInAtCounter(desk, brought({ ...draft, revision }))).rejects.toThrow(NotFound)
    const mended = await setDocuments(citizen, draft.id, { question: SCANS, documents: () => [] })
    expect((await takeInAtCounter(desk, brought(mended))).code).toMatch(/^H99\.12-/)
  })

  test('what the person signed is what is filed: an answer changed since then is refused', async () => {
    const citizen = await someoneAtCounter()
    const draft = await filledIn(citizen)
    await expect(takeInAtCounter(desk, brought({ ...draft, revision: draft.revision - 1 }))).rejects.toThrow(Conflict)
  })
})

describe('whose desk', () => {
  test('R-045: another desk, another agency, and who is no desk officer find no such draft', async () => {
    const draft = await filledIn(await someoneAtCounter())
    const caseOfficer = await anOfficer('lo-thi-mau')
    for (const officer of [elsewhere, ministry, caseOfficer]) {
      await expect(takeInAtCounter(officer, brought(draft))).rejects.toThrow(NotFound)
    }
    const own = await startDraft(await someoneAtCounter(), await startOf(await someoneAtCounter()))
    await expect(takeInAtCounter(desk, brought(own))).rejects.toThrow(NotFound)
  })

  test('R-027: begun at home, finished at the counter; begun at the counter, finished at home: one draft, one dossier', async () => {
    const citizen = await someoneAtCounter()
    const begun = await startDraft(citizen, await startOf(citizen))
    const alone = { ...(await startOf(citizen)), unitId: DEMO.units.mauAn, identified: 'vneid', asked: false } as const
    await expect(beginAtCounter(desk, alone)).rejects.toThrow('dossiers.begun-elsewhere')
    await expect(beginAtCounter(elsewhere, { ...alone, asked: true })).rejects.toThrow('dossiers.not-your-desk')
    const helped = await filledIn(citizen)
    expect(helped.id).toBe(begun.id)

    await leaveDraft(citizen, helped.id)
    await expect(takeInAtCounter(desk, brought(helped))).rejects.toThrow(NotFound)
    const dossier = await submitDossier(citizen, {
      ...{ key: begun.id, procedureCode: of.code, serviceVersion: of.version, channel: 'online', language: 'vi' },
      ...{ from: { draftId: begun.id }, context: sampleContext(), applicant },
    })
    expect(dossier).toMatchObject({ channel: 'online', helped: undefined })
  })

  test('filed at home meanwhile: the counter is told, and files nothing', async () => {
    const citizen = await someoneAtCounter()
    const draft = await filledIn(citizen)
    await submitDossier(citizen, {
      ...{ key: draft.id, procedureCode: of.code, serviceVersion: of.version, channel: 'online', language: 'vi' },
      ...{ from: { draftId: draft.id }, context: sampleContext(), applicant },
    })
    await expect(takeInAtCounter(desk, brought(draft))).rejects.toThrow('dossiers.filed-elsewhere')
  })
})

describe('who the person is', () => {
  test('R-035: who later signs in with the same number at level 2 finds the dossier; a weaker account does not', async () => {
    const idNumber = '000198000900'
    const weakBefore = await signsIn({ idNumber, assurance: 'level-1' })
    const citizen = await transaction(1, async (tx) => {
      const { id } = await recordAtCounter(tx, desk, stated(idNumber))
      return (await personAtCounter(tx, 1, id)).citizen
    })
    expect(citizen.personId).not.toBe(weakBefore.personId)
    const { code } = await takeInAtCounter(desk, brought(await filledIn(citizen)))

    await expect(read(1, (tx) => getDossier(tx, weakBefore, code))).rejects.toThrow(NotFound)
    await expect(transaction(1, (tx) => personAtCounter(tx, 1, weakBefore.personId))).rejects.toThrow(NotFound)
    const strong = await signsIn({ idNumber, name: 'Giàng Thị Quầy', assurance: 'level-2' })
    expect((await read(1, (tx) => getDossier(tx, strong, code))).code).toBe(code)
  })

  test('what an account has stated is not overwritten at a counter; what a counter wrote may be corrected there', async () => {
    const idNumber = '000198000901'
    const known = await signsIn({ idNumber, name: 'Mùa A Đăng' })
    const same = await transaction(1, (tx) => recordAtCounter(tx, desk, stated(idNumber)))
    expect(same).toMatchObject({ id: known.personId, name: 'Mùa A Đăng', statedBy: 'account' })
    const first = await transaction(1, (tx) => recordAtCounter(tx, desk, stated('000198000902')))
    const given = { ...stated('000198000902'), name: 'Giàng Thị Quây' }
    const second = await transaction(1, (tx) => recordAtCounter(tx, desk, given))
    expect(second).toMatchObject({ id: first.id, name: 'Giàng Thị Quây', statedBy: 'counter' })
  })
})
