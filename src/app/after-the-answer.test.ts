import { beforeAll, expect, test } from 'vitest'
import { now } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp } from '#platform/http/testing.ts'
import { type Dossier, type DossierEvent, type DossierHappening, refOf } from '#rooms/dossiers/index.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { ratingRoutes } from '#rooms/feedback/index.ts'
import { aCitizen } from '#rooms/identity/testing.ts'
import { followReturned } from './expect-reminders.ts'
import { reactions } from './reactions.ts'

useTestDatabase()
beforeAll(installSample)

function happening(type: DossierEvent, dossier: Dossier): DossierHappening {
  return {
    ...{ type, agencyId: 1, key: `${type} ${dossier.id}`, dossierId: dossier.id, ref: refOf(dossier) },
    ...{ procedureCode: dossier.procedureCode, serviceVersion: dossier.serviceVersion, email: undefined },
    ...{ procedureName: dossier.procedureName, receivingUnitId: dossier.receivingUnitId },
    ...{ competentUnitId: dossier.competentUnitId, personId: dossier.personId, language: 'vi' },
    ...{ path: `/my/dossiers/${refOf(dossier)}`, facts: { agency: 'Ủy ban nhân dân xã Mẫu An' } },
  }
}

/** What the person was told, by the first of those who listen. */
async function letterFor(type: DossierEvent, dossier: Dossier): Promise<string> {
  const [tell] = reactions[type] ?? []
  await tell?.(happening(type, dossier))
  const notice = (tx: Parameters<Parameters<typeof read>[1]>[0]) =>
    tx.selectFrom('notices').select('body').where('key', '=', `${type} ${dossier.id}`).executeTakeFirstOrThrow()
  return (await read(1, notice)).body
}

test('R-163: the letter with the last word has the way to rate, and it opens without signing in; others have none', async () => {
  const citizen = await aCitizen()
  const returned = await aDossier({ status: 'returned', citizen })
  const address = /http\S+(\/rate\/[\w-]+)/.exec(await letterFor('dossier.returned', returned))?.[1] ?? ''
  const site = await createTestApp([ratingRoutes])
  expect((await site.get(address)).body).toContain('Nhìn chung, bạn hài lòng đến mức nào?')
  await site.app.close()
  expect(await letterFor('dossier.refused', await aDossier({ status: 'refused', citizen }))).toContain('/rate/')
  expect(await letterFor('dossier.received', await aDossier({ status: 'received', citizen }))).not.toContain('/rate/')
})

const remindersOf = ({ id }: Dossier) =>
  read(1, (tx) => tx.selectFrom('reminders').selectAll().where('dossier_id', '=', id).execute())

test('R-160: what follows from a granted result is written down once; from anything else, nothing follows', async () => {
  await transaction(1, (tx) =>
    tx
      .insertInto('reminder_rules')
      .values({
        ...{ agency_id: 1, code: 'own-sample', kind: 'expires', procedure_code: '9.000001' },
        ...{ after_months: 1, after_days: 0, lead_days: 7, next_procedure: null, state: 'on' },
        says: JSON.stringify({ vi: 'Đến {day}.', en: 'Until {day}.' }),
        basis: JSON.stringify({ vi: 'Luật Mẫu', en: 'Sample Law' }),
        ...{ changed_by: '00000199-0003-7000-8000-000000000114', changed_at: now() },
      })
      .execute(),
  )
  const granted = await aDossier({ status: 'returned' })
  await followReturned(happening('dossier.returned', granted))
  await followReturned(happening('dossier.returned', granted))
  expect(await remindersOf(granted)).toMatchObject([{ rule_code: 'own-sample', ref: refOf(granted), kind: 'expires' }])

  const refused = await aDossier({ status: 'refused' })
  await followReturned(happening('dossier.returned', refused))
  expect(await remindersOf(refused)).toEqual([])
})
