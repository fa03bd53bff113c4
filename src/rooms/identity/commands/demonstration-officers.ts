import { localDate } from '#kernel/local-date.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { isDormant } from '../officer.ts'
import { addOfficer, appoint, findOfficerBySubject, setDisabled } from '../store/officers.ts'

interface DemonstrationOfficer {
  id: string
  agencyId: number
  subject: string
  name: string
  positions: readonly string[]
}

const P = DEMO.positions
const { province, ministry } = DEMO.agencies
const SINCE = localDate('2025-07-01')

function person(number: number, [subject, name]: readonly [string, string], positions: readonly string[]) {
  const agencyId = number < 200 ? province : ministry
  const id = `00000${agencyId}99-0003-7000-8000-${String(number).padStart(12, '0')}`
  return { id, agencyId, subject, name, positions }
}

// Subjects are those of the sandbox's staff provider (sandbox/README.md).
const officers: readonly DemonstrationOfficer[] = [
  person(101, ['tran-van-thu', 'Trần Văn Thu'], [P.mauAnDesk]),
  person(102, ['lo-thi-mau', 'Lò Thị Mẩu'], [P.mauAnCase]),
  person(103, ['nguyen-van-vi', 'Nguyễn Văn Vĩ'], [P.mauAnChair]),
  person(104, ['sung-thi-don', 'Sùng Thị Dợn'], [P.mauSonDesk]),
  person(105, ['ly-van-xet', 'Lý Văn Xết'], [P.mauSonCase]),
  person(106, ['giang-a-ky', 'Giàng A Ký'], [P.mauSonChair]),
  person(107, ['kha-thi-nhan', 'Kha Thị Nhàn'], [P.mauTrungDesk]),
  person(108, ['bui-van-tra', 'Bùi Văn Trà'], [P.mauTrungCase]),
  person(109, ['do-thi-chu', 'Đỗ Thị Chử'], [P.mauTrungChair]),
  person(110, ['dang-thi-quay', 'Đặng Thị Quầy'], [P.centreDesk]),
  person(111, ['cu-a-giam', 'Cư A Giám'], [P.centreSupervisor, P.provinceSupervisor]),
  person(112, ['vi-van-ho', 'Vi Văn Hộ'], [P.justiceCase]),
  person(113, ['ha-thi-duyet', 'Hà Thị Duyệt'], [P.justiceDirector]),
  person(114, ['quan-tri-tinh', 'Lê Quản Trị'], [P.provinceAdministrator]),
  person(201, ['pham-thi-bo', 'Phạm Thị Bộ'], [P.ministryDesk]),
  person(202, ['hoang-van-vu', 'Hoàng Văn Vũ'], [P.firstDepartmentCase, P.secondDepartmentCase]),
  person(203, ['vu-thi-truong', 'Vũ Thị Trường'], [P.firstDepartmentDirector, P.secondDepartmentDirector]),
  person(204, ['quan-tri-bo', 'Ngô Quản Trị'], [P.ministryAdministrator]),
]

/** Id of a demonstration officer by staff subject, `tran-van-thu`. Throws when there is none. */
export function demonstrationOfficerId(subject: string): string {
  const found = officers.find((officer) => officer.subject === subject)
  if (!found) throw new Error(`no demonstration officer ${subject}`)
  return found.id
}

export function isDemonstrationOfficer(officerId: string): boolean {
  return officers.some((officer) => officer.id === officerId)
}

/** Opens the accounts of the demonstration officers and appoints them. After `seedDemonstration()`; twice is harmless. */
export async function seedDemonstrationOfficers(): Promise<void> {
  for (const agencyId of [province, ministry]) {
    await transaction(agencyId, async (tx) => {
      for (const { id, subject, name, positions } of officers.filter((officer) => officer.agencyId === agencyId)) {
        const email = `${subject}@${agencyId === province ? 'tinhmau' : 'bomau'}.example`
        const known = await findOfficerBySubject(tx, subject)
        if (!known) await addOfficer(tx, agencyId, { id, subject, name, email })
        // A demonstration left alone for two months still opens.
        else if (known.disabledAt || isDormant(known, now())) await setDisabled(tx, known.id, undefined)
        for (const positionId of positions) await appoint(tx, agencyId, { officerId: id, positionId, from: SINCE })
      }
    })
  }
}
