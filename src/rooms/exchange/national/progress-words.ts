import type { LogEntry } from '#rooms/dossiers/index.ts'
import type { ServicePackage } from '#rooms/forms/index.ts'

const DONE: Record<string, string> = {
  'dossier.submitted': 'Nộp hồ sơ',
  'dossier.received': 'Tiếp nhận hồ sơ',
  'dossier.refused': 'Từ chối tiếp nhận hồ sơ',
  'dossier.withdrawn': 'Người nộp rút hồ sơ',
  'dossier.supplement-requested': 'Yêu cầu bổ sung hồ sơ',
  'dossier.supplied': 'Đã nhận bổ sung hồ sơ',
  'dossier.discontinued': 'Dừng giải quyết hồ sơ',
  'dossier.result-ready': 'Đã có kết quả',
  'dossier.returned': 'Đã trả kết quả',
}

/** What an entry of the log says was done, in the language of the contract. */
export function sayDone({ type, facts }: LogEntry, { steps }: ServicePackage['process']): string {
  const step = steps.find(({ id }) => id === facts.step)
  if (type === 'dossier.processing-started') return step ? `Bắt đầu: ${step.name.vi}` : 'Bắt đầu giải quyết'
  if (type !== 'dossier.step') return DONE[type] ?? 'Cập nhật hồ sơ'
  const from = steps.find(({ id }) => id === facts.from)
  const action = from?.actions.find(({ id }) => id === facts.action)
  if (facts.action === 'claim') return `Nhận xử lý: ${step?.name.vi ?? ''}`
  if (facts.action === 'hand-over') return `Chuyển người xử lý: ${step?.name.vi ?? ''}`
  return action && step ? `${action.label.vi} → ${step.name.vi}` : (step?.name.vi ?? 'Chuyển bước')
}
