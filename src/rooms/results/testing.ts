import { newId } from '#kernel/id.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import type { ResultWish } from './commands/prepare.ts'

/** A wish for a result with everything sensible. */
export function aResultWish(with_: Partial<ResultWish> = {}): ResultWish {
  return {
    agencyId: 1,
    dossier: { id: newId(), code: 'H99.12-261119-0007', procedureCode: '1.004873', personId: undefined },
    itemId: newId(),
    outcome: 'granted',
    unit: { id: DEMO.units.mauAn, name: 'UBND xã Mẫu An', parentAgency: 'UBND tỉnh Mẫu', place: 'Mẫu An' },
    signer: { userId: 'nguyen-van-vi', name: 'Nguyễn Văn Ví' },
    origin: 'http://dichvucong.tinhmau.localhost:8080',
    fields: {},
    compose: ({ seq }) => ({
      number: `${seq}/UBND-XNTTHN`,
      title: 'Giấy xác nhận tình trạng hôn nhân',
      paragraphs: ['Ủy ban nhân dân xã Mẫu An xác nhận:', 'Tình trạng hôn nhân: chưa đăng ký kết hôn với ai.'],
      tables: [
        {
          head: [],
          rows: [
            ['Họ, chữ đệm, tên', 'Vàng Thị Mỷ'],
            ['Số định danh cá nhân', '000099000123'],
          ],
        },
      ],
      recipients: ['Như trên', 'Lưu: VT, hộ tịch'],
      signerPosition: 'Chủ tịch Ủy ban nhân dân',
    }),
    ...with_,
  }
}
