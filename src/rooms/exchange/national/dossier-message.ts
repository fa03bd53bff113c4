import { type LocalDateTime, toLocal } from '#kernel/local-date.ts'
import type { Dossier, DossierSlips, Life, LivedSupplement, Party, Proven } from '#rooms/dossiers/index.ts'
import type { Composed, NotComposed, StatusCodes } from '../adapter.ts'

/** Everything a message about a dossier may draw on. `life` is what the log proved at the entry that caused it. */
export interface Facts {
  dossier: Dossier
  life: Life
  slips: Pick<DossierSlips, 'supplementRequests' | 'refusal'>
  codes: StatusCodes
  /** As the national catalogue has it; the dossier bears the agency's own. */
  procedureName: string
  field: { code: string; name: string }
  unitName: (id: string) => string
  papers: readonly { id: string; name: string; componentCode: string; addedAt: Date }[]
  result: { id: string; title: string; code: string; url: string } | undefined
}

/** Stands for the record as it was filed: the first entry of the log binds it by its hash. */
const FILED = [1]

/**
 * What the portal calls the dossier: its own code for one that was born there, else ours once it has one. One that ended
 * at our door never gets one, and the contract knows no other.
 */
export function refFor({ dossier }: Pick<Facts, 'dossier'>): string | undefined {
  return dossier.nationalCode ?? dossier.code
}

/** The entries of the log that prove that code. */
export function provenRef({ nationalCode, code, submitted }: Life): readonly number[] {
  return [(nationalCode ?? code ?? submitted).seq]
}

/** Why there is nothing to say yet, or nothing at all. */
export function withoutRef({ refused, withdrawn }: Life): NotComposed {
  return refused || withdrawn ? { never: 'never-received' } : { wait: 'no-code-yet' }
}

/** `20261125143000`, Vietnam time. */
export function stamp(at: Date | LocalDateTime): string {
  const local = typeof at === 'string' ? at : toLocal(at)
  const seconds = typeof at === 'string' ? 0 : at.getUTCSeconds()
  return `${local.replace(/\D/g, '')}${String(seconds).padStart(2, '0')}`
}

class Fields {
  readonly payload: Record<string, unknown> = {}
  readonly proof: Record<string, readonly number[]> = {}

  add(name: string, value: unknown, proof: readonly number[] = FILED): void {
    if (value === undefined || value === '') return
    this.payload[name] = value
    this.proof[name] = proof
  }

  moment(name: string, fact: Proven<Date | LocalDateTime> | undefined): void {
    if (fact) this.add(name, stamp(fact.value), [fact.seq])
  }
}

const CHANNELS = { counter: '1', online: '2', post: '3' } as const
const RESULT_WAYS = { counter: 'Nhận tại quầy', electronic: 'Nhận bản điện tử', post: 'Nhận qua bưu chính' } as const

/**
 * DongBoHoSoMC: the dossier as the log proved it. A field that nothing proves is not sent: no placeholder, no time that
 * did not happen. @see contract v1.4 and later, DongBoHoSoMC
 */
export function dossierMessage(facts: Facts, ref: string): Composed {
  const { dossier, life } = facts
  const fields = new Fields()
  fields.add('MaHoSo', ref, provenRef(life))
  fields.add('MaTTHC', dossier.procedureCode)
  fields.add('TenTTHC', facts.procedureName)
  fields.add('MaLinhVuc', facts.field.code)
  fields.add('TenLinhVuc', facts.field.name)
  fields.add('KenhThucHien', CHANNELS[dossier.channel])
  addOwner(fields, dossier.owner)
  fields.add('TrichYeuHoSo', dossier.procedureName.vi.slice(0, 1000))
  addTimes(fields, life)
  fields.add('TrangThaiHoSo', facts.codes.get(life.status.value)?.code, [life.status.seq])
  // The contract knows 0 in person and 1 by post; a result that is sent electronically is said in words.
  fields.add('HinhThuc', dossier.resultChannel === 'post' ? '1' : '0')
  fields.add('ThongTinTra', RESULT_WAYS[dossier.resultChannel])
  fields.add('DonViXuLy', facts.unitName(dossier.competentUnitId))
  fields.add('NoiNopHoSo', life.nationalCode ? '1' : '2')
  fields.add('TaiKhoanDuocXacThucVoiVNeID', dossier.personId && dossier.channel === 'online' ? '1' : '0')
  fields.add('TaiLieuNop', papersOf(facts))
  fields.add('DanhSachHoSoBoSung', supplementsOf(facts), provenBy(life.supplements))
  if (facts.result && life.ready && life.outcome?.value === 'granted') {
    fields.add('DanhSachGiayToKetQua', [resultOf(facts.result)], [life.ready.seq])
  }
  return { ref, payload: fields.payload, proof: fields.proof }
}

