import { newId } from '#kernel/id.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Citizen, Officer, Role } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { DEMO, getUnit } from '#rooms/agencies/index.ts'
import type { Answers, Documents, FormContext, ServicePackage } from '#rooms/forms/index.ts'
import { installService } from '#rooms/procedures/index.ts'
import { getDossier } from './commands/find.ts'
import { markResultReady, returnResult, startProcessing } from './commands/process.ts'
import { receiveDossier } from './commands/receive.ts'
import { refuseDossier } from './commands/refuse.ts'
import { submitDossier } from './commands/submit.ts'
import { requestSupplement } from './commands/supplement.ts'
import { withdrawDossier } from './commands/withdraw.ts'
import { type Dossier, refOf } from './dossier.ts'
import type { Status } from './status.ts'

const text = (vi: string, en: string) => ({ vi, en })

/** A small service with everything this room reads: a case, papers, a fee, a commune that decides, a way of delivery. */
export const sampleService: ServicePackage = {
  format: 1,
  service: {
    code: '9.000001',
    version: '1.0.0',
    validFrom: localDate('2025-07-01'),
    name: text('Cấp Giấy xác nhận mẫu', 'Sample certificate'),
    level: 'full',
    channels: ['online', 'counter'],
    applicants: [{ kind: 'person', assurance: 'level-2' }],
    cases: [{ code: '9.000001.01', name: text('Thông thường', 'Ordinary'), limit: '3wd', law: 'Luật Mẫu, Điều 1' }],
    documents: [
      {
        id: 'declaration',
        code: '000.00.00.G99-KQ000001',
        name: text('Tờ khai mẫu', 'Sample declaration'),
        originals: 1,
        copies: 0,
        by: 'form',
      },
      {
        id: 'old-paper',
        code: '000.00.00.G99-KQ000002',
        name: text('Giấy đã cấp trước đây', 'The earlier paper'),
        originals: 0,
        copies: 1,
        by: 'upload',
      },
    ],
    fees: [
      { id: 'charge', kind: 'charge', name: text('Lệ phí mẫu', 'Sample charge'), law: 'Luật Mẫu', amount: '8000' },
    ],
    competent: [{ unit: { by: 'answer', question: 'residenceCommune' } }],
    resultDelivery: ['electronic', 'counter'],
  },
  procedure: {
    code: '9.000001',
    name: 'Cấp Giấy xác nhận mẫu',
    field: { code: 'G99-TP01', name: 'Mẫu' },
    publisher: { code: 'G99', name: 'Bộ Mẫu' },
    executing: ['Ủy ban nhân dân cấp xã'],
    coordinating: [],
    audiences: ['Công dân Việt Nam'],
    results: [{ code: 'KQ.G99.000001', name: 'Giấy xác nhận mẫu' }],
    decision: { number: '1/QĐ-BM', on: localDate('2025-06-30'), agency: 'Bộ Mẫu' },
    updatedOn: localDate('2025-06-30'),
    plain: {
      vi: { name: 'Giấy xác nhận mẫu', summary: 'Giấy để thử.', keywords: ['mẫu'], asksOfYou: ['Một tờ khai'] },
      en: { name: 'Sample certificate', summary: 'A paper to try.', keywords: ['sample'], asksOfYou: ['One form'] },
    },
    steps: [],
    channels: [{ channel: 'online', limit: '3wd', fee: '8.000 đồng' }],
    documents: [],
    notes: [],
    requirements: [],
    law: [{ code: '1', name: 'Luật Mẫu' }],
  },
  form: {
    steps: [
      {
        id: 'about-you',
        title: text('Về bạn', 'About you'),
        questions: [
          {
            id: 'fullName',
            kind: 'text',
            label: text('Họ và tên', 'Full name'),
            prefill: { fact: 'person.name', locked: true },
          },
          { id: 'phone', kind: 'text', format: 'phone', label: text('Điện thoại', 'Telephone') },
          { id: 'email', kind: 'text', format: 'email', label: text('Thư điện tử', 'E-mail'), required: false },
        ],
      },
      {
        id: 'paper',
        title: text('Giấy xin cấp', 'The paper'),
        questions: [
          { id: 'residenceCommune', kind: 'select', label: text('Xã nơi ở', 'Commune'), options: 'communes' },
          { id: 'purposeText', kind: 'long-text', label: text('Để làm gì', 'What for'), maxLength: 500 },
          {
            id: 'oldPaper',
            kind: 'file',
            document: 'old-paper',
            label: text('Giấy cũ', 'Old paper'),
            required: false,
            maxFiles: 2,
          },
        ],
      },
      {
        id: 'result',
        title: text('Nhận kết quả', 'Result'),
        questions: [
          {
            id: 'delivery',
            kind: 'radios',
            label: text('Cách nhận', 'How to receive it'),
            options: [
              { value: 'electronic', label: text('Bản điện tử', 'Electronic') },
              { value: 'counter', label: text('Tại quầy', 'At the counter') },
            ],
          },
        ],
      },
    ],
  },
  process: {
    start: 'appraise',
    steps: [
      {
        id: 'appraise',
        name: text('Thẩm tra', 'Examine'),
        kind: 'task',
        role: 'caseOfficer',
        unit: 'competent',
        actions: [{ id: 'finish', label: text('Xong', 'Finish'), to: 'end', kind: 'forward' }],
      },
      { id: 'end', name: text('Xong', 'Done'), kind: 'end', actions: [] },
    ],
  },
  result: {
    kind: 'certificate',
    fields: [],
    title: 'Giấy xác nhận mẫu',
    number: '{seq}/GXN',
    paragraphs: [],
    tables: [],
    signer: { position: 'Chủ tịch' },
    recipients: [],
  },
  letters: [],
  examples: [],
}

