import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addDays } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { addUnit, DEMO, endUnit } from '#rooms/agencies/index.ts'
import { type Dossier, getDossierAsSystem, listLog, refOf, requestSupplement } from '#rooms/dossiers/index.ts'
import { aDossier } from '#rooms/dossiers/testing.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import { act, claim } from './commands/act.ts'
import { followClock, followSignature, startProcess } from './commands/follow.ts'
import { listHandovers, listProposals } from './store/papers.ts'
import { aDossierAt, GRANT, installOffice, officeOfMauAn, openItem, openItems, takeAndDo, takeUp } from './testing.ts'

useTestDatabase()
let office: Record<'desk' | 'caseOfficer' | 'chair', Officer>

beforeAll(async () => {
  await installOffice()
  office = await officeOfMauAn()
})

const again = ({ agencyId, id }: Dossier) => read(agencyId, (tx) => getDossierAsSystem(tx, agencyId, id))
const actionsIn = async (dossier: Dossier) =>
  (await read(1, (tx) => listLog(tx, dossier))).flatMap(({ facts }) => (facts.action ? [facts.action] : []))
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'nothing was refused',
    (error: { code?: string }) => error.code,
  )

describe('a dossier goes through its process', () => {
  test('R-084: taken, proposed, sent back, proposed again, approved, signed and handed over; every step is written down', async () => {
    const dossier = await aDossierAt('appraise')
    expect(dossier.status).toBe('processing')
    expect(await openItem(dossier)).toMatchObject({ step: 'appraise', role: 'case-officer', unitId: DEMO.units.mauAn })

    await takeAndDo(office.caseOfficer, dossier, GRANT)
    expect(await openItem(dossier)).toMatchObject({ step: 'approve', role: 'approver', assigneeId: undefined })
    await takeAndDo(office.chair, dossier, { actionId: 'send-back', reason: 'Thiếu xác minh nơi cư trú cũ.' })
    expect(await openItem(dossier)).toMatchObject({ step: 'appraise', assigneeId: undefined })
    await takeAndDo(office.caseOfficer, dossier, GRANT)
    await takeAndDo(office.chair, dossier, { actionId: 'approve' })
    const signing = await openItem(dossier)
    expect(signing).toMatchObject({ step: 'issue', role: 'system' })

    const signed = { itemId: signing.id, signed: true, resultId: newId(), outcome: 'granted' } as const
    const of = { agencyId: 1, dossierId: dossier.id }
    await followSignature(of, signed)
    await followSignature(of, signed)
    expect((await again(dossier)).status).toBe('result-ready')
    await takeAndDo(office.desk, dossier, { actionId: 'returned' })
    expect((await again(dossier)).status).toBe('returned')
    expect(await openItems(dossier)).toEqual([])

    const steps = ['claim', 'propose', 'claim', 'send-back', 'claim', 'propose', 'claim', 'approve', 'issued']
    expect(await actionsIn(dossier)).toEqual([...steps, 'claim', 'returned'])
    expect(await read(1, (tx) => listProposals(tx, dossier.id))).toHaveLength(2)
    const handovers = await read(1, (tx) => listHandovers(tx, dossier.id))
    expect(handovers.map(({ step }) => step)).toEqual([
      ...['appraise', 'approve', 'appraise', 'approve', 'issue', 'return-result'],
    ])
    expect(handovers[2]).toMatchObject({ note: 'Thiếu xác minh nơi cư trú cũ.', fromOfficerId: office.chair.officerId })
  })

  test('R-094: a signature that was refused leads back to the one who approved, with the reason', async () => {
    const dossier = await aDossierAt('issue')
    const { id: itemId } = await openItem(dossier)
    await followSignature({ agencyId: 1, dossierId: dossier.id }, { itemId, signed: false, reason: 'refused' })
    expect(await openItem(dossier)).toMatchObject({ step: 'approve', assigneeId: office.chair.officerId })
    expect((await read(1, (tx) => listHandovers(tx, dossier.id))).at(-1)?.note).toBe('refused')
    expect((await again(dossier)).status).toBe('processing')
  })

  test('what is told twice begins once', async () => {
    const dossier = await aDossierAt('appraise')
    await Promise.all([1, 2].map(() => startProcess({ agencyId: 1, dossierId: dossier.id })))
    expect(await openItems(dossier)).toHaveLength(1)
  })

  test('a rejection needs its reason, a grant the words of the paper; nothing moves until they are there', async () => {
    const dossier = await aDossierAt('appraise')
    const { id: itemId } = await takeUp(office.caseOfficer, dossier)
    const work = { ref: refOf(dossier), itemId, reason: '' }
    const rejected = await act(office.caseOfficer, { ...work, actionId: 'propose-rejection' })
    expect(rejected.errors).toEqual([{ field: 'reason', code: 'reason-missing' }])
    const granted = await act(office.caseOfficer, { ...work, actionId: 'propose' })
    expect(granted.errors).toEqual([{ field: 'statement', code: 'field-missing' }])
    expect(await openItem(dossier)).toMatchObject({ id: itemId, step: 'appraise' })
    expect(await read(1, (tx) => listProposals(tx, dossier.id))).toEqual([])
  })
})

