import { newId } from '#kernel/id.ts'
import { transaction } from '#platform/db/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { openCarrier } from './commands/open-carrier.ts'
import { type PostWish, wishPost } from './commands/wish.ts'
import { listForUnits } from './store/items.ts'

/** A result that waits at the desk of Mẫu An to be packed; answers its id. */
export async function aWish(given: Partial<PostWish> = {}): Promise<string> {
  const dossierId = newId()
  const wish: PostWish = {
    ...{ agencyId: 1, dossierId, ref: `H99.12-261125-${dossierId.slice(-4)}`, personId: undefined },
    unitId: DEMO.units.mauAn,
    sender: { name: 'Ủy ban nhân dân xã Mẫu An', phone: '0200 000 112', address: 'Thôn Một, xã Mẫu An' },
    receiver: { name: 'Hà Thị Mẫu', phone: '0000 000 012', address: 'Bản Nà Mẫu, xã Mẫu Sơn', province: '' },
    ...given,
  }
  return transaction(wish.agencyId, async (tx) => {
    await wishPost(tx, wish)
    await wishPost(tx, wish)
    const items = await listForUnits(tx, [wish.unitId])
    return items.find((item) => item.dossierId === wish.dossierId)?.id ?? ''
  })
}

/** The contracts of the sandbox. */
export async function openSandboxCarriers(origin: string): Promise<void> {
  const since = new Date()
  await transaction(1, async (tx) => {
    await openCarrier(tx, {
      ...{ agencyId: 1, since, carrier: 'vnpost' },
      settings: { url: `${origin}/post/vnpost`, province: '99', customerCode: 'H99' },
      secrets: { clientId: 'sandbox-vnpost-client', clientSecret: 'sandbox-vnpost-secret' },
    })
    await openCarrier(tx, {
      ...{ agencyId: 1, since, carrier: 'viettelpost' },
      settings: {
        ...{ url: `${origin}/post/viettelpost`, province: '99', groupAddressId: 1, cusId: 1, service: 'VCN' },
        states: { 200: 'collected', 500: 'delivering', 501: 'delivered', 504: 'returned', 505: 'returning' },
      },
      secrets: {
        ...{ username: 'motcua', password: 'sandbox-viettelpost-password' },
        webhookToken: 'sandbox-viettelpost-webhook',
      },
    })
  })
}
