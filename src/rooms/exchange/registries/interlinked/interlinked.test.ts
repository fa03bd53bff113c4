import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { type Dossier, getDossier, startProcessing } from '#rooms/dossiers/index.ts'
import { aCitizen, aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { breakSandbox, mendSandbox, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { useAdapters } from '../../adapter.ts'
import { connect } from '../../commands/connect.ts'
import { deliverAll } from '../../testing.ts'
import { interlinkedServices } from './adapter.ts'
import { linkCase } from './commands/link-case.ts'

useTestDatabase()
let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  await installSample()
  useAdapters([interlinkedServices({ userName: 'motcua', password: 'sandbox-interlinked-password' })])
  const settings = { url: `${sandbox.origin}/registries/interlinked` }
  await transaction(1, (tx) =>
    connect(tx, {
      ...{ agencyId: 1, destination: 'interlinked', contractVersion: '1', perMinute: 10_000, settings },
      since: new Date(Date.now() - 3_600_000),
    }),
  )
})
afterEach(() => mendSandbox(sandbox))
afterAll(() => sandbox.stop())

async function aCase(): Promise<string> {
  await fetch(`${sandbox.origin}/registries/interlinked/_act/file`, {
    ...{ method: 'POST', body: new URLSearchParams({ module: 'LTKT' }), redirect: 'manual' },
  })
  return (await theirs()).at(-1)?.id ?? ''
}

async function theirs(): Promise<{ id: string; history: { status: string }[] }[]> {
  const answer = await fetch(`${sandbox.origin}/registries/interlinked/_state/cases`)
  return ((await answer.json()) as { cases: { id: string; history: { status: string }[] }[] }).cases
}

const told = async (code: string) =>
  (await theirs())
    .find(({ id }) => id === code)
    ?.history.map(({ status }) => status)
    .filter((one) => one !== '0')

const link = (dossier: Dossier, code: string) =>
  transaction(1, (tx) =>
    linkCase(tx, { agencyId: 1, system: 'interlinked', dossierId: dossier.id, code, procedureCode: '2.002622' }),
  )

const statesOf = (dossier: Dossier) =>
  read(1, (tx) =>
    tx
      .selectFrom('messages')
      .select(['service', 'state'])
      .where('dossier_id', '=', dossier.id)
      .where('destination', '=', 'interlinked')
      .orderBy('seq')
      .execute(),
  )

describe('inter-linked services', () => {
  test('R-190: a case is told 1, 3, 7, 4, 5 in that order, each once, each when our log proves it', async () => {
    const dossier = await aDossier({ status: 'returned' })
    const code = await aCase()
    await link(dossier, code)
    await link(dossier, code)
    await deliverAll('interlinked')
    expect(await told(code)).toEqual(['1', '3', '7', '4', '5'])
    expect((await statesOf(dossier)).map(({ state }) => state)).toEqual(Array(5).fill('acknowledged'))
  })

  test('a step is told as soon as it is taken, and nothing before its turn', async () => {
    const citizen = aCitizen()
    const dossier = await aDossier({ status: 'received', citizen })
    const code = await aCase()
    await link(dossier, code)
    await deliverAll('interlinked')
    expect(await told(code)).toEqual(['1', '3'])
    await transaction(1, async (tx) =>
      startProcessing(tx, await getDossier(tx, citizen, dossier.code ?? ''), {
        actor: { kind: 'system' },
        step: { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' }, unitId: dossier.competentUnitId },
      }),
    )
    await deliverAll('interlinked')
    expect(await told(code)).toEqual(['1', '3', '7'])
  })

  test('R-236: a status that they do not take holds the later ones', async () => {
    const dossier = await aDossier({ status: 'returned' })
    const code = await aCase()
    await link(dossier, code)
    await breakSandbox(sandbox, { target: 'interlinked', kind: 'refuse', path: 'trangThai' })
    await deliverAll('interlinked')
    expect(await told(code)).toEqual(['1'])
    const states = await statesOf(dossier)
    expect(states.map(({ state }) => state)).toEqual(['acknowledged', 'refused', 'waiting', 'waiting', 'waiting'])
  })

  test('R-236: a status whose answer was lost is found there, and not told twice', async () => {
    const dossier = await aDossier({ status: 'received' })
    const code = await aCase()
    await link(dossier, code)
    await breakSandbox(sandbox, { target: 'interlinked', kind: 'lost-answer', path: 'trangThai', times: 1 })
    await deliverAll('interlinked')
    expect((await statesOf(dossier)).map(({ state }) => state)).toEqual(['acknowledged', 'waiting'])
    setClock(() => new Date(Date.now() + 60_000))
    await deliverAll('interlinked')
    setClock()
    expect(await told(code)).toEqual(['1', '3'])
    expect((await statesOf(dossier)).map(({ state }) => state)).toEqual(['acknowledged', 'acknowledged'])
  })

  test('a dossier that is no case of theirs is not told there', async () => {
    const dossier = await aDossier({ status: 'returned' })
    await deliverAll('interlinked')
    expect(await statesOf(dossier)).toEqual([])
  })
})
