import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { connectTo, deliverAll, TestDestination } from '#rooms/exchange/testing.ts'
import { exchangeCommand } from './exchange.ts'

useTestDatabase()

let outside: TestDestination
beforeAll(installSample)
beforeEach(async () => {
  outside = new TestDestination()
  await connectTo(outside)
  await transaction(1, (tx) => tx.updateTable('messages').set({ state: 'superseded' }).execute())
})

interface Ran {
  out: string
  err: string
  code: number
}

async function run(...words: string[]): Promise<Ran> {
  const ran = { out: '', err: '', code: 0 }
  const hear = (into: 'out' | 'err') => (text: unknown) => {
    ran[into] += String(text)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ]
  process.exitCode = 0
  try {
    await exchangeCommand.parseAsync(words, { from: 'user' })
    ran.code = Number(process.exitCode)
    return ran
  } finally {
    process.exitCode = 0
    for (const spy of spies) spy.mockRestore()
  }
}

async function aRefusal(): Promise<{ id: number; ref: string }> {
  outside.replies.push({
    outcome: 'refused',
    answer: '',
    reasons: [{ field: 'MaTTHC', reason: 'không có 0900000012' }],
  })
  const dossier = await aDossier({ status: 'received' })
  await deliverAll()
  const of = (await lines('--state', 'refused')).find((line) => line.dossier === dossier.code)
  return { id: Number(of?.id), ref: dossier.code ?? '' }
}

async function lines(...words: string[]): Promise<Record<string, unknown>[]> {
  const { out } = await run('list', '--json', ...words)
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

const stateOf = async (id: number) =>
  (await read(1, (tx) => tx.selectFrom('messages').select('state').where('id', '=', id).executeTakeFirstOrThrow()))
    .state

describe('motcua exchange', () => {
  test('R-186: list says what waits and what needs a person, why and since when, and nothing about people', async () => {
    const { id, ref } = await aRefusal()
    const { out, code } = await run('list', '--agency', 'H99')
    expect(code).toBe(0)
    expect(out).toContain(`${id}  `)
    expect(out).toMatch(/Refused\. MaTTHC: không có •••/)
    expect(out).toContain('must acknowledge the dossier first')
    expect(await lines('--dossier', ref)).toHaveLength(3)
    expect(await lines('--state', 'refused', '--destination', 'emc')).toEqual([])
    const [line] = (await lines('--state', 'refused')).filter((one) => one.id === id)
    expect(line).toMatchObject({ agency: 'H99', dossier: ref, state: 'refused', attempts: 1, service: 'DongBoHoSoMC' })
    expect(Number.isNaN(Date.parse(String(line?.since)))).toBe(false)
    expect(await run('list', '--agency', 'X00')).toMatchObject({ err: 'no agency X00\n', code: 1 })
  })

  test('replay sends again, and exits 1 with the why of what must stay', async () => {
    const { id } = await aRefusal()
    expect(await run('replay', String(id), '--reason', 'đã sửa')).toMatchObject({ out: '1 replayed\n', code: 0 })
    await connectTo(outside)
    await deliverAll()
    expect(await stateOf(id)).toBe('acknowledged')
    const twice = await run('replay', String(id))
    expect(twice).toMatchObject({ out: '0 replayed\n', code: 1 })
    expect(twice.err).toContain('say it twice')
    expect(await run('replay', '999999')).toMatchObject({ code: 1, err: expect.stringContaining('no such message') })
    const acts = await read(1, (tx) => tx.selectFrom('exchange_acts').select(['officer_id', 'reason']).execute())
    expect(acts).toEqual([{ officer_id: null, reason: 'đã sửa' }])
  })

  test('replay takes a range whose end is not part of it; neither or both kinds is bad input', async () => {
    const { id } = await aRefusal()
    await transaction(1, (tx) =>
      tx
        .updateTable('messages')
        .set({ caused_at: new Date('2026-03-02T00:00:00+07:00') })
        .where('id', '=', id)
        .execute(),
    )
    const range = (text: string) => run('replay', '--range', text, '--destination', 'national-portal', '--json')
    expect(JSON.parse((await range('2026-03-01..2026-03-02')).out)).toEqual({ replayed: [], left: [] })
    expect(JSON.parse((await range('2026-03-02T00:00..2026-03-02T00:01')).out)).toEqual({ replayed: [id], left: [] })
    expect((await run('replay')).code).toBe(2)
    expect((await run('replay', '--range', '2026-03-01..2026-03-02')).code).toBe(2)
  })

  test('settle needs a reason, and it stays with the message', async () => {
    const { id } = await aRefusal()
    expect((await run('settle', String(id), '--reason', ' ')).code).toBe(2)
    expect(await run('settle', String(id), '--reason', 'Công văn 12')).toMatchObject({ out: '1 settled\n', code: 0 })
    expect(await run('settle', String(id), '--reason', 'lần hai')).toMatchObject({ out: '0 settled\n', code: 0 })
    const [line] = (await lines('--state', 'settled')).filter((one) => one.id === id)
    expect(line).toMatchObject({ why: 'Settled because: Công văn 12' })
  })

  test('R-186: pause needs a reason and resume ends it, each written down; what is not there says so', async () => {
    const state = async () =>
      (await read(1, (tx) => tx.selectFrom('connections').select('state').executeTakeFirstOrThrow())).state
    expect((await run('pause', 'national-portal', '--agency', 'H99', '--reason', ' ')).code).toBe(2)
    expect((await run('pause', 'national-portal', '--reason', 'Bảo trì')).code).toBe(2)
    const paused = await run('pause', 'national-portal', '--agency', 'H99', '--reason', 'Bảo trì')
    expect([paused.out, paused.code, await state()]).toEqual(['H99 · national-portal: paused\n', 0, 'paused'])
    const { out } = await run('resume', 'national-portal', '--agency', 'H99', '--json')
    expect([JSON.parse(out).state, await state()]).toEqual(['on', 'on'])
    const acts = await read(1, (tx) =>
      tx.selectFrom('exchange_acts').select(['act', 'reason']).where('message_id', 'is', null).orderBy('at').execute(),
    )
    expect(acts).toEqual([
      { act: 'paused', reason: 'Bảo trì' },
      { act: 'resumed', reason: null },
    ])
    expect(await run('pause', 'post', '--agency', 'H99', '--reason', 'x')).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('no such connection') },
    })
  })

  test('R-189: reconcile says what it compared, and exits 1 where nothing can be compared', async () => {
    await transaction(1, (tx) =>
      tx
        .updateTable('messages')
        .set({ caused_at: new Date(0) })
        .execute(),
    )
    const { out, code } = await run('reconcile', '--agency', 'H99', '--json')
    expect([JSON.parse(out), code]).toMatchObject([
      { agency: 'H99', destination: 'national-portal', compared: 0, divergences: [] },
      0,
    ])
    const none = await run('reconcile', '--destination', 'post')
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('nothing here can be compared') })
  })
})
