import { beforeAll, describe, expect, test } from 'vitest'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import {
  type Dossier,
  getDossier,
  listLog,
  listSaidLog,
  lockDossierAsSystem,
  receiveDossier,
  recordStep,
  refOf,
  sayLogEntry,
  startProcessing,
} from './index.ts'
import { aCitizen, installSample, submitSample } from './testing.ts'

useTestDatabase()
beforeAll(installSample)

const citizen = aCitizen()
const name = { vi: 'Thẩm tra', en: 'Examine' }
let dossier: Dossier

/** Filed, received at the desk, begun, claimed, sent on with a reason, and led back by the system. */
beforeAll(async () => {
  const submitted = await submitSample({ citizen })
  const desk = await anOfficer('tran-van-thu')
  await receiveDossier(desk, refOf(submitted), { documents: [] })
  const { officerId } = await anOfficer('lo-thi-mau')
  const unitId = submitted.competentUnitId
  const actor = { kind: 'officer', id: officerId } as const
  await transaction(1, async (tx) => {
    const received = await lockDossierAsSystem(tx, 1, submitted.id)
    const step = { id: 'appraise', name, unitId }
    const begun = await startProcessing(tx, received, { actor: { kind: 'system' }, step })
    const claimed = await recordStep(tx, begun, { actor, action: 'claim', step })
    const done = await recordStep(tx, claimed, { actor, action: 'finish', step, reason: 'Đủ điều kiện.' })
    await recordStep(tx, done, { actor: { kind: 'system' }, action: 'not-signed', step, reason: 'signature-wrong' })
  })
  dossier = await read(1, (tx) => getDossier(tx, citizen, refOf(submitted)))
})

async function said(kind: 'citizen' | 'officer', language: 'vi' | 'en' = 'vi'): Promise<string[]> {
  return (await read(1, (tx) => listSaidLog(tx, dossier, { kind, language }))).map(({ words }) => words)
}

describe('R-084: the log says who, at which step, and why', () => {
  test('to officers: name, position and unit, the step by its own name, and the reason', async () => {
    const thu = 'Trần Văn Thu (Cán bộ một cửa, Ủy ban nhân dân xã Mẫu An)'
    const mau = 'Lò Thị Mẩu (Công chức thụ lý, Ủy ban nhân dân xã Mẫu An)'
    expect(await said('officer')).toEqual([
      'Chuyển sang bước “Thẩm tra”. Lý do: chữ ký nhận được không khớp với văn bản, nên không được dùng',
      `${mau}: xong; sang bước “Thẩm tra”. Lời ghi: Đủ điều kiện.`,
      `${mau}: nhận việc ở bước “Thẩm tra”`,
      'Bắt đầu giải quyết, bước “Thẩm tra”',
      `${thu}: tiếp nhận, mã hồ sơ ${dossier.code}`,
      'Người nộp: nộp hồ sơ',
    ])
  })

  test('R-038: to the person: position and unit, no names, and not what officers wrote to each other', async () => {
    const lines = await said('citizen')
    expect(lines).toContain('Công chức thụ lý, Ủy ban nhân dân xã Mẫu An: nhận việc ở bước “Thẩm tra”')
    expect(lines.at(-1)).toBe('Bạn: nộp hồ sơ')
    for (const hidden of ['Lò Thị Mẩu', 'Trần Văn Thu', 'Đủ điều kiện', 'không khớp'])
      expect(lines.join('\n')).not.toContain(hidden)
  })

  test('in English as well', async () => {
    const lines = await said('officer', 'en')
    expect(lines[2]).toMatch(/^Lò Thị Mẩu \(.+, .+\): work taken at the step “Examine”$/)
    expect(lines.at(-1)).toBe('The applicant: application sent')
  })

  test('the position and unit of that day stand in the entry, and no name does', async () => {
    const facts = (await read(1, (tx) => listLog(tx, dossier))).map((entry) => JSON.stringify(entry.facts))
    expect(facts[1]).toContain('"position":{"en":"One-stop desk officer","vi":"Cán bộ một cửa"}')
    expect(facts.join()).not.toContain('Trần')
  })
})

test('a dossier received before positions were written down still says what happened', () => {
  const said = { agencyId: 1, dossierId: 'd', seq: 2, at: new Date(), prevHash: '', hash: '' }
  const entry = {
    ...said,
    actor: { kind: 'officer', id: 'o' } as const,
    type: 'dossier.step',
    facts: { action: 'claim' },
  }
  expect(sayLogEntry(entry, 'vi')).toBe('Cán bộ: nhận việc')
  expect(sayLogEntry({ ...entry, facts: { action: 'return' }, words: 'Thiếu.' }, 'en')).toBe(
    'An officer: sent back a step. Note: Thiếu.',
  )
})