function addOwner(fields: Fields, owner: Party): void {
  const number = owner.identityNumber
  fields.add('ChuHoSo', owner.name)
  fields.add('LoaiDoiTuong', owner.kind === 'person' ? '1' : '2')
  fields.add('SoGiayToChuHoSo', number)
  if (number) fields.add('DinhDanhCHS', { LoaiDinhDanh: /^\d{12}$/.test(number) ? '1' : '2', SoDinhDanh: number })
  fields.add('Email', owner.email)
  fields.add('SoDienThoai', owner.phone)
}

function addTimes(fields: Fields, life: Life): void {
  fields.moment('NgayNopHoSo', life.filedThere ?? life.submitted)
  fields.moment('NgayTiepNhan', life.received)
  fields.moment('NgayHenTra', life.due)
  fields.moment('NgayTuChoi', life.refused)
  fields.moment('NgayKetThucXuLy', life.ready ?? life.refused ?? life.withdrawn ?? life.discontinued)
  fields.moment('NgayTra', life.returned)
}

function papersOf({ papers, life }: Facts): unknown[] {
  const last = lastMoment(life)
  return papers
    .filter(({ addedAt }) => addedAt <= last)
    .map(({ id, name, componentCode }) => ({
      TepDinhKemId: id,
      TenTepDinhKem: name.slice(0, 4000),
      IsDeleted: 'False',
      ...(componentCode ? { MaThanhPhanHoSo: componentCode } : {}),
      DuocSoHoa: '0',
      DuocTaiSuDung: '0',
      DuocLayTuKhoDMQG: '0',
    }))
}

/** Papers that came later are not part of what is said here. */
function lastMoment(life: Life): Date {
  const moments = life.supplements.flatMap(({ supplied }) => (supplied ? [supplied.value.getTime()] : []))
  return new Date(Math.max(life.submitted.value.getTime(), ...moments))
}

function supplementsOf({ life, slips, unitName }: Facts): unknown[] | undefined {
  if (life.supplements.length === 0) return undefined
  return life.supplements.map((lived) => {
    const slip = slips.supplementRequests.find(({ number }) => number === lived.number)
    return {
      HoSoBoSungId: String(lived.number),
      NguoiYeuCauBoSung: slip?.officerName,
      NoiDungBoSung: slip?.items.map(({ name, reason }) => `${name}: ${reason}`).join('; '),
      NgayBoSung: stamp(lived.requested.value),
      TrangThaiBoSung: lived.supplied ? '1' : '0',
      ...(slip ? { ThongTinTiepNhan: unitName(slip.unitId) } : {}),
      ...(lived.supplied ? { NgayTiepNhanBoSung: stamp(lived.supplied.value) } : {}),
      ...(lived.dueBefore ? { NgayHenTraTruoc: stamp(lived.dueBefore) } : {}),
      ...(lived.dueAfter ? { NgayHenTraMoi: stamp(lived.dueAfter) } : {}),
    }
  })
}

function provenBy(supplements: readonly LivedSupplement[]): number[] {
  return supplements.flatMap(({ requested, supplied }) => [requested.seq, ...(supplied ? [supplied.seq] : [])])
}

function resultOf({ id, title, code, url }: NonNullable<Facts['result']>) {
  return { TenGiayTo: title.slice(0, 2000), GiayToId: id, MaGiayToKetQua: code, DuongDanTepTinKetQua: url }
}