describe('one holder at a time', () => {
  test('R-080: two officers press “take” at once: one has it, the other is told who was first', async () => {
    const dossier = await aDossierAt('appraise')
    const { id: itemId } = await openItem(dossier)
    const colleague = { ...office.caseOfficer, officerId: newId(), name: 'Lý Văn Xết' }
    const pressed = [office.caseOfficer, colleague].map((officer) =>
      codeOf(claim(officer, { ref: refOf(dossier), itemId })),
    )
    expect((await Promise.all(pressed)).sort()).toEqual(['nothing was refused', 'processing.held-by-another'])
    expect(await actionsIn(dossier)).toEqual(['claim'])
  })

  test('taking one’s own again changes nothing', async () => {
    const dossier = await aDossierAt('appraise')
    const { id: itemId } = await takeUp(office.caseOfficer, dossier)
    await claim(office.caseOfficer, { ref: refOf(dossier), itemId })
    expect(await actionsIn(dossier)).toEqual(['claim'])
  })

  test('R-080: a second click, and a page that is out of date, are refused and change nothing', async () => {
    const dossier = await aDossierAt('appraise')
    const { id: itemId } = await takeUp(office.caseOfficer, dossier)
    const propose = () => act(office.caseOfficer, { ref: refOf(dossier), itemId, ...GRANT })
    const clicks = [codeOf(propose()), codeOf(propose())]
    expect((await Promise.all(clicks)).sort()).toEqual(['nothing was refused', 'processing.step-already-left'])
    expect(await codeOf(claim(office.caseOfficer, { ref: refOf(dossier), itemId }))).toBe(
      'processing.step-already-left',
    )
    expect(await read(1, (tx) => listProposals(tx, dossier.id))).toHaveLength(1)
    expect(await openItems(dossier)).toHaveLength(1)
  })

  test('R-085: only what the step offers can be done, and only by who holds it', async () => {
    const dossier = await aDossierAt('appraise')
    const { id: itemId } = await openItem(dossier)
    const work = { ref: refOf(dossier), itemId, reason: 'Thử.' }
    expect(await codeOf(act(office.caseOfficer, { ...work, ...GRANT }))).toBe('processing.not-claimed')
    await claim(office.caseOfficer, work)
    expect(await codeOf(act(office.caseOfficer, { ...work, actionId: 'approve' }))).toBe(
      'processing.action-not-offered',
    )
  })

  test('while the person has something to send in, the work waits; then it is theirs again', async () => {
    const dossier = await aDossierAt('appraise')
    const { id: itemId } = await takeUp(office.caseOfficer, dossier)
    await requestSupplement(office.caseOfficer, refOf(dossier), { items: [{ name: 'Giấy cũ', reason: 'Ảnh mờ.' }] })
    await followClock({ agencyId: 1, dossierId: dossier.id })
    expect(await openItem(dossier)).toMatchObject({ paused: true, dueAt: undefined })
    expect(await codeOf(act(office.caseOfficer, { ref: refOf(dossier), itemId, ...GRANT }))).toBe(
      'processing.waits-for-the-person',
    )
  })
})

describe('whose work it is', () => {
  test('R-045: another role of the unit is refused; another unit and another agency find nothing', async () => {
    const dossier = await aDossierAt('appraise')
    const { id: itemId } = await openItem(dossier)
    const takenBy = async (subject: string) => codeOf(claim(await anOfficer(subject), { ref: refOf(dossier), itemId }))
    expect(await takenBy('tran-van-thu')).toBe('identity.role-missing')
    expect(await takenBy('nguyen-van-vi')).toBe('identity.role-missing')
    expect(await takenBy('ly-van-xet')).toBe('dossiers.no-such-dossier')
    expect(await takenBy('hoang-van-vu')).toBe('dossiers.no-such-dossier')
    expect(await openItem(dossier)).toMatchObject({ assigneeId: undefined })
  })

  test('a step that names a kind of unit goes to the unit that is that on the day it opens', async () => {
    const atOldUnit = await aDossierAt('appraise')
    await takeAndDo(office.caseOfficer, atOldUnit, { actionId: 'ask-justice' })
    expect(await openItem(atOldUnit)).toMatchObject({ step: 'opinion', unitId: DEMO.units.justice })

    const merged = await transaction(1, async (tx) => {
      await endUnit(tx, DEMO.units.justice, today())
      const name = { vi: 'Sở Tư pháp và Nội vụ tỉnh Mẫu', en: 'Sample Province Department of Justice and Home Affairs' }
      const parentId = DEMO.units.province
      return addUnit(tx, 1, {
        code: 'H99.06',
        kind: 'department',
        field: 'justice',
        name,
        parentId,
        validFrom: addDays(today(), -1),
      })
    })
    const atNewUnit = await aDossierAt('appraise')
    await takeAndDo(office.caseOfficer, atNewUnit, { actionId: 'ask-justice' })
    expect(await openItem(atNewUnit)).toMatchObject({ step: 'opinion', unitId: merged })
    expect(await openItem(atOldUnit)).toMatchObject({ unitId: DEMO.units.justice })

    await transaction(1, (tx) => endUnit(tx, merged, today()))
    const nowhere = await aDossierAt('appraise')
    const { id: itemId } = await takeUp(office.caseOfficer, nowhere)
    const asked = act(office.caseOfficer, { ref: refOf(nowhere), itemId, actionId: 'ask-justice' })
    expect(await codeOf(asked)).toBe('processing.no-such-unit')
    expect(await openItem(nowhere)).toMatchObject({ step: 'appraise' })
  })

  test('a dossier of another commune opens there, at the same published process', async () => {
    const dossier = await aDossierAt('appraise', { commune: 'H99.13' })
    expect(await openItem(dossier)).toMatchObject({ step: 'appraise', unitId: DEMO.units.mauSon })
    expect((await aDossier({ status: 'received' })).step).toBeUndefined()
  })
})