/** Installs the sample service at both demonstration agencies. */
export async function installSample(): Promise<void> {
  for (const agencyId of [1, 2]) await transaction(agencyId, (tx) => installService(tx, agencyId, sampleService))
}

export function aCitizen(given: Partial<Citizen> = {}): Citizen {
  return { kind: 'citizen', agencyId: 1, personId: newId(), name: 'Hà Thị Mẫu', assurance: 'level-2', ...given }
}

/** An officer of one unit; `also` adds appointments. */
export async function anOfficer(
  unitId: string,
  roles: readonly Role[] = ['desk-officer'],
  given: Partial<Officer> = {},
): Promise<Officer> {
  const agencyId = given.agencyId ?? 1
  const { code } = await read(agencyId, (tx) => getUnit(tx, unitId))
  const appointments = [{ unitId, unitCode: code, roles }]
  return { kind: 'officer', agencyId, officerId: newId(), name: 'Trần Văn Thử', appointments, ...given }
}

export function sampleContext(): FormContext {
  const communes = ['H99.12', 'H99.13', 'H99.14'].map((value) => ({ value, label: text(value, value) }))
  const source = text('Cơ sở dữ liệu quốc gia về dân cư', 'National Population Database')
  return {
    today: today(),
    applicant: { kind: 'person' },
    profile: { 'person.name': { value: 'Hà Thị Mẫu', source, authoritative: true } },
    lists: { communes, provinces: [] },
  }
}

export const sampleAnswers: Answers = {
  phone: '0900000012',
  email: 'mau@example.test',
  residenceCommune: 'H99.12',
  purposeText: 'Để thử',
  delivery: 'counter',
}

export interface Given {
  status?: Exclude<Status, 'draft' | 'discontinued' | 'awaiting-payment'>
  citizen?: Citizen
  /** Code of the commune that decides. */
  commune?: 'H99.12' | 'H99.13' | 'H99.14'
  answers?: Answers
  documents?: Documents
  key?: string
  language?: 'vi' | 'en'
}

export async function submitSample({
  citizen = aCitizen(),
  commune = 'H99.12',
  ...given
}: Given = {}): Promise<Dossier> {
  return submitDossier(citizen, {
    key: given.key ?? newId(),
    procedureCode: sampleService.service.code,
    serviceVersion: sampleService.service.version,
    channel: 'online',
    language: given.language ?? 'vi',
    from: {
      answers: { ...sampleAnswers, residenceCommune: commune, ...given.answers },
      documents: given.documents ?? {},
    },
    context: sampleContext(),
    applicant: { kind: 'person', name: citizen.name, identityNumber: '000198000012', address: 'Bản Nà Mẫu, xã Mẫu An' },
  })
}

const UNITS = { 'H99.12': DEMO.units.mauAn, 'H99.13': DEMO.units.mauSon, 'H99.14': DEMO.units.mauTrung }
const SYSTEM = { kind: 'system' } as const
const STEP = { id: 'appraise', name: text('Thẩm tra', 'Examine') }

/** A dossier of the sample service in the given status, brought there by the room's own commands. `installSample` first. */
export async function aDossier(given: Given = {}): Promise<Dossier> {
  const { status = 'submitted', citizen = aCitizen(), commune = 'H99.12' } = given
  const submitted = await submitSample({ ...given, citizen })
  const ref = refOf(submitted)
  const desk = await anOfficer(UNITS[commune])
  const again = (code: string) => read(1, (tx) => getDossier(tx, citizen, code))
  if (status === 'submitted') return submitted
  if (status === 'refused') {
    await refuseDossier(desk, ref, { reason: 'Không thuộc thẩm quyền', basis: 'Luật Mẫu, Điều 2' })
    return again(ref)
  }
  const { code } = await receiveDossier(desk, ref, {
    documents: [{ name: 'Tờ khai mẫu', kind: 'electronic', copies: 1 }],
  })
  if (status === 'withdrawn') await withdrawDossier(citizen, code, {})
  if (status === 'received' || status === 'withdrawn') return again(code)

  await transaction(1, async (tx) =>
    startProcessing(tx, await getDossier(tx, citizen, code), {
      actor: SYSTEM,
      step: { ...STEP, unitId: UNITS[commune] },
    }),
  )
  if (status === 'awaiting-supplement') {
    const caseOfficer = await anOfficer(UNITS[commune], ['case-officer'])
    await requestSupplement(caseOfficer, code, {
      items: [{ name: 'Giấy cũ, trang 2', reason: 'Ảnh chụp thiếu trang 2.' }],
    })
  }
  if (status === 'result-ready' || status === 'returned') {
    await transaction(1, async (tx) => {
      const dossier = await getDossier(tx, citizen, code)
      const ready = await markResultReady(tx, dossier, { actor: SYSTEM, outcome: 'granted', resultId: newId() })
      if (status === 'returned') await returnResult(tx, ready, { actor: SYSTEM, channel: 'electronic' })
    })
  }
  return again(code)
}
