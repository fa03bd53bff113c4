import { z } from 'zod'
import type { Connection } from '../../connection.ts'
import { inquire, isForbidden, parsed } from '../client.ts'
import { evidenceOf, type Finding, FOR_A_JOB, isSameName, type Keys, type Registry } from '../lookup.ts'

/** Three registers, each asked by its own parameter. @see contract §3.3 */
const REGISTERS = {
  enterprise: { path: 'DoanhNghiep/chiTietDoanhNghiep', parameter: 'msdn' },
  cooperative: { path: 'HopTacXa/chiTietHopTacXa', parameter: 'mst' },
  household: { path: 'HoKinhDoanh/chiTietHoKinhDoanh', parameter: 'mst' },
} as const

const ANSWER = z.object({
  error_code: z.coerce.string(),
  message: z.string().optional(),
  result: z
    .object({
      MaSoDoanhNghiep: z.string(),
      TenDoanhNghiep: z.string(),
      LoaiHinh: z.string().optional(),
      DiaChi: z.string().optional(),
      TinhTrang: z.string().optional(),
      NgayDangKy: z.string().optional(),
      NguoiDaiDien: z.object({ HoVaTen: z.string().optional(), SoDinhDanh: z.string().optional() }).optional(),
    })
    .nullish(),
})

/**
 * The register of enterprises, co-operatives and household businesses. The key `register` says which one is asked:
 * `enterprise`, `cooperative` or `household`.
 */
export function businessRegistry({ settings }: Pick<Connection, 'settings'>, patience = FOR_A_JOB): Registry {
  return {
    name: 'business',
    operation: 'apiDKKD',
    needs: ['code'],
    async lookUp({ requestId }, officer, keys) {
      const wanted = Object.entries(REGISTERS).filter(([name]) => keys.register === undefined || keys.register === name)
      let finding: Finding = { outcome: 'not-found' }
      // Whose kind nobody stated is looked for in one after the other.
      for (const [, { path, parameter }] of wanted) {
        const url = `${settings.url ?? ''}/${path}?${new URLSearchParams({ [parameter]: keys.code ?? '' })}`
        const headers = { accept: 'application/json', 'x-request-id': requestId, 'x-officer': officer }
        finding = await inquire({ name: 'business', patience }, { url, headers }, (answer) =>
          isForbidden(answer) ? { outcome: 'refused', problem: `HTTP ${answer.status}` } : findingIn(answer.text, keys),
        )
        if (finding.outcome !== 'not-found') break
      }
      return finding
    },
  }
}

function findingIn(text: string, keys: Keys): Finding {
  const { error_code: code, message = '', result } = parsed(ANSWER, text)
  if (code !== '0') return { outcome: 'refused', problem: message || code }
  if (!result) return { outcome: 'not-found' }
  const evidence = evidenceOf({
    businessName: result.TenDoanhNghiep,
    businessCode: result.MaSoDoanhNghiep,
    businessKind: result.LoaiHinh,
    businessState: result.TinhTrang,
    registeredOn: result.NgayDangKy?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    address: result.DiaChi,
    representative: result.NguoiDaiDien?.HoVaTen,
    representativeId: result.NguoiDaiDien?.SoDinhDanh,
  })
  if (evidence.businessCode !== keys.code) return { outcome: 'differs', evidence, problem: 'businessCode' }
  return keys.name === undefined || isSameName(result.TenDoanhNghiep, keys.name)
    ? { outcome: 'found', evidence }
    : { outcome: 'differs', evidence, problem: 'businessName' }
}
