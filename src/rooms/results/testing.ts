import { newId } from '#kernel/id.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { read } from '#platform/db/index.ts'
import { asOwner } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { workRequest } from '#rooms/signatures/testing.ts'
import type { SignatureEnded } from './commands/follow.ts'
import type { ResultWish } from './commands/prepare.ts'
import { completeResult, findResult, prepareResult, type Result } from './index.ts'

/** A wish for a result with everything sensible. */
export function aResultWish(with_: Partial<ResultWish> = {}): ResultWish {
  return {
    agencyId: 1,
    dossier: { id: newId(), code: 'H99.12-261119-0007', procedureCode: '1.004873', personId: undefined },
    itemId: newId(),
    outcome: 'granted',
    unit: { id: DEMO.units.mauAn, name: 'UBND xã Mẫu An', parentAgency: 'UBND tỉnh Mẫu', place: 'Mẫu An' },
    signer: { userId: 'nguyen-van-vi', name: 'Nguyễn Văn Vĩ' },
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

export async function getResult(id: string): Promise<Result> {
  const result = await read(1, (tx) => findResult(tx, id))
  if (!result) throw new Error(`no result ${id}`)
  return result
}

/** The signing request of a result, newest first, worked to its end; what it announces is told to the room. */
export async function follow(database: DatabaseAddress, resultId: string): Promise<Result> {
  const { rows } = await asOwner(
    database,
    `select payload->>'requestId' as id from graphile_worker._private_jobs where payload->>'requestId' is not null order by id desc`,
  )
  for (const { id } of rows) await workRequest(1, id)
  const { rows: told } = await asOwner(
    database,
    `select payload from graphile_worker._private_jobs where payload->>'subjectId' = '${resultId}' order by id`,
  )
  for (const { payload } of told) await completeResult(payload as SignatureEnded)
  return getResult(resultId)
}

export async function anIssuedResult(
  database: DatabaseAddress,
  with_: Partial<ResultWish> = {},
): Promise<Result & { fileSha256: string }> {
  const { resultId } = await prepareResult(aResultWish(with_))
  const result = await follow(database, resultId)
  if (!result.fileSha256) throw new Error(`not issued: ${result.state} ${result.lastProblem}`)
  return { ...result, fileSha256: result.fileSha256 }
}
