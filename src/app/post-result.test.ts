import { beforeAll, expect, test } from 'vitest'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import type { Dossier, DossierHappening } from '#rooms/dossiers/index.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { aCitizen } from '#rooms/identity/testing.ts'
import type { PostMoved } from '#rooms/post/index.ts'
import { postResult, tellPostMoved } from './post-result.ts'

useTestDatabase()
beforeAll(installSample)

/** A dossier with a result, wanted this way. */
async function aReady(channel: 'post' | 'counter'): Promise<Dossier> {
  const dossier = await aDossier({ status: 'result-ready', citizen: await aCitizen() })
  const answers = JSON.stringify({ ...dossier.answers, postAddress: 'Số 2, bản Nà Mẫu, xã Mẫu Sơn' })
  await transaction(1, (tx) =>
    tx.updateTable('dossiers').set({ result_channel: channel, answers }).where('id', '=', dossier.id).execute(),
  )
  return dossier
}

const ready = ({ id }: Dossier) => ({ type: 'dossier.result-ready', agencyId: 1, dossierId: id }) as DossierHappening

const itemsOf = ({ id }: Dossier) =>
  read(1, (tx) => tx.selectFrom('post_items').selectAll().where('dossier_id', '=', id).execute())

test('R-197: a result wanted by post waits at the desk that received it, once, with the address of the form', async () => {
  const dossier = await aReady('post')
  await postResult(ready(dossier))
  await postResult(ready(dossier))
  const [item, ...others] = await itemsOf(dossier)
  expect(others).toEqual([])
  expect(item).toMatchObject({
    ...{ state: 'wished', ref: dossier.code, unit_id: dossier.receivingUnitId, person_id: dossier.personId },
    receiver: { name: dossier.applicant.name, phone: '0900000012', address: 'Số 2, bản Nà Mẫu, xã Mẫu Sơn' },
  })
  expect(item?.sender.name).toMatch(/Mẫu/)
  const fetched = await aReady('counter')
  await postResult(ready(fetched))
  expect(await itemsOf(fetched)).toEqual([])
})

test('the person hears once that the paper was fetched, and that it came back, and nothing in between', async () => {
  const dossier = await aReady('post')
  await postResult(ready(dossier))
  const [item] = await itemsOf(dossier)
  const moved: Omit<PostMoved, 'state'> = {
    type: 'post.moved',
    ...{ agencyId: DEMO.agencies.province, itemId: item?.id ?? '', dossierId: dossier.id },
    ...{ ref: dossier.code ?? '', personId: dossier.personId, itemCode: 'EX000000001VN' },
  }
  const states: PostMoved['state'][] = ['collected', 'collected', 'delivering', 'delivered', 'returned']
  for (const state of states) await tellPostMoved({ ...moved, state })
  const notices = await read(1, (tx) =>
    tx.selectFrom('notices').selectAll().where('ref', '=', String(dossier.code)).orderBy('created_at').execute(),
  )
  expect(notices.map(({ occasion }) => occasion)).toEqual(['posted', 'post-returned'])
  expect(notices[0]?.body).toContain('EX000000001VN')
  expect(notices[0]?.body).toContain('/my/post')
})
