import { existsSync } from 'node:fs'
import type { LocalDate } from '#kernel/local-date.ts'
import { projectPath } from '#platform/config/index.ts'
import type { InstallablePackage } from './installable.ts'

/** The public catalogue beside the project; tests that need it skip where it is not there. */
export const CATALOGUE = projectPath('..', 'shared', 'data', 'national-catalogue')
export const hasCatalogue = existsSync(CATALOGUE)

/** A record of the list, in the national portal's shape. */
export function aListedSource(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    code: '9.000001',
    name: 'Thủ tục đăng ký mẫu',
    categories: ['Hộ tịch'],
    departments: ['Ủy ban nhân dân cấp xã'],
    departmentPromulgate: 'Bộ Mẫu',
    formalityTargetType: ['Công dân Việt Nam'],
    state: 'ACTIVE',
    type: 'STANDARD',
    ...over,
  }
}

/** A detail record, `data` of the national portal's answer. */
export function aDetailSource(over: Record<string, unknown> = {}): Record<string, unknown> {
  const fee = { type: 'SERVICE_FEE', value: 8000, description: 'Lệ phí: 8.000 đồng' }
  const paper = { code: 'KQ.G99.000001', name: '- Tờ khai theo mẫu', originalQty: 1, copyQty: 0, required: false }
  return {
    code: '9.000001',
    name: 'Thủ tục đăng ký mẫu',
    type: 'STANDARD',
    state: 'ACTIVE',
    categoriesDetails: [{ code: 'G15-TP07', name: 'Hộ tịch' }],
    subjectTypesDetails: [{ code: 'ĐT1', name: 'Công dân Việt Nam' }],
    departmentPromulgateCode: 'G99',
    departmentPromulgateName: 'Bộ Mẫu',
    departmentsExecuting: [{ code: 'H99.1', name: 'Ủy ban nhân dân cấp xã' }],
    executionSteps: [{ name: 'Bước 1:', description: '- Nộp hồ sơ\n- Nhận giấy hẹn' }],
    executionMethods: [
      {
        submissionMethod: 'ONLINE',
        processingTime: 3,
        processingTimeUnit: 'WORKING_DAY',
        description: '',
        fees: [fee],
      },
    ],
    executionCases: [{ name: '* Giấy tờ phải nộp:', profileComponents: [paper] }],
    cases: [{ code: '9.000001.01', name: 'Đăng ký mẫu', processingDay: { qty: 3, type: 'WORKING_DAY' } }],
    resultsDetails: [{ code: 'KQ.1', name: 'Giấy chứng nhận mẫu' }],
    legalBasisesDetails: [{ code: '63/2010/NĐ-CP', name: 'Nghị định mẫu' }],
    procedureProposal: {
      proposalNumber: '1/QĐ-BM',
      decisionDate: Date.UTC(2026, 0, 5),
      issuingAgency: { name: 'Bộ Mẫu' },
    },
    updatedAt: Date.UTC(2026, 0, 6),
    isFullProcess: true,
    ...over,
  }
}

