import type { Held, Holdings } from './holdings.ts'

const isOne = (value: unknown) => String(value) === '1'

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10
}

function isOnTime({ dossier }: Held): boolean {
  const due = String(dossier.NgayHenTra ?? '')
  return due === '' || String(dossier.NgayKetThucXuLy ?? '') <= due
}

/** Figures of one agency from what it has told, in the manner of the public dashboard. @see contract 2.10 */
export function indicators(holdings: Holdings, madonvi: string) {
  const all = holdings.changed({ madonvi })
  const status = ({ dossier }: Held) => String(dossier.TrangThaiHoSo)
  const settled = all.filter((held) => status(held) === '9' || status(held) === '10')
  const online = all.filter(({ dossier }) => String(dossier.KenhThucHien) === '2')
  const digitised = all.filter(({ dossier }) => isOne(dossier.HoSoCoThanhPhanSoHoa))
  const charged = all.filter(({ dossier }) => ['1', '3'].includes(String(dossier.DuocThanhToanTrucTuyen)))
  const paidOnline = charged.filter(({ dossier }) => isOne(dossier.DuocThanhToanTrucTuyen))
  const ratings = holdings.ratings.filter((rating) => rating.madonvi.split('.')[0] === madonvi.split('.')[0])
  return {
    MADONVI: madonvi,
    TONG_HS_TIEPNHAN: all.length,
    TONG_HS_DAXULY: settled.length,
    TONG_HS_DUNGHAN: settled.filter(isOnTime).length,
    TYLE_DUNGHAN: share(settled.filter(isOnTime).length, settled.length),
    TYLE_TRUCTUYEN: share(online.length, all.length),
    TYLE_SOHOA: share(digitised.length, all.length),
    TYLE_THANHTOANTRUCTUYEN: share(paidOnline.length, charged.length),
    SO_LAN_DANHGIA: ratings.reduce((sum, { TongSoNguoiDanhGia }) => sum + Number(TongSoNguoiDanhGia), 0),
  }
}
