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
