import { dayOf, toLocal } from '#kernel/local-date.ts'
import { putFile } from '#platform/files/index.ts'
import type { OfficerRecord } from '#rooms/identity/index.ts'
import { by, type Life, SYSTEM } from './life.ts'
import type { Row } from './rows.ts'

interface Issued {
  at: Date
  item: Row<'work_items'>
  signer: OfficerRecord
  outcome: 'granted' | 'rejected'
  /** The file all of them share. */
  sha256: string
}

/** There is a result. Its number is given when the batch is written. */
export function issue(life: Life, { at, item, signer, outcome, sha256 }: Issued): Row<'results'> {
  const { dossier, dice, template } = life
  const { agency, service, competent, resultTitle: title, origin } = template
  const { signer: signs } = service.package.result
  const day = dayOf(toLocal(at))
  const rejected = outcome === 'rejected'
  const heading = rejected ? 'Thông báo từ chối giải quyết hồ sơ' : title
  const result: Row<'results'> = {
    ...life.own,
    id: dice.idAt(at),
    dossier_code: dossier.code ?? '',
    procedure_code: dossier.procedure_code,
    unit_id: competent.id,
    person_id: dossier.person_id,
    item_id: item.id,
    outcome,
    year: Number(day.slice(0, 4)),
    seq: 0,
    number: rejected ? '{seq}/TB-TC' : service.package.result.number,
    title: heading,
    document: {
      ...{ number: '', title: heading, paragraphs: [WORDS], tables: [], recipients: [dossier.owner.name] },
      ...{ signerPosition: signs.position, parentAgency: agency.name.vi, unit: competent.name.vi },
      ...{ place: agency.name.vi, issuedOn: day, origin },
    },
    fields: {},
    ...{ signer_user_id: signer.subject, signer_name: signer.name, signer_position: signs.position },
    issuer: competent.name.vi,
    verify_token: dice.hex(32),
    state: 'issued',
    ...{ prepared_at: at, signing_request_id: null, unsigned_sha256: null, file_sha256: sha256, issued_at: at },
    ...{ returned_at: null, returned_to: null, return_method: null, last_problem: null },
  }
  life.rows.results.push(result)
  dossier.result_ready_at = at
  const dueAt = dossier.due_at ? toLocal(dossier.due_at) : null
  life.say({ actor: SYSTEM, type: 'dossier.result-ready', at, facts: { outcome, resultId: result.id, dueAt } })
  life.settle()
  return result
}

/** Into the person's hands. */
export function handBack(
  life: Life,
  result: Row<'results'>,
  { at, officer }: { at: Date; officer: OfficerRecord },
): void {
  const { dossier } = life
  const channel = dossier.result_channel
  dossier.returned_at = at
  life.say({ actor: by(officer), type: 'dossier.returned', at, facts: { channel } })
  life.settle()
  Object.assign(result, { state: 'returned', returned_at: at, returned_to: dossier.owner.name, return_method: channel })
}

const WORDS = 'Kết quả mẫu, không có giá trị pháp lý.'

/** The page every loaded result opens: it is signed by nobody, and says what it is. Answers its name in the store. */
export async function keepSampleFile(): Promise<string> {
  const text = 'BT /F1 14 Tf 72 760 Td (Synthetic result made by "motcua demo load". It certifies nothing.) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  pdf += `${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return (await putFile(Buffer.from(pdf, 'latin1'))).sha256
}
