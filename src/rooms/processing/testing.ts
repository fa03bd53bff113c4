import type { Officer } from '#kernel/viewer.ts'
import { read, transaction } from '#platform/db/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { type Dossier, getDossierAsSystem, refOf } from '#rooms/dossiers/index.ts'
import { aDossier, type Given, sampleService } from '#rooms/dossiers/testing.ts'
import type {
  LetterDefinition,
  ProcessAction,
  ProcessDefinition,
  ProcessStep,
  ServicePackage,
} from '#rooms/forms/index.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import { installService } from '#rooms/procedures/index.ts'
import { act, claim } from './commands/act.ts'
import { followSignature, startProcess } from './commands/follow.ts'
import { listOpenItems } from './store/work-items.ts'
import type { WorkItem } from './work-item.ts'

const text = (vi: string, en: string) => ({ vi, en })

function action(id: string, to: string, more: Partial<ProcessAction> = {}): ProcessAction {
  return { id, label: text(`Việc ${id}`, `Act ${id}`), to, kind: 'forward', ...more }
}

function step(id: string, more: Partial<ProcessStep>, actions: ProcessAction[] = []): ProcessStep {
  return { id, name: text(`Bước ${id}`, `Step ${id}`), kind: 'task', unit: 'competent', ...more, actions }
}

/** Everything a process can do: to propose either way, to ask another unit, to decide, to sign, to hand over. */
const officeProcess: ProcessDefinition = {
  start: 'appraise',
  steps: [
    step('appraise', { role: 'caseOfficer' }, [
      action('propose', 'approve', { kind: 'propose' }),
      action('propose-rejection', 'approve', { kind: 'reject', reasonRequired: true }),
      action('ask-justice', 'opinion'),
    ]),
    step('opinion', { role: 'caseOfficer', unit: { kind: 'department', field: 'justice' } }, [
      action('answer', 'appraise'),
    ]),
    step('approve', { role: 'approver' }, [
      action('approve', 'issue', { kind: 'approve' }),
      action('send-back', 'appraise', { kind: 'return', reasonRequired: true }),
    ]),
    step('issue', { kind: 'sign' }, [
      action('issued', 'return-result'),
      action('not-signed', 'approve', { kind: 'return' }),
    ]),
    step('return-result', { role: 'deskOfficer', unit: 'receiving' }, [action('returned', 'done')]),
    step('done', { kind: 'end' }),
  ],
}

/** Its own words of a rejection, so that a test can tell them from the general ones. */
const rejection: LetterDefinition = {
  id: 'rejection',
  title: text('Thông báo từ chối mẫu', 'Sample notice of rejection'),
  paragraphs: [text('Hồ sơ {dossierCode} của {owner} bị từ chối: {reason}', '{dossierCode} of {owner}: {reason}')],
  paper: { number: '{seq}/TC-MAU', recipients: ['{owner}'] },
}

export const officeService: ServicePackage = {
  ...sampleService,
  process: officeProcess,
  letters: [rejection],
  result: {
    ...sampleService.result,
    fields: [{ id: 'statement', kind: 'text', label: text('Nội dung xác nhận', 'Statement'), required: true }],
    paragraphs: [{ text: '{unit} xác nhận: {statement}.' }],
  },
}

/** The sample service with the process of an office, at both demonstration agencies. */
export async function installOffice(): Promise<void> {
  for (const agencyId of [1, 2]) await transaction(agencyId, (tx) => installService(tx, agencyId, officeService))
}

/** Three people of Mẫu An who do the work, as the demonstration appoints them. */
export async function officeOfMauAn(): Promise<Record<'desk' | 'caseOfficer' | 'chair', Officer>> {
  return {
    desk: await anOfficer('tran-van-thu'),
    caseOfficer: await anOfficer('lo-thi-mau'),
    chair: await anOfficer('nguyen-van-vi'),
  }
}

export function openItems(dossier: Pick<Dossier, 'id'>): Promise<WorkItem[]> {
  return read(DEMO.agencies.province, (tx) => listOpenItems(tx, dossier.id))
}

/** The one open piece of work on a dossier. */
export async function openItem(dossier: Pick<Dossier, 'id'>): Promise<WorkItem> {
  const [item, ...more] = await openItems(dossier)
  if (!item || more.length > 0)
    throw new Error(`expected one open piece of work, found ${more.length + (item ? 1 : 0)}`)
  return item
}

/** Takes the open work as this officer. */
export async function takeUp(officer: Officer, dossier: Dossier): Promise<WorkItem> {
  const item = await openItem(dossier)
  await claim(officer, { ref: refOf(dossier), itemId: item.id })
  return openItem(dossier)
}

export interface Act {
  actionId: string
  reason?: string
  fields?: Record<string, string>
}

/** Takes the open work and does it. */
export async function takeAndDo(officer: Officer, dossier: Dossier, { reason = '', ...said }: Act): Promise<void> {
  const item = await takeUp(officer, dossier)
  const { errors } = await act(officer, { ref: refOf(dossier), itemId: item.id, reason, ...said })
  if (errors.length > 0) throw new Error(`not done: ${JSON.stringify(errors)}`)
}

export const GRANT: Act = {
  actionId: 'propose',
  reason: 'Đủ điều kiện.',
  fields: { statement: 'chưa đăng ký kết hôn với ai' },
}

type Step = 'appraise' | 'approve' | 'issue' | 'return-result'

/** A dossier of the office's service that lies at a step, brought there by the room's own commands. `installOffice` first. */
export async function aDossierAt(at: Step, given: Omit<Given, 'status'> = {}): Promise<Dossier> {
  const { caseOfficer, chair } = await officeOfMauAn()
  const received = await aDossier({ ...given, status: 'received' })
  const { agencyId, id: dossierId } = received
  const again = () => read(agencyId, (tx) => getDossierAsSystem(tx, agencyId, dossierId))
  await startProcess({ agencyId, dossierId })
  if (at === 'appraise') return again()
  await takeAndDo(caseOfficer, received, GRANT)
  if (at === 'approve') return again()
  await takeAndDo(chair, received, { actionId: 'approve' })
  if (at === 'issue') return again()
  const { id: itemId } = await openItem(received)
  await followSignature({ agencyId, dossierId }, { itemId, signed: true, resultId: itemId, outcome: 'granted' })
  return again()
}