/** A package as the `forms` room checks it, as far as this room reads it. */
export function anInstallable(over: Partial<InstallablePackage['service']> = {}): InstallablePackage {
  const code = over.code ?? '9.000009'
  return {
    service: {
      code,
      version: '1.0.0',
      validFrom: '2026-01-01' as LocalDate,
      name: { vi: 'Cấp giấy mẫu', en: 'Sample certificate' },
      level: 'full',
      channels: ['online', 'counter', 'post'],
      applicants: [{ kind: 'person', assurance: 'level-2' }],
      cases: [{ code: `${code}.01`, name: { vi: 'Thông thường', en: 'Ordinary' }, limit: '3wd', law: 'Luật Mẫu' }],
      documents: [
        {
          id: 'declaration',
          code: 'KQ.3',
          name: { vi: 'Tờ khai', en: 'Declaration' },
          originals: 1,
          copies: 0,
          by: 'form',
        },
      ],
      fees: [{ id: 'charge', kind: 'charge', name: { vi: 'Lệ phí', en: 'Charge' }, law: 'Luật Mẫu', amount: '8000' }],
      competent: [{ unit: { by: 'receiving' } }],
      resultDelivery: ['electronic', 'counter'],
      ...over,
    },
    procedure: {
      code,
      name: 'Thủ tục cấp giấy mẫu',
      field: { code: 'G15-TP07', name: 'Hộ tịch' },
      publisher: { code: 'G99', name: 'Bộ Mẫu' },
      executing: ['Ủy ban nhân dân cấp xã'],
      coordinating: [],
      audiences: ['Công dân Việt Nam'],
      results: [{ code: 'KQ.2', name: 'Giấy mẫu' }],
      decision: { number: '2/QĐ-BM', on: '2026-01-01' as LocalDate, agency: 'Bộ Mẫu' },
      updatedOn: '2026-01-02' as LocalDate,
      plain: {
        vi: { name: 'Giấy mẫu', summary: 'Giấy để thử.', keywords: ['giấy thử nghiệm'], asksOfYou: ['3 câu hỏi'] },
        en: {
          name: 'Sample certificate',
          summary: 'A paper for tests.',
          keywords: ['test paper'],
          asksOfYou: ['3 questions'],
        },
      },
      steps: [{ title: { vi: 'Bạn nộp hồ sơ', en: 'You apply' }, text: ['Nhận mã ngay.'] }],
      channels: [{ channel: 'online', limit: '3wd', fee: '8.000 đồng' }],
      documents: [{ group: '', items: [{ code: 'KQ.3', name: 'Tờ khai', originals: 1, copies: 0 }] }],
      notes: [],
      requirements: [],
      law: [{ code: '60/2014/QH13', name: 'Luật Hộ tịch' }],
    },
  }
}

const t = (vi: string) => ({ vi, en: vi })

/** A package with everything the page tells apart: papers by how they come, cases by how long, a fee by province. */
export function aCopyService(): InstallablePackage {
  const common = { code: '', originals: 1, copies: 0 }
  const source = t('Cơ sở dữ liệu mẫu')
  return anInstallable({
    code: '9.000008',
    name: t('Cấp giấy bản sao mẫu'),
    cases: [
      { code: '9.000008.02', name: t('Xin cho người khác'), when: 'forWhom = "other"', limit: '5wd', law: 'Luật Mẫu' },
      { code: '9.000008.01', name: t('Xin cho mình'), limit: '0wd', law: 'Luật Mẫu' },
    ],
    documents: [
      { ...common, id: 'online', name: t('Mẫu điện tử'), when: 'channel = "online"', by: 'form' },
      { ...common, id: 'paper', name: t('Tờ khai giấy'), when: 'channel != "online"', by: 'form' },
      { ...common, id: 'identity', name: t('Giấy tờ tùy thân'), when: 'channel != "online"', by: 'present', source },
      { ...common, id: 'residence', name: t('Nơi cư trú'), by: 'data', source },
      {
        ...common,
        id: 'authorisation',
        name: t('Văn bản ủy quyền'),
        when: 'forWhom = "other"',
        by: 'upload',
        plain: t('Chỉ khi nhờ người khác.'),
      },
    ],
    fees: [
      {
        id: 'copies',
        kind: 'fee',
        name: t('Phí bản sao'),
        law: 'Thông tư mẫu',
        amount: 'rate * copies',
        each: { question: 'copies', says: { vi: 'mỗi bản', en: 'a copy' } },
        rates: [
          { agency: 'H99', amount: 8000, from: '2025-07-01' as LocalDate, law: 'Nghị quyết mẫu' },
          { agency: 'H99', amount: 9000, from: '2999-01-01' as LocalDate, law: 'Nghị quyết sau' },
        ],
        exemptions: [{ id: 'poor', name: t('Hộ nghèo'), when: 'poor = true', law: 'Luật Mẫu' }],
      },
    ],
  })
}
