import { DomainError, NotFound } from '#kernel/errors.ts'
import type { Citizen } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Applying, barFor, partyOf, prepareApplying, type Submission } from '#rooms/dossiers/index.ts'
import { type Documents, validateAll, walk } from '#rooms/forms/index.ts'
import { NATIONAL_PORTAL_ISSUER, personVouchedFor } from '#rooms/identity/index.ts'
import type { FieldReason } from '../../message.ts'
import { type BroughtDossier, questionsFor, unknownAnswers } from '../dossier-brought.ts'
import { Refused } from '../envelope.ts'

/** A dossier that could be filed, were its files here. */
export interface Prepared {
  citizen: Citizen
  applying: Applying
  brought: BroughtDossier
  /** The question each file answers, in the order of the files. */
  questions: readonly string[]
}

/** Finds person and service, and asks the form whether it would take this. Throws Refused with a reason for each field. */
export async function prepare(tx: Tx, agencyId: number, brought: BroughtDossier): Promise<Prepared> {
  const citizen = await person(tx, agencyId, brought)
  const applying = await service(tx, citizen, brought.procedureCode)
  const bar = barFor(applying, citizen)
  if (bar) throw new Refused([barred(bar.why)])
  const { form } = applying.service
  const journey = walk(form, { answers: brought.answers, documents: {} }, applying.context)
  const found = questionsFor(applying.service, journey, brought.files)
  const reasons = [
    ...unknownAnswers(form, brought.answers),
    ...found.filter((one): one is FieldReason => typeof one !== 'string'),
  ]
  if (reasons.length > 0) throw new Refused(reasons)
  const questions = found.filter((one) => typeof one === 'string')

  const places = brought.files.map((_file, index) => `file-${index}`)
  const filled = { answers: brought.answers, documents: underQuestions(questions, places) }
  const errors = validateAll(form, filled, applying.context)
  if (errors.length === 0) return { citizen, applying, brought, questions }
  const isFile = new Set(form.steps.flatMap((step) => step.questions).flatMap(fileQuestion))
  throw new Refused(
    errors.map(({ question, message }) => ({
      field: isFile.has(question) ? 'TaiLieuNop' : `DuLieuBieuMau.${question}`,
      reason: message.vi,
    })),
  )
}

function fileQuestion({ id, definition }: { id: string; definition: { kind: string } }): string[] {
  return definition.kind === 'file' ? [id] : []
}

async function person(tx: Tx, agencyId: number, { claims }: BroughtDossier): Promise<Citizen> {
  try {
    return await personVouchedFor(tx, agencyId, { issuer: NATIONAL_PORTAL_ISSUER, claims })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'identity.claims-incomplete') {
      throw new Refused([{ field: 'ChuHoSo', reason: 'không cho biết là ai' }])
    }
    throw error
  }
}

async function service(tx: Tx, citizen: Citizen, code: string): Promise<Applying> {
  try {
    return await prepareApplying(tx, citizen, code)
  } catch (error) {
    if (error instanceof NotFound) throw new Refused([{ field: 'MaTTHC', reason: 'cơ quan không nhận thủ tục này' }])
    throw error
  }
}

function barred(why: 'not-online' | 'other-kind' | 'assurance'): FieldReason {
  if (why === 'not-online') return { field: 'MaTTHC', reason: 'thủ tục này không nộp trực tuyến' }
  if (why === 'other-kind') return { field: 'LoaiDoiTuong', reason: 'thủ tục này không dành cho đối tượng này' }
  return { field: 'TaiKhoanDuocXacThucVoiVNeID', reason: 'thủ tục này cần tài khoản định danh mức độ cao hơn' }
}

function underQuestions(questions: readonly string[], ids: readonly string[]): Documents {
  const documents: Record<string, string[]> = {}
  for (const [index, question] of questions.entries()) {
    documents[question] = [...(documents[question] ?? []), ids[index] ?? '']
  }
  return documents
}

/** What every door hands over: the same command files it. */
export function submissionOf({ applying, brought, questions }: Prepared, ids: readonly string[]): Submission {
  const { ref, procedureCode, filedAt, answers } = brought
  return {
    key: `national:${ref}`,
    procedureCode,
    serviceVersion: applying.service.package.service.version,
    channel: 'online',
    language: 'vi',
    from: { answers, documents: underQuestions(questions, ids) },
    context: applying.context,
    applicant: { ...partyOf(applying.person), ...stated(brought) },
    born: { nationalCode: ref, at: filedAt },
  }
}

/** What was said of the person with this dossier goes before what is known of them from another day. */
function stated({ claims }: BroughtDossier): { phone?: string; email?: string } {
  const { SoDienThoai: phone, ThuDienTu: email } = claims
  return {
    ...(typeof phone === 'string' && phone !== '' ? { phone } : {}),
    ...(typeof email === 'string' && email !== '' ? { email } : {}),
  }
}
