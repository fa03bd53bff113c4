import { citizenGroups } from '../citizens/people.ts'
import type { Faults } from '../faults/faults.ts'
import { CallBook, callRoutes, callTable } from '../web/calls.ts'
import { html } from '../web/html.ts'
import { type Handler, json, type Router, showPage } from '../web/router.ts'

/** Kinds of register and the parameter each is asked by. @see contract 3.3 */
const REGISTERS = [
  {
    path: 'DoanhNghiep/chiTietDoanhNghiep',
    parameter: 'msdn',
    sub: 'cong-ty-mau',
    kind: 'Công ty TNHH một thành viên',
  },
  { path: 'HopTacXa/chiTietHopTacXa', parameter: 'mst', sub: 'hop-tac-xa-na-mau', kind: 'Hợp tác xã' },
  { path: 'HoKinhDoanh/chiTietHoKinhDoanh', parameter: 'mst', sub: 'ho-kinh-doanh-mau', kind: 'Hộ kinh doanh' },
] as const

function detail(sub: string, kind: string): Record<string, unknown> | undefined {
  const claims = citizenGroups()
    .flatMap(({ accounts }) => accounts)
    .find((account) => account.sub === sub)?.claims
  if (!claims) return undefined
  return {
    ...{ MaSoDoanhNghiep: claims.MaSoDoanhNghiep, TenDoanhNghiep: claims.TenDoanhNghiep, LoaiHinh: kind },
    ...{ DiaChi: claims.DiaChi, MaSoThue: claims.MaSoThue, TinhTrang: 'Đang hoạt động', NgayDangKy: '20200102' },
    NguoiDaiDien: { HoVaTen: claims.NguoiDaiDien, SoDinhDanh: claims.SoDinhDanh },
    NganhNghe: [{ Ma: '4722', Ten: 'Bán lẻ thực phẩm' }],
  }
}

/** Business registers as a province's wrapper shows them; the fields of the answer are the sandbox's own. */
export function businessRoutes(router: Router, { directory, faults }: { directory: string; faults: Faults }): void {
  const book = new CallBook(directory, 'business')
  const answer =
    ({ parameter, sub, kind }: (typeof REGISTERS)[number]): Handler =>
    ({ url }) => {
      if (faults.take('business', ['refuse'], url.pathname)) {
        return json({ error_code: '3', message: 'Vượt số lượt tra cứu trong ngày', result: null })
      }
      const number = url.searchParams.get(parameter)
      if (!number) return json({ error_code: '-3', message: `Thiếu ${parameter}`, result: null }, 400)
      const found = detail(sub, kind)
      return found?.MaSoDoanhNghiep === number
        ? json({ error_code: '0', message: 'Thành công', result: found })
        : json({ error_code: '0', message: 'Không tìm thấy', result: null })
    }
  for (const register of REGISTERS) {
    router.on('GET', `/registries/apiDKKD/${register.path}`, book.kept(answer(register)))
  }
  router.on('GET', '/registries/apiDKKD', () => {
    const rows = REGISTERS.map(({ sub, kind }) => {
      const one = detail(sub, kind)
      return html`<li>${String(one?.MaSoDoanhNghiep)} ${String(one?.TenDoanhNghiep)} (${kind})</li>`
    })
    return showPage(
      'Đăng ký doanh nghiệp · Business register',
      html`<ul>${rows}</ul><h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`,
    )
  })
  callRoutes(router, '/registries/apiDKKD', book)
}
