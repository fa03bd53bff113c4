import { beforeAll, expect, test } from 'vitest'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aDossier, installSample } from '../testing.ts'
import { countForDesk, listForDesk } from './lists.ts'

useTestDatabase()
beforeAll(installSample)

const { mauAn, mauSon, mauTrung } = DEMO.units

test('a desk of several units lists them together, oldest first, page by page, and counts no further than asked', async () => {
  const filed: string[] = []
  for (const commune of ['H99.13', 'H99.12', 'H99.13', 'H99.14', 'H99.12'] as const)
    filed.push((await aDossier({ commune })).id)
  await aDossier({ commune: 'H99.12', status: 'received' })
  const waiting = await aDossier({ commune: 'H99.13', status: 'awaiting-supplement' })
  const mine = [filed[0], filed[1], filed[2], filed[4]]

  await read(1, async (tx) => {
    const desk = { unitIds: [mauAn, mauSon], status: 'submitted' } as const
    const ids = async (more: { after?: string | undefined; limit: number }) =>
      (await listForDesk(tx, { ...desk, ...more })).map(({ id }) => id)
    expect(await ids({ limit: 10 })).toEqual(mine)
    expect(await ids({ limit: 3 })).toEqual(mine.slice(0, 3))
    expect(await ids({ limit: 3, after: mine[2] })).toEqual(mine.slice(3))
    expect(await countForDesk(tx, { ...desk, limit: 10 })).toBe(4)
    expect(await countForDesk(tx, { ...desk, limit: 3 })).toBe(3)
    expect(await countForDesk(tx, { ...desk, unitIds: [], limit: 3 })).toBe(0)

    const late = { unitIds: [mauSon, mauTrung], status: 'awaiting-supplement', limit: 10 } as const
    expect((await listForDesk(tx, late)).map(({ id }) => id)).toEqual([waiting.id])
  })
})
